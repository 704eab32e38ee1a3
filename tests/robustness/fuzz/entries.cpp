// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/robustness/fuzz/entries.h"

#include "core/adapters/browser/browsernews.h"
#include "core/adapters/crypto/opensslsignatureverifier.h"
#include "core/identity/authorization.h"
#include "core/identity/base64url.h"
#include "core/identity/deviceauthorization.h"
#include "core/identity/discovery.h"
#include "core/identity/form.h"
#include "core/identity/idtoken.h"
#include "core/identity/introspection.h"
#include "core/identity/jwks.h"
#include "core/identity/loopbackrequest.h"
#include "core/identity/profilereader.h"
#include "core/identity/tokenresponse.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace fuzz {

void demand(bool holds)
{
    if (!holds)
        std::abort();
}

bool isOneVisibleLine(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint(); });
}

namespace {

void formComesBackAsItWas(const QByteArray &form)
{
    const auto decoded = core::decodeForm(form);
    if (!decoded)
        return;
    core::FormFields fields;
    for (auto it = decoded->fields.constBegin(); it != decoded->fields.constEnd(); ++it)
        fields.emplace_back(it.key(), it.value());
    const auto again = core::decodeForm(core::encodeForm(fields));
    demand(again && again->twice.isEmpty());
    for (auto it = again->fields.constBegin(); it != again->fields.constEnd(); ++it)
        demand(decoded->fields.value(it.key()) == it.value());
    for (const QString &name : decoded->twice)
        demand(decoded->fields.contains(name));
}

core::ProviderProfile knownProfile()
{
    core::ProviderProfile profile;
    profile.id = u"acme"_s;
    profile.issuer = u"https://op.example"_s;
    profile.clientId = u"desktop"_s;
    return profile;
}

bool isEmptyOrAcceptable(const QUrl &url)
{
    return url.isEmpty() || core::isAcceptableUrl(url);
}

bool isEmptyOrSecure(const QUrl &url)
{
    return isEmptyOrAcceptable(url) && url.scheme() != "http"_L1;
}

} // namespace

void loopback(const QByteArray &input)
{
    core::LoopbackRequest request;
    const auto whole = core::parseLoopbackRequest(input, request);
    // Bytes come in pieces: what was wrong or done in the middle is so at the end.
    core::LoopbackRequest early;
    const auto half = core::parseLoopbackRequest(input.left(input.size() / 2), early);
    demand(half == core::LoopbackParse::Incomplete || half == whole);
    if (whole != core::LoopbackParse::Complete)
        return;
    demand(half != whole || (early.path == request.path && early.query == request.query && early.body == request.body));
    demand(request.path.startsWith('/') && !request.path.contains('?') && !request.method.isEmpty());
    demand(request.body.size() + request.query.size() < core::largestLoopbackRequest);
    formComesBackAsItWas(request.query);
    formComesBackAsItWas(request.body);
}

void jwt(const QByteArray &input)
{
    const auto token = core::parseJws(input);
    if (!token)
        return demand(isOneVisibleLine(token.error().detail));
    demand(core::isKnownAlgorithm(token->algorithm));
    demand(token->signedBytes + '.' + core::toBase64Url(token->signature) == input); // one spelling of every token
    core::IdTokenExpectation expected;
    expected.issuer = u"https://op.example"_s;
    expected.clientId = u"desktop"_s;
    expected.nonce = u"n"_s;
    expected.accessToken = core::Secret("a");
    expected.now = QDateTime(QDate(2024, 5, 7), QTime(10, 0), Qt::UTC);
    if (const auto checked = core::checkIdToken(*token, expected))
        demand(!token->payload.value("sub"_L1).toString().isEmpty());
    // Nobody has the other half of this key.
    const QJsonObject key{{u"kty"_s, u"EC"_s},
                          {u"crv"_s, u"P-256"_s},
                          {u"x"_s, u"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"_s},
                          {u"y"_s, u"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"_s}};
    demand(!core::OpenSslSignatureVerifier().verify("ES256", key, token->signedBytes + '!', token->signature));
}

void jwks(const QByteArray &input)
{
    const auto keys = core::parseKeySet(input);
    if (!keys)
        return;
    const core::OpenSslSignatureVerifier verifier;
    for (const char *algorithm : {"RS256", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519", "Ed448", "none"}) {
        const auto fitting = core::candidates(*keys, algorithm, {});
        demand(fitting.size() <= 8);
        for (const QJsonObject &key : fitting)
            (void)verifier.verify(algorithm, key, "text", QByteArray(64, 'x'));
    }
}

void discovery(const QByteArray &input)
{
    const auto metadata = core::parseDiscovery(knownProfile(), input);
    if (!metadata)
        return demand(isOneVisibleLine(metadata.error().detail));
    demand(metadata->issuer == "https://op.example"_L1);
    demand(!metadata->authorizationEndpoint.isEmpty() && !metadata->tokenEndpoint.isEmpty());
    for (const QUrl &url :
         {metadata->authorizationEndpoint, metadata->tokenEndpoint, metadata->keysUrl, metadata->userinfoEndpoint,
          metadata->revocationEndpoint, metadata->introspectionEndpoint, metadata->endSessionEndpoint,
          metadata->deviceAuthorizationEndpoint, metadata->pushedAuthorizationEndpoint})
        demand(isEmptyOrSecure(url));
}

// The first byte is the status.
void tokenResponse(const QByteArray &input)
{
    static constexpr std::array statuses{200, 400, 401, 429, 500, 302};
    const auto first = static_cast<unsigned char>(input.isEmpty() ? 0 : input.front());
    const core::HttpResponse response{statuses.at(first % statuses.size()), {}, input.mid(1)};
    const auto tokens = core::parseTokenResponse(response);
    if (!tokens) {
        demand(isOneVisibleLine(tokens.error().detail) && tokens.error().detail.size() < 300);
        return;
    }
    demand(response.status == 200 && !tokens->accessToken.isEmpty());
    for (const core::Secret &token : {tokens->accessToken, tokens->refreshToken}) {
        for (const char c : token.reveal())
            demand(c > 0x20 && c < 0x7f); // fit for a header
    }
    demand(!tokens->lifetime || tokens->lifetime->count() >= 0);
}

// The first byte is the status. Whatever the answer was meant for, each of its readers copes with it.
void backChannel(const QByteArray &input)
{
    static constexpr std::array statuses{200, 201, 400, 401, 429, 500};
    const auto first = static_cast<unsigned char>(input.isEmpty() ? 0 : input.front());
    const core::HttpResponse response{statuses.at(first % statuses.size()), {}, input.mid(1)};
    const QDateTime now(QDate(2024, 5, 7), QTime(10, 0), Qt::UTC);
    const auto isShort = [](const QString &detail) { return isOneVisibleLine(detail) && detail.size() < 300; };

    if (const auto device = core::parseDeviceAuthorization(response, now)) {
        demand(core::isAcceptableUrl(device->prompt.verificationUri)
               && isEmptyOrAcceptable(device->prompt.completeUri));
        demand(isOneVisibleLine(device->prompt.userCode) && !device->prompt.userCode.isEmpty());
        demand(device->prompt.expiresAt > now && device->interval.count() > 0 && !device->deviceCode.isEmpty());
    } else {
        demand(isShort(device.error().detail));
    }
    if (const auto pushed = core::parsePushedRequest(response))
        demand(response.status == 201 && isOneVisibleLine(*pushed) && !pushed->contains(u' '));
    else
        demand(isShort(pushed.error().detail));
    if (const auto claims = core::parseIntrospection(response, {u"https://op.example"_s, u"desktop"_s, u"user-1"_s}))
        demand(response.status == 200 && claims->value("active"_L1).toBool());
    else
        demand(isShort(claims.error().detail));
}

void profile(const QByteArray &input)
{
    const auto parsed = core::parseProfile(input);
    if (!parsed)
        return demand(isOneVisibleLine(parsed.error().detail));
    demand(core::isAcceptableUrl(QUrl(parsed->issuer, QUrl::StrictMode)));
    demand(isEmptyOrAcceptable(parsed->discoveryUrl) && parsed->scopes.contains("openid"_L1));
    demand(!parsed->id.isEmpty() && !parsed->id.contains(u'/') && !parsed->clientId.isEmpty());
    demand(!parsed->authorizeParameters.contains(u"redirect_uri"_s));
}

// Out of the browser's pipe. What is understood says the same when it is said again, and is fit to be shown.
void browserNews(const QByteArray &input)
{
    core::BrowserFrameReader reader(core::news::longestNews);
    reader.feed(input);
    while (const auto frame = reader.next()) {
        const auto said = core::news::decode(*frame);
        if (!said)
            continue;
        demand(core::news::encode(*said) == core::encodeFrame(*frame));
        if (const auto *origin = std::get_if<core::news::OriginChanged>(&*said))
            demand(core::isAcceptableUrl(origin->origin) || origin->origin.scheme() == "http"_L1);
        if (const auto *title = std::get_if<core::news::TitleChanged>(&*said))
            demand(isOneVisibleLine(title->title));
        if (const auto *failed = std::get_if<core::news::Failed>(&*said))
            demand(isOneVisibleLine(failed->host) && !failed->host.contains(u' '));
    }
}

} // namespace fuzz
