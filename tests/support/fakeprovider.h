// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/clock.h"
#include "core/identity/redirectlistener.h"
#include "core/net/http.h"
#include "tests/support/testkey.h"

#include <QJsonObject>

#include <functional>
#include <optional>
#include <vector>

// An OpenID provider behind a transport: real keys, real signatures, real protocol, no sockets. Correct unless a test
// says so.
class FakeProvider final : public core::HttpTransport
{
public:
    explicit FakeProvider(const core::Clock &clock);

    core::Async<core::HttpResponse> send(const core::HttpRequest &request, std::stop_token stop) override;

    // What the sign-in page would send back to the redirect.
    core::AuthorizationResponse authorize(const QUrl &start);
    [[nodiscard]] int requestsTo(const QString &path) const;
    void answerAll(); // what was held

    QString issuer = QStringLiteral("https://op.example");
    QString clientId = QStringLiteral("desktop");
    QString subject = QStringLiteral("user-1");
    QJsonObject discovery;
    QJsonObject userinfo;
    QJsonObject introspection{{QStringLiteral("active"), true}}; // of an access token that was given out
    TestKey key;
    QString kid = QStringLiteral("k1");
    QByteArray algorithm = "RS256";
    std::vector<QJsonObject> keys; // what jwks_uri gives
    QJsonObject extraClaims;
    int lifetime = 600; // of access tokens, seconds
    QStringList missingClaims;
    QJsonObject extraTokenMembers;
    QStringList missingTokenMembers;
    std::function<QByteArray(QJsonObject claims)> signIdToken; // instead of key
    // Answers instead of the provider when it gives something; Network stands for a connection that broke.
    std::function<std::optional<core::Result<core::HttpResponse>>(const core::HttpRequest &)> instead;
    std::function<void(const core::HttpRequest &)> before;
    int loseAnswers = 0; // this many token answers are lost after the work was done
    bool isSilent = false; // answers are held
    std::vector<core::HttpRequest> requests;
    std::vector<QByteArray> issued; // every token ever given out
    QByteArray refreshToken; // the one that is good now
    QByteArray previousRefreshToken; // still good inside the grace time
    bool rotates = true;
    bool hasGrace = true;
    int graceSeconds = 0; // 0: until the next rotation
    int revoked = 0;
    bool demandsPushedRequests = false; // parameters in the browser's address are refused
    QJsonObject deviceAuthorization; // what the device authorization endpoint gives, besides the device code
    QStringList deviceErrors; // of the next questions with a device code; then the person has said yes

private:
    core::HttpResponse respond(const core::HttpRequest &request);
    core::HttpResponse token(const QHash<QString, QString> &form);
    core::HttpResponse deviceToken(const QHash<QString, QString> &form);
    core::HttpResponse tokens(const QString &nonce);
    [[nodiscard]] bool isCodeGood(const QHash<QString, QString> &form) const;
    QByteArray issue(const QByteArray &prefix);

    const core::Clock &m_clock;
    QHash<QString, QString> m_attempt; // the parameters of the last authorization request
    QHash<QString, QHash<QString, QString>> m_pushed; // authorization requests by request_uri, each good once
    QString m_code;
    QByteArray m_deviceCode;
    QDateTime m_rotated;
    int m_count = 0;
    std::vector<std::function<void()>> m_held;
};
