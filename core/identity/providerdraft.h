// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/identity/profile.h"
#include "core/identity/profiletemplate.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QUrl>

#include <vector>

namespace core {

// A provider profile in the making.
struct ProviderDraft {
    QString blank; // id of the template it began as; empty: none
    QString notes; // the template's: what is to be set at the provider
    QJsonObject profile; // lectern.provider/1; strings may still have {holes}, and never a secret
    std::vector<ProfileTemplate::Placeholder> placeholders; // of the template
    Secret clientSecret; // for the keychain
    QStringList others; // that the file it came from describes as well, by name

    [[nodiscard]] QString text(QLatin1StringView member) const; // of the profile; empty while it has a hole
};

[[nodiscard]] ProviderDraft draftFrom(const ProfileTemplate &blank);

// What a person has to say before the draft can be tested: placeholders that still stand in the profile, "client_id"
// and "client_secret" where they belong and are absent. Never "id": that is made of the name.
[[nodiscard]] std::vector<ProfileTemplate::Placeholder> missingIn(const ProviderDraft &draft);

// Blanks around a value are left out; "client_secret" goes where secrets go; an empty value leaves the hole.
[[nodiscard]] ProviderDraft filled(ProviderDraft draft, const QHash<QString, QString> &values);

// The profile without holes. InvalidInput names the member that is missing or wrong. A draft without a name or an id
// gets one from its issuer.
[[nodiscard]] Result<ProviderProfile> profileOf(const ProviderDraft &draft);
[[nodiscard]] QByteArray fileOf(const ProviderDraft &draft); // as parseProfile() reads it

// "Acme GmbH" -> "acme-gmbh": fit for a profile's id and a file's name, and not among `taken`.
[[nodiscard]] QString profileIdFor(const QString &name, const QStringList &taken);

// An issuer from what people type: a domain, an address with or without its discovery path, an e-mail address. https is
// assumed. InvalidInput for what is no such address, http beyond the loopback included.
[[nodiscard]] Result<QUrl> addressFrom(const QString &typed);

// The draft for an address: of the template whose hosts fit, its holes filled as far as the address tells; else of the
// template "generic".
[[nodiscard]] ProviderDraft draftFor(const QUrl &address, const std::vector<ProfileTemplate> &templates);

} // namespace core
