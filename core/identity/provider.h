// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/identity/deviceauthorization.h"
#include "core/identity/discovery.h"
#include "core/identity/dpop.h"
#include "core/identity/form.h"
#include "core/identity/idtoken.h"
#include "core/identity/jwks.h"
#include "core/identity/jwtsigner.h"
#include "core/identity/profile.h"
#include "core/identity/signature.h"
#include "core/identity/silentendpoint.h"
#include "core/identity/tokenresponse.h"
#include "core/net/http.h"

#include <QObject>

#include <functional>
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
        // Refreshing only: the provider answered, and its ID token is not to be believed. Of the tokens there is the
        // refresh token alone then, which says whether the one that was sent is spent; and the claims only where
        // nothing but the time is wrong (isAboutTime).
        std::optional<Error> refused = {};
    };
    // Sends a grant to the token endpoint and believes the answer only when its ID token fits. Where the profile asks
    // for bound tokens and the provider offers them (RFC 9449), a new key is made for a new session; from then on it is
    // a part of the refresh token (BoundToken), and a refresh token that has one is always sent with a proof.
    [[nodiscard]] Async<Redeemed> redeem(const FormFields &grant, const Secret &clientSecret,
                                         const IdTokenExpectation &expected, const std::stop_token &stop);

    // The headers that show a bound access token to whomever it is for: a proof and the token. `key` is the refresh
    // token's.
    [[nodiscard]] Result<HttpHeaders> proofHeaders(const Secret &key, const QByteArray &method, const QUrl &url,
                                                   const Secret &accessToken) const;
    // True when the response asks for the nonce that it brings: then the request is worth sending once more.
    bool learnNonce(const QUrl &url, const HttpResponse &response);

    // The claims when they are about that subject (Core, 5.3.2); SignInRefused when they are about somebody else.
    [[nodiscard]] Async<QJsonObject> userinfo(const TokenResponse &tokens, const QString &subject,
                                              const std::stop_token &stop);
    // What is known of an access token of that subject's, to read roles and scopes from: the claims of a JWT that this
    // provider signed and issued and whose time is not over (RFC 9068, 4), the token response's `scope`, and, where the
    // profile asks for introspection (RFC 7662), what its endpoint says; the later wins. Errors are introspection's:
    // see parseIntrospection().
    [[nodiscard]] Async<QJsonObject> accessClaims(const TokenResponse &tokens, const QString &subject,
                                                  const Secret &clientSecret, const std::stop_token &stop);

    // Hands the parameters of an authorization request over (RFC 9126); gives the request_uri that stands for them.
    [[nodiscard]] Async<QString> pushAuthorization(const FormFields &parameters, const Secret &clientSecret,
                                                   const std::stop_token &stop);
    // Asks for a code that a person enters in another machine's browser (RFC 8628, 3.1). SignInRefused when there is no
    // such endpoint; other errors: see parseDeviceAuthorization().
    [[nodiscard]] Async<DeviceAuthorization> authorizeDevice(const QString &organization, const Secret &clientSecret,
                                                             const std::stop_token &stop);

    // Which endpoint a question with this token waits for now; nothing: none. A question that gets no answer at all
    // ends with Timeout, and silentEndpointOf() tells the endpoint.
    [[nodiscard]] std::optional<SilentEndpoint> awaited(const std::stop_token &stop) const
    {
        return m_awaited.of(stop);
    }

    [[nodiscard]] Async<> revoke(const Secret &refreshToken, const Secret &clientSecret, const std::stop_token &stop);

private:
    [[nodiscard]] QString nameOf(const QUrl &endpoint) const;
    // Every request goes this way.
    [[nodiscard]] Async<HttpResponse> ask(const HttpRequest &request, const std::stop_token &stop);
    [[nodiscard]] Async<QByteArray> fetch(const QUrl &url, const QString &what, const std::stop_token &stop);
    [[nodiscard]] Async<KeySet> keys(const std::stop_token &stop);
    // Makes the same request anew: what may be used once is in it.
    using RequestMaker = std::function<Result<HttpRequest>()>;

    // A form to an endpoint, with the client's own authentication, and with a proof when there is a key. After
    // metadata().
    [[nodiscard]] Async<HttpResponse> post(const QUrl &endpoint, const FormFields &fields, const Secret &clientSecret,
                                           const std::stop_token &stop, const Secret &proofKey = {});
    [[nodiscard]] Result<HttpRequest> authenticated(const QUrl &endpoint, const FormFields &fields,
                                                    const Secret &clientSecret) const;
    [[nodiscard]] bool bindsTokens(const ProviderMetadata &known) const;
    [[nodiscard]] Async<HttpResponse> sendProved(const RequestMaker &make, const Secret &key, const Secret &accessToken,
                                                 const std::stop_token &stop, int tries = 2);
    [[nodiscard]] Async<QJsonObject> signedAccessClaims(const Secret &accessToken, const std::stop_token &stop);
    [[nodiscard]] Result<> checkAccessClaims(const QJsonObject &claims) const;
    [[nodiscard]] Async<QJsonObject> introspect(const Secret &accessToken, const QString &subject,
                                                const Secret &clientSecret, const std::stop_token &stop);
    [[nodiscard]] Async<> verify(const Jws &token, const std::stop_token &stop);
    [[nodiscard]] bool isSignedBy(const KeySet &keys, const Jws &token) const;
    [[nodiscard]] Async<Redeemed> send(const FormFields &grant, const Secret &clientSecret,
                                       const IdTokenExpectation &expected, const std::stop_token &stop);
    [[nodiscard]] Async<Redeemed> believe(const HttpResponse &response, IdTokenExpectation expected,
                                          const Secret &proofKey, const std::stop_token &stop);
    [[nodiscard]] Result<> checkSignedUserinfo(const Jws &token) const;
    [[nodiscard]] Async<QJsonObject> believeUserinfo(const HttpResponse &response, const QString &subject,
                                                     const std::stop_token &stop);

    ProviderProfile m_profile;
    HttpTransport &m_http;
    const SignatureVerifier &m_signatures;
    const Clock &m_clock;
    const JwtSigner *m_signer = nullptr;
    ProofNonces m_nonces;
    AwaitedEndpoints m_awaited;
    std::optional<ProviderMetadata> m_metadata;
    QDateTime m_metadataUntil;
    KeySet m_keys;
    QDateTime m_keysUntil;
    QDateTime m_nextRefetch; // an unknown key makes us ask again, but not at a stranger's pace
};

} // namespace core
