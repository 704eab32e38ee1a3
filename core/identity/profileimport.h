// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providerdraft.h"

namespace core {

using ProfileTemplates = std::vector<ProfileTemplate>;

// The draft that a provider's own file stands for; which kind of file it is, is told by what is in it:
//   lectern.provider/1; the credentials of an App ID application or service; VCAP_SERVICES with such credentials in it;
//   the config.json of an Oracle IDCS sample; an OpenID Connect discovery document (Discovery 1.0, 3).
// What the files don't say comes from the template of that provider. A client secret ends up in `clientSecret`; other
// secrets (API keys) are left behind. InvalidInput: none of these, or a member is not what it should be.
[[nodiscard]] Result<ProviderDraft> importProfile(const QByteArray &json, const ProfileTemplates &templates);

// The same from a file; `extra_ca` and `client_certificate` of a profile are found
// beside it. NotFound and AccessDenied besides.
[[nodiscard]] Result<ProviderDraft> importProfileFile(const QString &file, const ProfileTemplates &templates);

// Whether a file is one that only importing makes a profile of: of the kinds above, but not lectern.provider/1.
[[nodiscard]] bool isProvidersOwnFile(const QString &file);

// The same for each kind alone.
[[nodiscard]] Result<ProviderDraft> importLecternProfile(const QJsonObject &profile);
[[nodiscard]] Result<ProviderDraft> importAppIdCredentials(const QJsonObject &credentials,
                                                           const ProfileTemplates &templates);
[[nodiscard]] Result<ProviderDraft> importVcapServices(const QJsonObject &services, const ProfileTemplates &templates);
[[nodiscard]] Result<ProviderDraft> importIdcsConfig(const QJsonObject &config, const ProfileTemplates &templates);
[[nodiscard]] Result<ProviderDraft> importDiscovery(const QJsonObject &document, const ProfileTemplates &templates);

// The draft of a template that may be absent: then an empty one.
[[nodiscard]] ProviderDraft draftOfTemplate(const ProfileTemplates &templates, const QString &id);

} // namespace core
