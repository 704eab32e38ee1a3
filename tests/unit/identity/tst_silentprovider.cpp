// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/silentendpoint.h"
#include "tests/support/identityfixture.h"

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds patience{300}; // far more than everything takes that does answer

struct Fixture : IdentityFixture {
    Fixture()
    {
        profile.pushedAuthorizationRequests = true;
        provider.discovery.insert(u"pushed_authorization_request_endpoint"_s, u"https://op.example/par"_s);
        provider.discovery.insert(u"introspection_endpoint"_s, u"https://op.example/introspect"_s);
        profile.introspect = true;
    }

    // Holds what this path would answer.
    void silence(const QString &path)
    {
        provider.before = [this, path](const core::HttpRequest &request) {
            provider.isSilent = provider.isSilent || request.url.path() == path;
        };
    }

    // What is said to whoever has waited for the answer of a path in vain.
    QString saidOfSilence(const QString &path)
    {
        silence(path);
        const auto account = signIn({.timeout = patience});
        if (account)
            return u"it was accepted"_s;
        return account.error().code == ErrorCode::Timeout ? account.error().detail : u"another error"_s;
    }
};

} // namespace

class TestSilentProvider : public QObject
{
    Q_OBJECT

    static void addEndpoints()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        QTest::newRow("configuration") << u"/.well-known/openid-configuration"_s << u"discovery"_s;
        QTest::newRow("pushed request") << u"/par"_s << u"pushed_authorization_request_endpoint"_s;
        QTest::newRow("token") << u"/token"_s << u"token_endpoint"_s;
        QTest::newRow("keys") << u"/jwks"_s << u"jwks_uri"_s;
        QTest::newRow("introspection") << u"/introspect"_s << u"introspection_endpoint"_s;
    }

private slots:
    void whatDidNotAnswerInTheTimeOfTheSignInIsNamed_data() { addEndpoints(); }

    void whatDidNotAnswerInTheTimeOfTheSignInIsNamed()
    {
        QFETCH(QString, path);
        QFETCH(QString, name);
        Fixture f;
        QCOMPARE(f.saidOfSilence(path), name + u": no answer from op.example"_s);
        QVERIFY(f.secrets.entries.isEmpty());
    }

    void userinfoThatDoesNotAnswerIsNamedToo()
    {
        Fixture f;
        QCOMPARE(f.saidOfSilence(u"/me"_s), u"userinfo_endpoint: no answer from op.example"_s);
    }

    void aRequestThatTookTooLongIsNamedTheSameWay_data() { addEndpoints(); }

    void aRequestThatTookTooLongIsNamedTheSameWay()
    {
        QFETCH(QString, path);
        QFETCH(QString, name);
        Fixture f;
        f.provider.instead =
            [path](const core::HttpRequest &request) -> std::optional<core::Result<core::HttpResponse>> {
            if (request.url.path() != path)
                return std::nullopt;
            return core::fail(ErrorCode::Timeout, u"https://op.example/with?a=query"_s);
        };
        const auto account = f.signIn();
        QVERIFY(!account);
        const auto silent = core::silentEndpointOf(account.error());
        QVERIFY2(silent, qPrintable(account.error().detail));
        QCOMPARE(silent->name, name);
        QCOMPARE(silent->host, u"op.example"_s);
    }

    void aPageThatNobodyFinishedIsNoSilenceOfTheProvider()
    {
        IdentityFixture f;
        f.browser.onOpen = nullptr;
        const auto account = f.signIn({.timeout = milliseconds(20)});
        QVERIFY(!account);
        QVERIFY2(core::isPageSilence(account.error()), qPrintable(account.error().detail));
        QVERIFY(!core::silentEndpointOf(account.error()));
    }

    // A refresh of another account's is nobody's business here.
    void whatSomebodyElseWaitsForIsNotNamed()
    {
        core::AwaitedEndpoints awaited;
        const std::stop_source mine;
        const std::stop_source theirs;
        const auto first = awaited.add({u"discovery"_s, u"a.example"_s}, mine.get_token());
        const auto second = awaited.add({u"token_endpoint"_s, u"a.example"_s}, mine.get_token());
        const auto other = awaited.add({u"jwks_uri"_s, u"a.example"_s}, theirs.get_token());
        QCOMPARE(awaited.of(mine.get_token())->name, u"token_endpoint"_s);
        second();
        QCOMPARE(awaited.of(mine.get_token())->name, u"discovery"_s);
        first();
        QVERIFY(!awaited.of(mine.get_token()));
        QCOMPARE(awaited.of(theirs.get_token())->name, u"jwks_uri"_s);
        other();
        QVERIFY(!awaited.of(theirs.get_token()));
    }

    void aSilentProviderIsNoPersonThatDidNotEnterTheCode()
    {
        for (const auto &[path, name] : {std::pair(u"/.well-known/openid-configuration"_s, u"discovery"_s),
                                         std::pair(u"/token"_s, u"token_endpoint"_s)}) {
            IdentityFixture f;
            f.profile.scopes = {u"openid"_s};
            f.after = [](milliseconds, QObject *context, const std::function<void()> &handler) {
                QMetaObject::invokeMethod(context, handler, Qt::QueuedConnection);
            };
            f.provider.before = [&f, path = path](const core::HttpRequest &request) {
                f.provider.isSilent = f.provider.isSilent || request.url.path() == path;
            };
            f.start();
            const auto account = IdentityFixture::answerOf(f.accounts->signInWithDevice(
                f.profile.id, {.timeout = patience}, [](const core::DevicePrompt &) {}, {}));
            QVERIFY(!account);
            const auto silent = core::silentEndpointOf(account.error());
            QVERIFY2(silent, qPrintable(account.error().detail));
            QCOMPARE(silent->name, name);
        }
    }
};

QTEST_GUILESS_MAIN(TestSilentProvider)
#include "tst_silentprovider.moc"
