// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/authorization.h"
#include "core/identity/form.h"
#include "core/identity/tokenrequest.h"
#include "tests/support/identityfixture.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

// A provider that offers pushed authorization requests to a profile that asks.
struct Fixture : IdentityFixture {
    Fixture()
    {
        profile.pushedAuthorizationRequests = true;
        provider.discovery.insert(u"pushed_authorization_request_endpoint"_s, provider.issuer + u"/par"_s);
    }

    QHash<QString, QString> pushed() const
    {
        for (const core::HttpRequest &request : provider.requests) {
            if (request.url.path() == "/par"_L1)
                return core::decodeForm(request.body)->fields;
        }
        return {};
    }
};

} // namespace

class TestPushedAuthorization : public QObject
{
    Q_OBJECT

    static core::Result<QString> parse(const QJsonObject &json, int status = 201)
    {
        return core::parsePushedRequest({status, {}, QJsonDocument(json).toJson()});
    }

private slots:
    void theBrowserCarriesOnlyAReference()
    {
        Fixture f;
        f.provider.demandsPushedRequests = true;
        f.profile.resource = {u"https://api.example"_s};
        const auto account = f.signIn({.loginHint = u"alice@op.example"_s});
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        const auto shown = core::decodeForm(f.browser.lastStart.query(QUrl::FullyEncoded).toLatin1())->fields;
        QCOMPARE(shown.size(), 2);
        QCOMPARE(shown.value(u"client_id"_s), u"desktop"_s);
        QVERIFY(shown.value(u"request_uri"_s).startsWith("urn:ietf:params:oauth:request_uri:"_L1));
        const auto pushed = f.pushed();
        QCOMPARE(pushed.value(u"response_type"_s), u"code"_s);
        QCOMPARE(pushed.value(u"client_id"_s), u"desktop"_s);
        QCOMPARE(pushed.value(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(pushed.value(u"redirect_uri"_s), f.browser.lastRedirect.toString());
        QCOMPARE(pushed.value(u"login_hint"_s), u"alice@op.example"_s);
        QCOMPARE(pushed.value(u"resource"_s), u"https://api.example"_s);
        QVERIFY(pushed.value(u"state"_s).size() >= 43 && pushed.value(u"nonce"_s).size() >= 43);
    }

    void aSecondAttemptPushesAgain()
    {
        Fixture f;
        QVERIFY(f.signIn());
        QVERIFY(f.signIn());
        QCOMPARE(f.provider.requestsTo(u"/par"_s), 2);
    }

    void itIsUsedWhenOfferedAndAskedForOrDemanded_data()
    {
        QTest::addColumn<bool>("offered");
        QTest::addColumn<bool>("asked");
        QTest::addColumn<bool>("demanded");
        QTest::addColumn<int>("pushes");
        QTest::newRow("offered only") << true << false << false << 0;
        QTest::newRow("asked for only") << false << true << false << 0;
        QTest::newRow("offered and asked for") << true << true << false << 1;
        QTest::newRow("demanded") << true << false << true << 1;
    }

    void itIsUsedWhenOfferedAndAskedForOrDemanded()
    {
        QFETCH(bool, offered);
        QFETCH(bool, asked);
        QFETCH(bool, demanded);
        QFETCH(int, pushes);
        Fixture f;
        f.profile.pushedAuthorizationRequests = asked;
        if (!offered)
            f.provider.discovery.remove(u"pushed_authorization_request_endpoint"_s);
        f.provider.discovery.insert(u"require_pushed_authorization_requests"_s, demanded);
        QVERIFY(f.signIn());
        QCOMPARE(f.provider.requestsTo(u"/par"_s), pushes);
    }

    void theClientProvesItselfThereToo()
    {
        Fixture f;
        f.profile.clientAuthentication = u"client_secret_post"_s;
        f.secrets.entries.insert(core::clientSecretKey(f.profile), core::Secret("s3cret"));
        QVERIFY(f.signIn());
        QCOMPARE(f.pushed().value(u"client_secret"_s), u"s3cret"_s);
        const auto request = std::find_if(f.provider.requests.begin(), f.provider.requests.end(),
                                          [](const auto &one) { return one.url.path() == "/par"_L1; });
        QVERIFY(core::decodeForm(request->body)->twice.isEmpty());
        QVERIFY(!f.browser.lastStart.query().contains("s3cret"_L1));
    }

    void aRefusalOpensNoPage()
    {
        Fixture f;
        f.provider.instead = [](const core::HttpRequest &request) -> std::optional<core::Result<core::HttpResponse>> {
            if (request.url.path() != "/par"_L1)
                return std::nullopt;
            return core::HttpResponse{400, {}, R"({"error":"invalid_scope","error_description":"no"})"};
        };
        const auto account = f.signIn();
        QCOMPARE(account.error().code, ErrorCode::SignInRefused);
        QCOMPARE(account.error().detail, u"invalid_scope: \"no\""_s);
        QCOMPARE(f.browser.opened, 0);
        QCOMPARE(f.listeners.live, 0);
    }

    void closingTheWindowMeanwhileCancels()
    {
        Fixture f;
        f.start();
        auto browser = std::make_unique<FakeBrowser>();
        f.provider.before = [&browser](const core::HttpRequest &request) {
            if (request.url.path() == "/par"_L1)
                browser.reset();
        };
        QCOMPARE(f.answerOf(f.accounts->signIn(u"acme"_s, {}, *browser, {})).error().code, ErrorCode::Cancelled);
    }

    void anAnswerIsReadStrictly()
    {
        const QJsonObject good{{u"request_uri"_s, u"urn:x"_s}, {u"expires_in"_s, 60}};
        QCOMPARE(parse(good), u"urn:x"_s);
        const auto with = [&good](const QString &member, const QJsonValue &value) {
            QJsonObject json = good;
            json.insert(member, value);
            return json;
        };
        QCOMPARE(parse(good, 200).error().code, ErrorCode::EndpointFailed);
        QCOMPARE(parse(good, 429).error().code, ErrorCode::EndpointBusy);
        QCOMPARE(parse(with(u"request_uri"_s, u""_s)).error().code, ErrorCode::EndpointFailed);
        QCOMPARE(parse(with(u"request_uri"_s, u"urn:x y"_s)).error().code, ErrorCode::EndpointFailed);
        QCOMPARE(parse(with(u"request_uri"_s, QString(5000, u'x'))).error().code, ErrorCode::EndpointFailed);
        QCOMPARE(parse(with(u"expires_in"_s, 0)).error().code, ErrorCode::EndpointFailed);
        QCOMPARE(core::parsePushedRequest({201, {}, "<html>"}).error().code, ErrorCode::EndpointFailed);
        QCOMPARE(parse(with(u"error"_s, u"invalid_request"_s)).error().code, ErrorCode::SignInRefused);
    }
};

QTEST_GUILESS_MAIN(TestPushedAuthorization)
#include "tst_pushedauthorization.moc"
