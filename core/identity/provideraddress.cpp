// SPDX-License-Identifier: GPL-3.0-or-later
// From what people type to the draft of a profile.
#include "core/identity/profilereader.h"
#include "core/identity/providerdraft.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr auto wellKnown = "/.well-known/"_L1;

QString withoutDiscovery(QString address)
{
    if (const auto at = address.indexOf(wellKnown); at >= 0)
        address.truncate(at);
    return address;
}

bool isFor(const ProfileTemplate &blank, const QString &host)
{
    return std::ranges::any_of(blank.hosts, [&host](const QString &pattern) {
        const QString expression = QRegularExpression::escape(pattern).replace("\\*"_L1, "[A-Za-z0-9.-]+"_L1);
        return QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(host).hasMatch();
    });
}

// What the holes of a pattern hold in an address: "https://{domain}/" and "https://a.b" give domain = "a.b".
QHash<QString, QString> valuesIn(const QString &pattern, const QString &address)
{
    static const QRegularExpression hole(u"\\\\\\{([a-z_]+)\\\\\\}"_s);
    QString plain = withoutDiscovery(pattern);
    if (plain.endsWith(u'/'))
        plain.chop(1);
    QString expression = QRegularExpression::escape(plain);
    QStringList names;
    for (auto match = hole.match(expression); match.hasMatch(); match = hole.match(expression)) {
        names += match.captured(1);
        expression.replace(match.capturedStart(), match.capturedLength(), u"([^/]+)"_s);
    }
    const auto found = QRegularExpression(QRegularExpression::anchoredPattern(expression + "/?"_L1)).match(address);
    QHash<QString, QString> values;
    for (qsizetype i = 0; found.hasMatch() && i < names.size(); ++i)
        values.insert(names[i], found.captured(static_cast<int>(i) + 1));
    return values;
}

} // namespace

Result<QUrl> addressFrom(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.contains("://"_L1)) {
        if (const auto at = text.lastIndexOf(u'@'); at >= 0)
            text = text.mid(at + 1); // somebody@acme.example
        text.prepend("https://"_L1);
    }
    const QUrl url(withoutDiscovery(text), QUrl::StrictMode);
    static const QRegularExpression blank(u"\\s"_s);
    if (text.contains(blank) || !isAcceptableUrl(url) || url.hasQuery())
        return fail(ErrorCode::InvalidInput, u"issuer: not an https address (http is for loopback hosts only)"_s);
    return url;
}

ProviderDraft draftFor(const QUrl &address, const std::vector<ProfileTemplate> &templates)
{
    const QString text = address.toString(QUrl::FullyEncoded);
    for (const ProfileTemplate &blank : templates) {
        if (!isFor(blank, address.host()))
            continue;
        ProviderDraft draft = draftFrom(blank);
        for (const auto &member : {"issuer"_L1, "discovery_url"_L1}) {
            const auto values = valuesIn(draft.profile.value(member).toString(), text);
            if (!values.isEmpty())
                return filled(std::move(draft), values);
        }
        // The host is the provider's, the address is not of the usual form: it is the issuer itself, unless that is
        // the same for everybody.
        if (draft.text("issuer"_L1).isEmpty())
            draft.profile.insert("issuer"_L1, text);
        return draft;
    }
    const auto generic = std::ranges::find(templates, u"generic"_s, &ProfileTemplate::id);
    ProviderDraft draft = generic == templates.end() ? ProviderDraft() : draftFrom(*generic);
    draft.profile.insert("issuer"_L1, text);
    return draft;
}

} // namespace core
