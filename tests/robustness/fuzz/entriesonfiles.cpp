// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a person hands over, and what a keychain gives back.
#include "core/adapters/crypto/openssljwtsigner.h"
#include "core/engines/connection.h"
#include "core/identity/boundtoken.h"
#include "core/identity/profileimport.h"
#include "core/identity/profilereader.h"
#include "core/identity/storedsession.h"
#include "core/net/http.h"
#include "tests/robustness/fuzz/entries.h"

using namespace Qt::Literals::StringLiterals;

namespace fuzz {

void import(const QByteArray &input)
{
    const auto draft = core::importProfile(input, {});
    if (!draft)
        return demand(isOneVisibleLine(draft.error().detail));
    // A secret is in no file, whatever the draft was made of. Short ones are part of any text, and one that is also
    // written where no secret belongs is none.
    const QByteArray secret = draft->clientSecret.reveal();
    demand(secret.size() < 20 || input.count(secret) > 1 || !core::fileOf(*draft).contains(secret));
    (void)core::missingIn(*draft);
    if (const auto profile = core::profileOf(*draft))
        demand(core::isAcceptableUrl(QUrl(profile->issuer, QUrl::StrictMode)) && !profile->id.contains(u'/'));
    else
        demand(isOneVisibleLine(profile.error().detail));
}

void connection(const QByteArray &input)
{
    const auto parsed = core::parseConnection(input);
    if (!parsed)
        return demand(isOneVisibleLine(parsed.error().detail));
    demand(parsed->baseUrl.scheme() == "https"_L1 || core::isLoopback(parsed->baseUrl));
    demand(!parsed->baseUrl.host().isEmpty() && parsed->baseUrl.userInfo().isEmpty());
    demand(!parsed->id.isEmpty() && !parsed->id.contains(u'/') && isOneVisibleLine(parsed->id));
}

void keychain(const QByteArray &input)
{
    const core::Secret entry(input);
    if (const auto session = core::decodeSession(entry)) {
        const auto again = core::decodeSession(core::encodeSession(*session));
        demand(again.has_value() == !session->refreshToken.isEmpty());
        demand(!again || again->generation == session->generation);
    } else {
        demand(isOneVisibleLine(session.error().detail));
    }
    const core::BoundToken bound = core::parted(entry);
    demand(!bound.key.isEmpty() || bound.token == entry);

    const core::OpenSslJwtSigner signer;
    const auto key = signer.describe(entry);
    if (!key)
        return demand(isOneVisibleLine(key.error().detail));
    for (const QString &algorithm : key->algorithms)
        (void)signer.sign(algorithm.toLatin1(), entry, "text");
}

} // namespace fuzz
