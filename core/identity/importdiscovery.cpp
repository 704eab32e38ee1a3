// SPDX-License-Identifier: GPL-3.0-or-later
// An OpenID Connect discovery document that somebody saved. Only its issuer counts: everything else is asked of the
// provider itself, where it can't be out of date. Oracle's document lies one level deeper.
#include "core/identity/profileimport.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

Result<ProviderDraft> importDiscovery(const QJsonObject &document, const ProfileTemplates &templates)
{
    const QJsonValue wrapped = document.value("openid-configuration"_L1);
    const QJsonObject inner = wrapped.isObject() ? wrapped.toObject() : document;
    const QString issuer = inner.value("issuer"_L1).toString();
    const auto address = addressFrom(issuer);
    if (!address || !issuer.contains("://"_L1))
        return fail(ErrorCode::InvalidInput, u"issuer: missing, or not an https address"_s);
    ProviderDraft draft = draftFor(*address, templates);
    // As it is written: a slash at the end belongs to it (Discovery, 4.3).
    if (draft.blank == "generic"_L1 || draft.blank.isEmpty())
        draft.profile.insert("issuer"_L1, issuer);
    return draft;
}

} // namespace core
