// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/identity/deviceauthorization.h"
#include "core/identity/discovery.h"
#include "core/identity/form.h"
#include "core/identity/idtoken.h"
#include "core/identity/jwks.h"
#include "core/identity/jwtsigner.h"
#include "core/identity/profile.h"
#include "core/identity/signature.h"
#include "core/identity/tokenresponse.h"
#include "core/net/http.h"

#include <QObject>

#include <stop_token>

namespace core {

// One identity provider as seen over its back channel: what it says of itself, its keys, its endpoints. Keeps metadata
// and keys for a while, tokens never.
class Provider : public QObject
{
    Q_OBJECT

public:
    Provider(ProviderProfile profile, HttpTransport &http, const SignatureVerifier &signatures, const Clock &clock,
             QObject *parent = nullptr);

    // What signs a client's assertions (private_key_jwt); without one such a profile ends with InvalidInput.
    void setSigner(const JwtSigner *signer) { m_signer = signer; }

    [[nodiscard]] const ProviderProfile &profile() const { return m_profile; }

    [[nodiscard]] Async<ProviderMetadata> metadata(const std::stop_token &stop);

    struct Redeemed {
        TokenResponse tokens;
        QJsonObject idClaims; // of a token whose signature and claims were checked; empty when refreshing gave none
    };
    // Sends a grant to the token endpoint and believes the answer only when its ID token fits.
    [[nodiscard]] Async<Redeemed> redeem(const FormFields &grant, const Secret &clientSecret,
                                         const IdTokenExpectation &expected, const std::stop_token &stop);

    // The claims when they are about that subject (Core, 5.3.2); SignInRefused when they are about somebody else.
    [[nodiscard]] Async<QJsonObject> userinfo(const Secret &accessToken, const QString &subject,
                                              const std::stop_token &stop);
    // What is known of an access token of that subject's, to read roles and scopes from: the claims of a JWT that this
    // provider signed, the token response's `scope`, and, where the profile asks for introspection (RFC 7662), what its
    // endpoint says; the later wins. Errors are introspection's: see parseIntrospection().
    [[nodiscard]] Async<QJsonObject> accessClaims(const TokenResponse &tokens, const QString &subject,
                                                  const Secret &clientSecret, const std::stop_token &stop);

    // Hands the parameters of an authorization request over (RFC 9126); gives the request_uri that stands for them.
    [[nodiscard]] Async<QString> pushAuthorization(const FormFields &parameters, const Secret &clientSecret,
                                                   const std::stop_token &stop);
    // Asks for a code that a person enters in another machine's browser (RFC 8628, 3.1). SignInRefused when there is no
    // such endpoint; other errors: see parseDeviceAuthorization().
    [[nodiscard]] Async<DeviceAuthorization> authorizeDevice(const QString &organization, const Secret &clientSecret,
                                                             const std::stop_token &stop);

    [[nodiscard]] Async<> revoke(const Secret &refreshToken, const Secret &clientSecret, const std::stop_token &stop);

private:
    [[nodiscard]] Async<QByteArray> fetch(const QUrl &url, const QString &what, const std::stop_token &stop);
    [[nodiscard]] Async<KeySet> keys(const std::stop_token &stop);
    // A form to an endpoint, with the client's own authentication. After metadata().
    [[nodiscard]] Async<HttpResponse> post(const QUrl &endpoint, const FormFields &fields, const Secret &clientSecret,
                                           const std::stop_token &stop);
    [[nodiscard]] Async<QJsonObject> signedAccessClaims(const Secret &accessToken, const std::stop_token &stop);
    [[nodiscard]] Async<QJsonObject> introspect(const Secret &accessToken, const QString &subject,
                                                const Secret &clientSecret, const std::stop_token &stop);
    [[nodiscard]] Async<> verify(const Jws &token, const std::stop_token &stop);
    [[nodiscard]] bool isSignedBy(const KeySet &keys, const Jws &token) const;
    [[nodiscard]] Async<Redeemed> believe(const HttpResponse &response, IdTokenExpectation expected,
                                          const std::stop_token &stop);
    [[nodiscard]] Result<> checkSignedUserinfo(const Jws &token) const;
    [[nodiscard]] Async<QJsonObject> believeUserinfo(const HttpResponse &response, const QString &subject,
                                                     const std::stop_token &stop);

    ProviderProfile m_profile;
    HttpTransport &m_http;
    const SignatureVerifier &m_signatures;
    const Clock &m_clock;
    const JwtSigner *m_signer = nullptr;
    std::optional<ProviderMetadata> m_metadata;
    QDateTime m_metadataUntil;
    KeySet m_keys;
    QDateTime m_keysUntil;
    QDateTime m_nextRefetch; // an unknown key makes us ask again, but not at a stranger's pace
};

} // namespace core
