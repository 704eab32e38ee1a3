// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/providerdraft.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

bool stands(const QJsonObject &profile, const QString &hole)
{
    return QJsonDocument(profile).toJson(QJsonDocument::Compact).contains('{' + hole.toUtf8() + '}');
}

bool wantsSecret(const ProviderDraft &draft)
{
    return draft.profile.value("client_authentication"_L1).toString().startsWith("client_secret"_L1);
}

} // namespace

QString ProviderDraft::text(QLatin1StringView member) const
{
    const QString value = profile.value(member).toString();
    return value.contains(u'{') ? QString() : value;
}

ProviderDraft draftFrom(const ProfileTemplate &blank)
{
    ProviderDraft draft;
    draft.blank = blank.id;
    draft.notes = blank.notes;
    draft.profile = QJsonDocument::fromJson(blank.profile).object();
    draft.placeholders = blank.placeholders;
    return draft;
}

std::vector<ProfileTemplate::Placeholder> missingIn(const ProviderDraft &draft)
{
    std::vector<ProfileTemplate::Placeholder> missing;
    for (const auto &placeholder : draft.placeholders) {
        const bool asked = placeholder.name != "id"_L1 && placeholder.name != "client_id"_L1;
        if (asked && stands(draft.profile, placeholder.name))
            missing.push_back(placeholder);
    }
    if (draft.profile.value("issuer"_L1).toString().isEmpty())
        missing.push_back({u"issuer"_s, {}, {}});
    if (draft.text("client_id"_L1).isEmpty())
        missing.push_back({u"client_id"_s, {}, {}});
    if (wantsSecret(draft) && draft.clientSecret.isEmpty())
        missing.push_back({u"client_secret"_s, {}, {}});
    return missing;
}

ProviderDraft filled(ProviderDraft draft, const QHash<QString, QString> &values)
{
    QHash<QString, QString> used;
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        const QString value = it.value().trimmed();
        if (!value.isEmpty() && !value.contains(u'{') && it.key() != "client_secret"_L1)
            used.insert(it.key(), value);
    }
    draft.profile = fillHoles(draft.profile, used);
    for (const auto &member : {"name"_L1, "client_id"_L1, "issuer"_L1}) {
        if (used.contains(member) && draft.profile.value(member).toString().isEmpty())
            draft.profile.insert(member, used.value(member));
    }
    if (const QString secret = values.value(u"client_secret"_s).trimmed(); !secret.isEmpty())
        draft.clientSecret = Secret(secret.toUtf8());
    return draft;
}

QByteArray fileOf(const ProviderDraft &draft)
{
    QJsonObject profile = draft.profile;
    profile.insert("format"_L1, u"lectern.provider/1"_s);
    if (draft.text("name"_L1).isEmpty())
        profile.insert("name"_L1, QUrl(draft.text("issuer"_L1)).host());
    if (draft.text("id"_L1).isEmpty())
        profile.insert("id"_L1, profileIdFor(profile.value("name"_L1).toString(), {}));
    return QJsonDocument(profile).toJson();
}

Result<ProviderProfile> profileOf(const ProviderDraft &draft)
{
    for (const auto &missing : missingIn(draft)) {
        if (missing.name != "name"_L1)
            return fail(ErrorCode::InvalidInput, missing.name + ": missing"_L1);
    }
    return parseProfile(fileOf(draft));
}

QString profileIdFor(const QString &name, const QStringList &taken)
{
    QString id;
    for (const QChar letter : name.normalized(QString::NormalizationForm_KD).toLower()) {
        const bool isPlain = letter.unicode() < 128 && letter.isLetterOrNumber();
        if (isPlain)
            id += letter;
        else if (!id.isEmpty() && !id.endsWith(u'-') && !letter.isMark())
            id += u'-';
    }
    id.truncate(48);
    while (id.endsWith(u'-'))
        id.chop(1);
    if (id.isEmpty())
        id = u"organization"_s;
    QString free = id;
    for (int number = 2; taken.contains(free, Qt::CaseInsensitive); ++number)
        free = id + u'-' + QString::number(number);
    return free;
}

} // namespace core
