// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/form.h"
#include "core/identity/session.h"
#include "tests/support/identityfixture.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

// Time passes as soon as somebody waits.
struct Fixture : IdentityFixture {
    Fixture()
    {
        after = [this](milliseconds delay, QObject *context, const std::function<void()> &handler) {
            delays.push_back(delay);
            clock.time = clock.time.addMSecs(delay.count());
            QMetaObject::invokeMethod(context, handler, Qt::QueuedConnection);
        };
    }

    core::Result<core::Account> run(const core::Accounts::SignInOptions &options = {.timeout = milliseconds(0)})
    {
        start();
        return answerOf(accounts->signInWithDevice(
            profile.id, options, [this](const core::DevicePrompt &prompt) { prompts.push_back(prompt); }, {}));
    }

    std::vector<milliseconds> delays;
    std::vector<core::DevicePrompt> prompts;
};

core::Result<core::DeviceAuthorization> parse(const QJsonObject &json, int status = 200)
{
    return core::parseDeviceAuthorization({status, {}, QJsonDocument(json).toJson()}, ManualClock().now());
}

QJsonObject answerWith(const QString &member, const QJsonValue &value)
{
    QJsonObject json{{u"device_code"_s, u"d"_s},
                     {u"user_code"_s, u"AB-CD"_s},
                     {u"verification_uri"_s, u"https://op.example/activate"_s},
                     {u"expires_in"_s, 60}};
    if (!member.isEmpty())
        json.insert(member, value);
    return json;
}

} // namespace

class TestDeviceSignIn : public QObject
{
    Q_OBJECT

private slots:
    void aPersonSignsInElsewhere()
    {
        Fixture f;
        f.profile.audience = u"https://api.example"_s;
        f.profile.resource = {u"https://res.example"_s};
        f.provider.deviceErrors = {u"authorization_pending"_s, u"authorization_pending"_s};
        const auto account = f.run();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(account->subject, u"user-1"_s);
        QVERIFY(account->kept);
        QCOMPARE(f.accounts->state(), core::Accounts::State::SignedIn);
        QCOMPARE(f.keptToken(account->id).reveal(), f.provider.refreshToken);
        QVERIFY(f.token()->reveal().startsWith("access-PLANTED"));

        QCOMPARE(f.prompts.size(), 1U);
        QCOMPARE(f.prompts.front().userCode, u"WDJB-MJHT"_s);
        QCOMPARE(f.prompts.front().verificationUri, QUrl(u"https://op.example/activate"_s));
        QCOMPARE(f.prompts.front().completeUri, QUrl(u"https://op.example/activate?user_code=WDJB-MJHT"_s));
        QCOMPARE(f.delays, (std::vector<milliseconds>{seconds(5), seconds(5), seconds(5)}));
        const auto asked = std::find_if(f.provider.requests.begin(), f.provider.requests.end(),
                                        [](const auto &one) { return one.url.path() == "/device"_L1; });
        const auto fields = core::decodeForm(asked->body)->fields;
        QCOMPARE(fields.value(u"scope"_s), u"openid offline_access"_s);
        QCOMPARE(fields.value(u"client_id"_s), u"desktop"_s);
        QCOMPARE(fields.value(u"audience"_s), u"https://api.example"_s);
        QCOMPARE(fields.value(u"resource"_s), u"https://res.example"_s);
        QVERIFY(!fields.contains(u"organization"_s));
        QCOMPARE(f.browser.opened, 0);
        QCOMPARE(f.listeners.live, 0);
    }

    void slowDownIsForGood()
    {
        Fixture f;
        f.provider.deviceErrors = {u"slow_down"_s, u"authorization_pending"_s, u"slow_down"_s};
        QVERIFY(f.run());
        QCOMPARE(f.delays, (std::vector<milliseconds>{seconds(5), seconds(10), seconds(10), seconds(15)}));
    }

    void withoutAnIntervalItIsFiveSeconds()
    {
        Fixture f;
        f.provider.deviceAuthorization.remove(u"interval"_s);
        QVERIFY(f.run());
        QCOMPARE(f.delays, std::vector<milliseconds>{seconds(5)});
    }

    void aBrokenConnectionIsAskedLessOften()
    {
        Fixture f;
        int questions = 0;
        f.provider.instead =
            [&questions](const core::HttpRequest &request) -> std::optional<core::Result<core::HttpResponse>> {
            if (request.url.path() != "/token"_L1 || ++questions > 3)
                return std::nullopt;
            return core::fail(ErrorCode::Timeout);
        };
        QVERIFY(f.run());
        QCOMPARE(f.delays, (std::vector<milliseconds>{seconds(5), seconds(10), seconds(20), seconds(40)}));
    }

    void aConnectionThatStaysBrokenIsTheEnd()
    {
        Fixture f;
        f.provider.loseAnswers = 1000;
        f.provider.deviceErrors = QStringList(1000, u"authorization_pending"_s);
        QCOMPARE(f.run().error().code, ErrorCode::Network);
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 5);
    }

    void theCodeHasAnEnd()
    {
        Fixture f;
        f.provider.deviceErrors = QStringList(1000, u"authorization_pending"_s);
        QCOMPARE(f.run().error().code, ErrorCode::Timeout);
        QCOMPARE(f.delays.size(), 120U); // 600 s, one question each 5 s
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 119);
        QCOMPARE(f.accounts->state(), core::Accounts::State::SignedOut);
    }

    void theCallersPatienceCanBeShorter()
    {
        Fixture f;
        f.provider.deviceErrors = QStringList(1000, u"authorization_pending"_s);
        QCOMPARE(f.run({.timeout = seconds(12)}).error().code, ErrorCode::Timeout);
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 2);
        QCOMPARE(f.delays, (std::vector<milliseconds>{seconds(5), seconds(5), seconds(2)}));
    }

    void aRefusalIsTheEnd_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("code");
        QTest::newRow("the person said no") << u"access_denied"_s << static_cast<int>(ErrorCode::SignInRefused);
        QTest::newRow("expired") << u"expired_token"_s << static_cast<int>(ErrorCode::Timeout);
        QTest::newRow("used already") << u"invalid_grant"_s << static_cast<int>(ErrorCode::SignInRefused);
        QTest::newRow("not for this client") << u"unauthorized_client"_s << static_cast<int>(ErrorCode::SignInRefused);
        QTest::newRow("only looks like pending")
            << u"authorization_pending2"_s << static_cast<int>(ErrorCode::SignInRefused);
    }

    void aRefusalIsTheEnd()
    {
        QFETCH(QString, error);
        QFETCH(int, code);
        Fixture f;
        f.provider.deviceErrors = {u"authorization_pending"_s, error};
        const auto account = f.run();
        QCOMPARE(static_cast<int>(account.error().code), code);
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 2);
        QVERIFY(f.secrets.entries.isEmpty());
        QVERIFY(f.settings.values.isEmpty());
    }

    void aProviderWithoutItRefuses()
    {
        Fixture f;
        f.provider.discovery.remove(u"device_authorization_endpoint"_s);
        const auto account = f.run();
        QCOMPARE(account.error().code, ErrorCode::SignInRefused);
        QVERIFY(account.error().detail.startsWith("device_authorization"_L1));
        QVERIFY(f.prompts.empty());
    }

    void theIdTokenIsCheckedAllTheSame_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("iss") << u"iss"_s << QJsonValue(u"https://op.example1"_s);
        QTest::newRow("aud") << u"aud"_s << QJsonValue(u"desktop1"_s);
        QTest::newRow("exp") << u"exp"_s << QJsonValue(1);
        QTest::newRow("sub") << u"sub"_s << QJsonValue(u""_s);
        QTest::newRow("at_hash") << u"at_hash"_s << QJsonValue(u"AAAAAAAAAAAAAAAAAAAAAA"_s);
    }

    void theIdTokenIsCheckedAllTheSame()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        Fixture f;
        f.provider.extraClaims.insert(claim, value);
        const auto account = f.run();
        QCOMPARE(account.error().code, ErrorCode::SignInRefused);
        QVERIFY2(account.error().detail.startsWith(claim), qPrintable(account.error().detail));
        QVERIFY(f.secrets.entries.isEmpty());
    }

    void theOrganizationIsAskedForAndChecked()
    {
        Fixture f;
        f.profile.organization.mode = core::ProviderProfile::Organization::Mode::Optional;
        f.provider.extraClaims.insert(u"org_id"_s, u"globex"_s);
        const auto account = f.run({.organization = u"acme"_s, .timeout = milliseconds(0)});
        QCOMPARE(account.error().code, ErrorCode::SignInRefused);
        const auto asked = std::find_if(f.provider.requests.begin(), f.provider.requests.end(),
                                        [](const auto &one) { return one.url.path() == "/device"_L1; });
        QCOMPARE(core::decodeForm(asked->body)->fields.value(u"organization"_s), u"acme"_s);
    }

    void stoppingCancels()
    {
        Fixture f;
        f.start();
        std::stop_source stop;
        f.provider.deviceErrors = QStringList(1000, u"authorization_pending"_s);
        const auto account = f.accounts->signInWithDevice(
            f.profile.id, {}, [&stop](const core::DevicePrompt &) { stop.request_stop(); }, stop.get_token());
        QCOMPARE(f.answerOf(account).error().code, ErrorCode::Cancelled);
        QCOMPARE(f.accounts->state(), core::Accounts::State::SignedOut);
        QVERIFY(f.provider.requestsTo(u"/token"_s) < 1000);
    }

    void anotherAttemptReplacesIt()
    {
        Fixture f;
        f.start();
        f.provider.deviceErrors = QStringList(1000, u"authorization_pending"_s);
        core::Async<core::Account> other;
        const auto first = f.accounts->signInWithDevice(f.profile.id, {},
                                                        [&](const core::DevicePrompt &) {
                                                            if (!other.isValid())
                                                                other =
                                                                    f.accounts->signIn(f.profile.id, {}, f.browser, {});
                                                        },
                                                        {});
        QCOMPARE(f.answerOf(first).error().code, ErrorCode::Cancelled);
        QVERIFY(f.answerOf(other));
        QCOMPARE(f.accounts->state(), core::Accounts::State::SignedIn);
    }

    void anAnswerIsReadStrictly_data()
    {
        QTest::addColumn<QJsonObject>("answer");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QString &member, const QJsonValue &value, ErrorCode code) {
            QTest::newRow(name) << answerWith(member, value) << static_cast<int>(code);
        };
        row("no device code", u"device_code"_s, {}, ErrorCode::EndpointFailed);
        row("no user code", u"user_code"_s, u""_s, ErrorCode::EndpointFailed);
        row("a code that steers terminals", u"user_code"_s, u"\x1b[31m"_s, ErrorCode::EndpointFailed);
        row("an endless code", u"user_code"_s, QString(100, u'x'), ErrorCode::EndpointFailed);
        row("no lifetime", u"expires_in"_s, QJsonValue(), ErrorCode::EndpointFailed);
        row("a cleartext address", u"verification_uri"_s, u"http://op.example/a"_s, ErrorCode::SignInRefused);
        row("an address that is a script", u"verification_uri"_s, u"javascript:alert(1)"_s, ErrorCode::SignInRefused);
        row("an error", u"error"_s, u"invalid_scope"_s, ErrorCode::SignInRefused);
    }

    void anAnswerIsReadStrictly()
    {
        QFETCH(QJsonObject, answer);
        QFETCH(int, code);
        const auto parsed = parse(answer);
        QVERIFY(!parsed);
        QCOMPARE(static_cast<int>(parsed.error().code), code);
    }

    void anAnswerMayBeSloppyWhereItIsHarmless()
    {
        QVERIFY(parse(answerWith({}, {})));
        QCOMPARE(parse(answerWith(u"interval"_s, 0))->interval, seconds(1));
        QVERIFY(
            parse(answerWith(u"verification_uri_complete"_s, u"http://evil.example"_s))->prompt.completeUri.isEmpty());
        QJsonObject older = answerWith({}, {});
        older.insert(u"verification_url"_s, older.take(u"verification_uri"_s));
        QCOMPARE(parse(older)->prompt.verificationUri, QUrl(u"https://op.example/activate"_s));
        QCOMPARE(parse(answerWith({}, {}))->prompt.expiresAt, ManualClock().now().addSecs(60));
    }
};

QTEST_GUILESS_MAIN(TestDeviceSignIn)
#include "tst_devicesignin.moc"
