// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/form.h"
#include "core/identity/tokenrequest.h"
#include "tests/support/identityfixture.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

// A provider that answers a request to `path` with an error that repeats all of it.
struct Fixture : IdentityFixture {
    explicit Fixture(const QString &authentication)
    {
        profile.clientAuthentication = authentication;
        secrets.entries.insert(core::clientSecretKey(profile), core::Secret(clientSecret));
    }

    void repeatAt(const QString &path, const std::function<QByteArray(const core::HttpRequest &)> &repeated)
    {
        provider.instead = [=,
                            this](const core::HttpRequest &request) -> std::optional<core::Result<core::HttpResponse>> {
            if (request.url.path() != path)
                return std::nullopt;
            sent = request;
            const QJsonObject body{{u"error"_s, u"invalid_request"_s},
                                   {u"error_description"_s, QString::fromUtf8(repeated(request))}};
            return core::HttpResponse{400, {}, QJsonDocument(body).toJson()};
        };
    }

    // What of the request must be nowhere in the error: values of its form and its headers.
    [[nodiscard]] QByteArrayList secretsSent() const
    {
        QByteArrayList all{clientSecret, clientSecret.toPercentEncoding()};
        const auto form = core::decodeForm(sent.body)->fields;
        for (const char *name : {"code", "code_verifier", "client_secret", "refresh_token", "device_code", "state",
                                 "nonce", "client_assertion"}) {
            if (const QString value = form.value(QLatin1StringView(name)); !value.isEmpty())
                all += {value.toUtf8(), value.toUtf8().toPercentEncoding()};
        }
        for (const auto &[name, value] : sent.headers) {
            if (name == "Authorization")
                all += value.sliced(6);
        }
        return all;
    }

    const QByteArray clientSecret = "CLIENT/SECRET42";
    core::HttpRequest sent;
};

QByteArray whole(const core::HttpRequest &request)
{
    QByteArray text = request.body + " |";
    for (const auto &[name, value] : request.headers)
        text += ' ' + name + ": " + value;
    return text;
}

QByteArray headersFirst(const core::HttpRequest &request)
{
    const QByteArray text = whole(request);
    return text.sliced(text.indexOf('|')) + text;
}

QByteArray readable(const core::HttpRequest &request)
{
    return QByteArray::fromPercentEncoding(request.body);
}

QByteArray fromTheEnd(const core::HttpRequest &request)
{
    return request.body.right(150);
}

} // namespace

class TestRepeatedSecrets : public QObject
{
    Q_OBJECT

private slots:
    void noErrorRepeatsWhatWasSent_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("authentication");
        QTest::addColumn<int>("way");
        for (const QString &path : {u"/token"_s, u"/par"_s, u"/device"_s}) {
            for (const QString &kind : {u"none"_s, u"client_secret_basic"_s, u"client_secret_post"_s}) {
                for (int way = 0; way < 4; ++way)
                    QTest::addRow("%s %s %d", qPrintable(path), qPrintable(kind), way) << path << kind << way;
            }
        }
    }

    void noErrorRepeatsWhatWasSent()
    {
        QFETCH(QString, path);
        QFETCH(QString, authentication);
        QFETCH(int, way);
        Fixture f(authentication);
        f.profile.pushedAuthorizationRequests = path == "/par"_L1;
        f.provider.discovery.insert(u"pushed_authorization_request_endpoint"_s, f.provider.issuer + u"/par"_s);
        f.repeatAt(path, std::array{whole, headersFirst, readable, fromTheEnd}.at(static_cast<std::size_t>(way)));
        f.start();
        const auto account = path == "/device"_L1
            ? f.answerOf(f.accounts->signInWithDevice(f.profile.id, {}, [](const auto &) {}, {}))
            : f.signIn();
        QVERIFY(!account);
        const QByteArray detail = account.error().detail.toUtf8();
        QVERIFY2(detail.startsWith("invalid_request: \""), detail.constData());
        for (const QByteArray &secret : f.secretsSent())
            QVERIFY2(!detail.contains(secret.left(12)), detail.constData());
    }

    void anAssertionIsNotRepeated()
    {
        Fixture f(u"private_key_jwt"_s);
        const TestKey key = TestKey::make("ES256", 0);
        f.secrets.entries.insert(core::clientSecretKey(f.profile),
                                 core::Secret(QJsonDocument(key.privateJwk()).toJson()));
        f.repeatAt(u"/token"_s, headersFirst);
        const auto account = f.signIn();
        QVERIFY(!account);
        const QString assertion = core::decodeForm(f.sent.body)->fields.value(u"client_assertion"_s);
        QVERIFY(!assertion.isEmpty());
        QVERIFY2(!account.error().detail.contains(assertion.left(12)), qPrintable(account.error().detail));
    }

    void aRefreshTokenIsNotRepeated()
    {
        Fixture f(u"none"_s);
        const auto account = f.signIn();
        QVERIFY(account);
        const QByteArray token = f.keptToken(account->id).reveal();
        f.repeatAt(u"/token"_s, readable);
        f.clock.time = f.clock.time.addSecs(3600);
        const auto refreshed = f.token();
        QVERIFY(!refreshed);
        QVERIFY(f.sent.body.contains(token));
        QVERIFY(refreshed.error().detail.startsWith("invalid_request"_L1));
        QVERIFY2(!refreshed.error().detail.contains(QString::fromLatin1(token)), qPrintable(refreshed.error().detail));
    }

    void theAnswerOfThePageDoesNotRepeatStateAndNonce()
    {
        Fixture f(u"none"_s);
        QString state;
        QString nonce;
        f.browser.onOpen = [&](const QUrl &start) {
            const auto asked = core::decodeForm(start.query(QUrl::FullyEncoded).toLatin1())->fields;
            state = asked.value(u"state"_s);
            nonce = asked.value(u"nonce"_s);
            const core::AuthorizationResponse answer{
                {u"error"_s, u"access_denied"_s},
                {u"error_description"_s, "state "_L1 + state + " nonce "_L1 + nonce},
                {u"state"_s, state},
                {u"iss"_s, f.provider.issuer}};
            f.listeners.deliver(answer);
        };
        const auto account = f.signIn();
        QVERIFY(!account && !state.isEmpty() && !nonce.isEmpty());
        QCOMPARE(account.error().detail, u"access_denied: \"state … nonce …\""_s);
    }
};

QTEST_GUILESS_MAIN(TestRepeatedSecrets)
#include "tst_repeatedsecrets.moc"
