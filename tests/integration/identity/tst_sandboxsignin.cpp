// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accountlist.h"
#include "core/identity/session.h"
#include "core/identity/tokenrequest.h"
#include "tests/integration/identity/program.h"
#include "tests/support/sandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using State = core::Accounts::State;

class TestSandboxSignIn : public QObject
{
    Q_OBJECT

    Sandbox m_sandbox;
    QTemporaryDir m_folder;
    FakeSecretStore m_keychain;
    ShiftedClock m_clock;

    std::unique_ptr<Program> start()
    {
        return start([](core::ProviderProfile &) {});
    }

    std::unique_ptr<Program> start(const std::function<void(core::ProviderProfile &)> &alter)
    {
        auto profile = *core::readProfile(m_sandbox.profileFile());
        alter(profile);
        return std::make_unique<Program>(profile, m_folder.filePath(u"settings.ini"_s), m_keychain, m_clock);
    }

    // Registers a client with a key of its own; gives its id.
    QString registerClient(const TestKey &key)
    {
        core::NetworkHttpTransport http;
        const QJsonObject client{{u"token_endpoint_auth_method"_s, u"private_key_jwt"_s},
                                 {u"token_endpoint_auth_signing_alg"_s, u"ES256"_s},
                                 {u"application_type"_s, u"native"_s},
                                 {u"grant_types"_s, QJsonArray{u"authorization_code"_s, u"refresh_token"_s}},
                                 {u"redirect_uris"_s, QJsonArray{u"http://127.0.0.1/"_s}},
                                 {u"jwks"_s, QJsonObject{{u"keys"_s, QJsonArray{key.jwk(u"own"_s)}}}}};
        core::HttpRequest request{.method = "POST", .url = m_sandbox.issuer().resolved(QUrl(u"/reg"_s))};
        request.headers = {{"Content-Type", "application/json"}};
        request.body = QJsonDocument(client).toJson();
        const auto response = IdentityFixture::answerOf(http.send(request, {}));
        return response ? QJsonDocument::fromJson(response->body)[u"client_id"_s].toString() : QString();
    }

    // The next requests of the provider whose path holds "/token" fail like that.
    void plan(const QByteArray &fault)
    {
        core::NetworkHttpTransport http;
        core::HttpRequest request{.method = "POST", .url = m_sandbox.issuer().resolved(QUrl(u"/__sandbox/next"_s))};
        request.headers = {{"Content-Type", "application/json"}};
        request.body = fault;
        QVERIFY(IdentityFixture::answerOf(http.send(request, {})));
    }

private slots:
    void initTestCase() { QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem())); }

    void init()
    {
        m_keychain.entries.clear();
        m_clock.shift = 0;
        QFile::remove(m_folder.filePath(u"settings.ini"_s));
    }

    void aReviewerSignsIn_data()
    {
        QTest::addColumn<bool>("formPost");
        QTest::newRow("form_post") << true;
        QTest::newRow("query") << false;
    }

    void aReviewerSignsIn()
    {
        QFETCH(bool, formPost);
        const auto program = start();
        const auto account = program->signIn({.organization = u"acme"_s, .formPost = formPost});
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(account->name, u"Alice Example"_s);
        QCOMPARE(account->subject, u"user-alice"_s);
        QCOMPARE(account->organization, u"acme"_s);
        QCOMPARE(account->roles, QStringList{u"reviewer"_s});
        QVERIFY(account->scopes.contains(u"extract"_s));
        QVERIFY(account->kept && account->expiresAt > QDateTime::currentDateTimeUtc());
        QVERIFY(!m_keychain.entries.value(core::Session::keyOf(account->id)).isEmpty());
        QTRY_VERIFY(program->browser.lastPage.contains("You can close this page"));
        QCOMPARE(program->browser.visited.last().hasQuery(), !formPost);
        QVERIFY(program->token());
    }

    void whoHasNoRoleIsSignedInWithoutOne()
    {
        const auto program = start();
        program->browser.answers[u"login"_s] = u"carol"_s;
        const auto account = program->signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QVERIFY(account->roles.isEmpty());
    }

    void whoSaysNoIsRefused()
    {
        const auto program = start();
        program->browser.cancels = true;
        const auto account = program->signIn();
        QCOMPARE(account.error().code, ErrorCode::SignInRefused);
        QVERIFY(account.error().detail.startsWith("access_denied"_L1));
        QVERIFY(m_keychain.entries.isEmpty());
        QTRY_VERIFY(program->browser.lastPage.contains("did not sign you in"));
    }

    void anUnknownOrganizationIsRefused()
    {
        const auto program = start();
        const auto account = program->signIn({.organization = u"initech"_s});
        QCOMPARE(account.error().code, ErrorCode::SignInRefused);
    }

    void aPersonSignsInWithACodeElsewhere_data()
    {
        QTest::addColumn<bool>("typesTheCode");
        QTest::newRow("typed") << true;
        QTest::newRow("in the address") << false;
    }

    void aPersonSignsInWithACodeElsewhere()
    {
        QFETCH(bool, typesTheCode);
        const auto program = start();
        const auto account = program->signInElsewhere(typesTheCode);
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(account->subject, u"user-alice"_s);
        QCOMPARE(account->roles, QStringList{u"reviewer"_s});
        QVERIFY(account->kept);
        QVERIFY(!m_keychain.entries.value(core::Session::keyOf(account->id)).isEmpty());
        m_clock.shift = 599;
        QVERIFY(program->token());
    }

    void whoSaysNoElsewhereIsRefused()
    {
        const auto program = start();
        program->browser.cancels = true;
        const auto account = program->signInElsewhere(false);
        QCOMPARE(account.error().code, ErrorCode::SignInRefused);
        QVERIFY2(account.error().detail.startsWith("access_denied"_L1), qPrintable(account.error().detail));
        QVERIFY(m_keychain.entries.isEmpty());
    }

    void aRequestCanBePushed()
    {
        const auto program = start([](core::ProviderProfile &profile) { profile.pushedAuthorizationRequests = true; });
        const auto account = program->signIn({.organization = u"acme"_s});
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(account->organization, u"acme"_s);
        QVERIFY(program->browser.visited.first().query().contains("request_uri"_L1));
        QVERIFY(!program->browser.visited.first().query().contains("code_challenge"_L1));
    }

    void aClientProvesItselfByItsKey_data()
    {
        QTest::addColumn<QString>("audience");
        QTest::addColumn<bool>("pushes");
        QTest::newRow("issuer") << u"issuer"_s << false;
        QTest::newRow("token endpoint") << u"token_endpoint"_s << false;
        QTest::newRow("pushed") << u"issuer"_s << true;
    }

    void aClientProvesItselfByItsKey()
    {
        QFETCH(QString, audience);
        QFETCH(bool, pushes);
        const TestKey key = TestKey::make("ES256");
        const QString client = registerClient(key);
        QVERIFY(!client.isEmpty());
        const auto confidential = [&](core::ProviderProfile &profile) {
            profile.clientId = client;
            profile.clientAuthentication = u"private_key_jwt"_s;
            profile.clientAssertionAudience = audience;
            profile.pushedAuthorizationRequests = pushes;
            m_keychain.entries.insert(core::clientSecretKey(profile), core::Secret(key.pem()));
        };
        const auto program = start(confidential);
        const auto account = program->signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        m_clock.shift = 599;
        QVERIFY(program->token());
        QVERIFY(IdentityFixture::answerOf(program->accounts.signOut(account->id)));
    }

    void tokensCanBeBoundToAKey()
    {
        const auto bound = [](core::ProviderProfile &profile) { profile.dpop = true; };
        const auto account = start(bound)->signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(account->name, u"Alice Example"_s); // userinfo took the proof
        const auto program = start(bound);
        program->accounts.restore();
        const auto token = program->token(); // so did refreshing, with the key that was kept
        QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
        QVERIFY(program->accounts.tokens().proof(*token, "GET", m_sandbox.endpoint()));

        // Whoever has the token alone has nothing.
        core::NetworkHttpTransport http;
        core::HttpRequest request{.url = m_sandbox.issuer().resolved(QUrl(u"/me"_s))};
        request.headers = {{"Authorization", "Bearer " + token->reveal()}};
        QCOMPARE(IdentityFixture::answerOf(http.send(request, {}))->status, 401);
        request.headers = *program->accounts.tokens().proof(*token, "GET", request.url);
        QCOMPARE(IdentityFixture::answerOf(http.send(request, {}))->status, 200);
        QVERIFY(IdentityFixture::answerOf(program->accounts.signOut(account->id)));
        QVERIFY(m_keychain.entries.isEmpty());
    }

    void rolesCanComeFromIntrospection()
    {
        const auto program = start([](core::ProviderProfile &profile) { profile.introspect = true; });
        const auto account = program->signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(account->roles, QStringList{u"reviewer"_s});
        QVERIFY(account->scopes.contains(u"extract"_s));
    }

    void aStrangersKeyIsRefused()
    {
        const QString client = registerClient(TestKey::make("ES256"));
        const auto program = start([&](core::ProviderProfile &profile) {
            profile.clientId = client;
            profile.clientAuthentication = u"private_key_jwt"_s;
            m_keychain.entries.insert(core::clientSecretKey(profile), core::Secret(TestKey::make("ES256").pem()));
        });
        const auto account = program->signIn();
        QCOMPARE(account.error().code, ErrorCode::SignInRefused);
        QVERIFY2(account.error().detail.startsWith("invalid_client"_L1), qPrintable(account.error().detail));
    }

    void theNextStartIsSilentAndRotates()
    {
        const auto first = start()->signIn();
        QVERIFY(first);
        const core::Secret before = m_keychain.entries.value(core::Session::keyOf(first->id));
        const auto program = start();
        program->accounts.restore();
        QVERIFY(program->token());
        QCOMPARE(program->accounts.current()->id, first->id);
        QVERIFY(program->browser.visited.isEmpty());
        QVERIFY(m_keychain.entries.value(core::Session::keyOf(first->id)) != before);
    }

    void aRefreshThatNeverArrivedIsSentAgain()
    {
        const auto program = start();
        QVERIFY(program->signIn());
        const auto first = program->token();
        m_clock.shift = 599;
        plan(R"({"path":"/token","cut":"before"})");
        const auto second = program->token();
        QVERIFY2(second, second ? "" : qPrintable(second.error().detail));
        QVERIFY(*first != *second);
    }

    void aLostAnswerOfAStrictProviderAsksOnce()
    {
        const auto program = start();
        QVERIFY(program->signIn());
        QSignalSpy expired(&program->accounts, &core::Accounts::expired);
        m_clock.shift = 599;
        plan(R"({"path":"/token","cut":"after"})");
        const auto token = program->token();
        QCOMPARE(token.error().code, ErrorCode::SignInNeeded);
        QCOMPARE(expired.size(), 1);
    }

    void twoCallersMakeOneRequest()
    {
        const auto program = start();
        QVERIFY(program->signIn());
        m_clock.shift = 599;
        const auto one = program->accounts.tokens().accessToken({});
        const auto two = program->accounts.tokens().accessToken({});
        QCOMPARE(IdentityFixture::answerOf(one)->reveal(), IdentityFixture::answerOf(two)->reveal());
    }

    void signingOutRevokes()
    {
        const auto program = start();
        const auto account = program->signIn();
        const QString key = core::Session::keyOf(account->id);
        const core::Secret stolen = m_keychain.entries.value(key);
        const QByteArray listed = [&] {
            QFile file(m_folder.filePath(u"settings.ini"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        QVERIFY(listed.contains("user-alice"));
        QVERIFY(!listed.contains(stolen.reveal()));
        const auto page = IdentityFixture::answerOf(program->accounts.signOut(account->id));
        QVERIFY(page);
        QCOMPARE(page->path(), u"/session/end"_s);
        QVERIFY(!m_keychain.entries.contains(key));
        QVERIFY(program->accounts.known().empty());

        const auto thief = start();
        core::AccountList(thief->settings).put(*account);
        m_keychain.entries.insert(key, stolen);
        QSignalSpy expired(&thief->accounts, &core::Accounts::expired);
        thief->accounts.restore();
        QCOMPARE(thief->token().error().code, ErrorCode::SignInNeeded);
        QCOMPARE(expired.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSandboxSignIn)
#include "tst_sandboxsignin.moc"
