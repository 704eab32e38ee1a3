// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/session.h"
#include "tests/support/identityfixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using State = core::Accounts::State;

class TestSession : public QObject
{
    Q_OBJECT

    static void pass(IdentityFixture &f, int seconds) { f.clock.time = f.clock.time.addSecs(seconds); }

    // Signed in, and the access token is stale.
    static void signInAndWait(IdentityFixture &f)
    {
        QVERIFY(f.signIn());
        pass(f, 590);
    }

    static QByteArray kept(const IdentityFixture &f)
    {
        const auto entry =
            core::decodeSession(f.secrets.entries.isEmpty() ? core::Secret() : *f.secrets.entries.begin());
        return entry ? entry->refreshToken.reveal() : QByteArray("no entry");
    }

private slots:
    void aFreshTokenIsNotRefreshed()
    {
        IdentityFixture f;
        QVERIFY(f.signIn());
        const auto first = f.token();
        pass(f, 500);
        QCOMPARE(f.token()->reveal(), first->reveal());
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 1);
        pass(f, 60); // a minute before its end
        QVERIFY(f.token()->reveal() != first->reveal());
    }

    void twoCallersMakeOneRequest()
    {
        IdentityFixture f;
        signInAndWait(f);
        const auto one = f.accounts->tokens().accessToken({});
        const auto two = f.accounts->tokens().accessToken({});
        QCOMPARE(f.answerOf(one)->reveal(), f.answerOf(two)->reveal());
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 2);
    }

    void aCallerThatStopsHoldsUpNobody()
    {
        IdentityFixture f;
        signInAndWait(f);
        std::stop_source stop;
        const auto stopped = f.accounts->tokens().accessToken(stop.get_token());
        const auto other = f.accounts->tokens().accessToken({});
        stop.request_stop();
        QCOMPARE(f.answerOf(stopped).error().code, ErrorCode::Cancelled);
        QVERIFY(f.answerOf(other));
    }

    void aRotatedTokenIsKeptBeforeItIsUsed()
    {
        IdentityFixture f;
        signInAndWait(f);
        f.secrets.isSilent = true; // reads are answered by hand
        const auto token = f.accounts->tokens().accessToken({});
        QTRY_COMPARE(f.secrets.held.size(), 1U);
        f.secrets.answerAll(); // the read
        QTRY_COMPARE(f.provider.requestsTo(u"/token"_s), 2);
        QTRY_COMPARE(f.secrets.held.size(), 1U); // the write
        QVERIFY(!token.isFinished());
        f.secrets.answerAll();
        QVERIFY(f.answerOf(token));
        QCOMPARE(kept(f), f.provider.refreshToken);
    }

    void aLostAnswerIsAskedForAgainWithTheSameToken()
    {
        IdentityFixture f;
        signInAndWait(f);
        f.provider.loseAnswers = 1;
        QVERIFY(f.token());
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 3);
        QList<QByteArray> bodies;
        for (const core::HttpRequest &request : f.provider.requests) {
            if (request.url.path() == "/token"_L1)
                bodies += request.body;
        }
        QCOMPARE(bodies.at(2), bodies.at(1));
        QCOMPARE(kept(f), f.provider.refreshToken);
    }

    void aStrictProviderAsksTheUserOnceAfterALostAnswer()
    {
        IdentityFixture f;
        f.provider.hasGrace = false;
        signInAndWait(f);
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        f.provider.loseAnswers = 1;
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QTRY_COMPARE(expired.size(), 1);
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QCOMPARE(expired.size(), 1);
        QCOMPARE(f.accounts->state(), State::SignedOut);
        QCOMPARE(f.accounts->known().size(), 1U); // still known: signing in again is one click
    }

    void withoutNetworkTheSessionStays()
    {
        IdentityFixture f;
        signInAndWait(f);
        f.provider.instead = [](const core::HttpRequest &) { return core::fail(ErrorCode::Network); };
        QCOMPARE(f.token().error().code, ErrorCode::Network);
        QCOMPARE(f.accounts->state(), State::SignedIn);
        f.provider.instead = {};
        QVERIFY(f.token());
    }

    void aProviderInTroubleDoesNotEndTheSession_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("503") << 503 << static_cast<int>(ErrorCode::EndpointFailed);
        QTest::newRow("429") << 429 << static_cast<int>(ErrorCode::EndpointBusy);
        QTest::newRow("a portal's page") << 200 << static_cast<int>(ErrorCode::EndpointFailed);
        QTest::newRow("a redirect") << 302 << static_cast<int>(ErrorCode::EndpointFailed);
    }

    void aProviderInTroubleDoesNotEndTheSession()
    {
        QFETCH(int, status);
        QFETCH(int, code);
        IdentityFixture f;
        signInAndWait(f);
        f.provider.instead = [status](const core::HttpRequest &) { return core::HttpResponse{status, {}, "<html>"}; };
        QCOMPARE(static_cast<int>(f.token().error().code), code);
        QCOMPARE(f.accounts->state(), State::SignedIn);
        f.provider.instead = {};
        QVERIFY(f.token());
    }

    void aRefreshedIdTokenOfSomebodyElseIsRefused_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::newRow("issuer") << u"iss"_s;
        QTest::newRow("subject") << u"sub"_s;
        QTest::newRow("audience") << u"aud"_s;
        QTest::newRow("nonce") << u"nonce"_s;
    }

    void aRefreshedIdTokenOfSomebodyElseIsRefused()
    {
        QFETCH(QString, claim);
        IdentityFixture f;
        signInAndWait(f);
        f.provider.extraClaims.insert(claim, u"somebody"_s);
        const auto token = f.token();
        QCOMPARE(token.error().code, ErrorCode::SignInRefused);
        QVERIFY(token.error().detail.startsWith(claim));
        // The provider has rotated it, and would take a second use for a theft.
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 2);
        QVERIFY(f.secrets.entries.isEmpty());
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 2);
    }

    void aRefusedAnswerThatSpentNothingEndsNothing()
    {
        IdentityFixture f;
        f.provider.rotates = false;
        signInAndWait(f);
        f.provider.extraClaims.insert(u"aud"_s, u"somebody"_s);
        QCOMPARE(f.token().error().code, ErrorCode::SignInRefused);
        f.provider.extraClaims = {};
        QVERIFY(f.token());
    }

    void anOrganizationCanBeAskedForByItsName()
    {
        IdentityFixture f;
        f.profile.organization.mode = core::ProviderProfile::Organization::Mode::Optional;
        f.provider.extraClaims = {{u"org_id"_s, u"org_123"_s}, {u"org_name"_s, u"acme"_s}};
        const auto account = f.signIn({.organization = u"Acme"_s});
        QVERIFY(account);
        QCOMPARE(account->organization, u"org_123"_s); // names may change
        QVERIFY(!f.signIn({.organization = u"globex"_s}));
    }

    // Auth0, "Work with Tokens and Organizations": what begins with org_ is an id, and no name begins so.
    void anOrganizationAskedForByItsIdIsNeverFoundByAName()
    {
        IdentityFixture f;
        f.profile.organization.mode = core::ProviderProfile::Organization::Mode::Optional;
        f.provider.extraClaims = {{u"org_id"_s, u"org_evil"_s}, {u"org_name"_s, u"org_abc"_s}};
        for (const QString &asked : {u"org_abc"_s, u"ORG_ABC"_s}) {
            const auto account = f.signIn({.organization = asked});
            QVERIFY(!account);
            QCOMPARE(account.error().code, ErrorCode::SignInRefused);
            QVERIFY(account.error().detail.startsWith("org_id:"_L1));
        }
        QVERIFY(f.secrets.entries.isEmpty());
        f.provider.extraClaims = {{u"org_id"_s, u"org_abc"_s}, {u"org_name"_s, u"whatever"_s}};
        QVERIFY(f.signIn({.organization = u"org_abc"_s}));
    }

    void aRefreshedIdTokenOfAnotherOrganizationIsRefused_data()
    {
        QTest::addColumn<QJsonValue>("organization");
        QTest::newRow("another") << QJsonValue(u"org_evil"_s);
        QTest::newRow("none") << QJsonValue(QJsonValue::Null);
    }

    void aRefreshedIdTokenOfAnotherOrganizationIsRefused()
    {
        QFETCH(QJsonValue, organization);
        IdentityFixture f;
        f.profile.organization.mode = core::ProviderProfile::Organization::Mode::Required;
        f.provider.extraClaims.insert(u"org_id"_s, u"org_acme"_s);
        signInAndWait(f);
        QCOMPARE(f.accounts->current()->organization, u"org_acme"_s);
        f.provider.extraClaims.insert(u"org_id"_s, organization);
        const auto token = f.token();
        QVERIFY(!token);
        QCOMPARE(token.error().code, ErrorCode::SignInRefused);
        QVERIFY(f.secrets.entries.isEmpty());
    }

    void theSignInsNonceIsKnownAfterAnotherStart()
    {
        IdentityFixture f;
        signInAndWait(f);
        f.start(); // another program, with the same keychain and settings
        f.accounts->restore();
        QTRY_COMPARE(f.accounts->state(), State::SignedIn);
        QVERIFY(f.token());
        pass(f, 590);
        f.provider.extraClaims.insert(u"nonce"_s, u"somebody"_s);
        const auto token = f.token();
        QVERIFY(!token);
        QVERIFY2(token.error().detail.startsWith(u"nonce"_s), qPrintable(token.error().detail));
    }

    void refreshingWithoutAnIdTokenIsFine()
    {
        IdentityFixture f;
        signInAndWait(f);
        f.provider.missingTokenMembers = {u"id_token"_s, u"refresh_token"_s};
        f.provider.rotates = false;
        QVERIFY(f.token());
        QCOMPARE(kept(f), f.provider.refreshToken);
    }

    void a401FetchesAnotherToken()
    {
        IdentityFixture f;
        QVERIFY(f.signIn());
        const auto first = f.token();
        f.accounts->tokens().rejected(core::Secret("an older one"));
        QCOMPARE(f.token()->reveal(), first->reveal());
        f.accounts->tokens().rejected(*first);
        QVERIFY(f.token()->reveal() != first->reveal());
    }

    void aTokenThatAnotherProgramRotatedIsUsed()
    {
        IdentityFixture f;
        signInAndWait(f);
        f.provider.refreshToken = "refresh-by-the-other-program";
        f.provider.hasGrace = false;
        f.secrets.entries.begin().value() = core::Secret(f.provider.refreshToken);
        QVERIFY(f.token());
    }

    void aTokenRotatedInTheSameMomentIsFound()
    {
        IdentityFixture f;
        f.provider.hasGrace = false;
        signInAndWait(f);
        bool happened = false;
        f.provider.before = [&](const core::HttpRequest &request) {
            if (request.url.path() != "/token"_L1 || std::exchange(happened, true))
                return;
            f.provider.refreshToken = "refresh-by-the-other-program";
            f.secrets.entries.begin().value() = core::Secret(f.provider.refreshToken);
        };
        QVERIFY(f.token());
        QCOMPARE(f.accounts->state(), State::SignedIn);
    }

    void theNextStartSignsInSilently()
    {
        IdentityFixture f;
        const auto account = f.signIn();
        f.start();
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        QCOMPARE(f.accounts->state(), State::SignedOut);
        f.accounts->restore();
        QCOMPARE(f.accounts->state(), State::Restoring);
        QVERIFY(f.token()); // a question that comes early is answered when there is an answer
        QCOMPARE(f.accounts->state(), State::SignedIn);
        QCOMPARE(f.accounts->current()->id, account->id);
        QCOMPARE(f.accounts->current()->name, u"Alice Example"_s);
        QCOMPARE(f.browser.opened, 1);
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 2);
        QVERIFY(expired.isEmpty());
    }

    void aStartWithoutNetworkHasTheStoredIdentity()
    {
        IdentityFixture f;
        const auto account = f.signIn();
        f.provider.instead = [](const core::HttpRequest &) { return core::fail(ErrorCode::Network); };
        f.start();
        f.accounts->restore();
        QTRY_COMPARE(f.accounts->state(), State::SignedIn);
        QCOMPARE(f.accounts->current()->id, account->id);
        QVERIFY(!f.accounts->current()->expiresAt.isValid());
        QCOMPARE(f.token().error().code, ErrorCode::Network);
        QCOMPARE(f.accounts->state(), State::SignedIn);
    }

    void aRevokedUserIsToldOnce()
    {
        IdentityFixture f;
        QVERIFY(f.signIn());
        f.provider.refreshToken = "another";
        f.provider.previousRefreshToken.clear();
        f.start();
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        f.accounts->restore();
        QTRY_COMPARE(expired.size(), 1);
        QCOMPARE(f.accounts->state(), State::SignedOut);
        QVERIFY(f.secrets.entries.isEmpty());
        f.start();
        f.accounts->restore(); // not again at the next start
        QCOMPARE(f.accounts->state(), State::SignedOut);
    }

    void aProfileThatChangedItsIssuerGetsNoToken()
    {
        IdentityFixture f;
        QVERIFY(f.signIn());
        const auto before = f.provider.requests.size();
        f.profile.issuer = u"https://evil.example"_s;
        f.start();
        f.accounts->restore();
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QCOMPARE(f.provider.requests.size(), before);
    }

    void aLockedKeychainAtTheStartIsSaid()
    {
        IdentityFixture f;
        QVERIFY(f.signIn());
        f.secrets.isAbsent = true;
        f.start();
        QSignalSpy failed(f.accounts.get(), &core::Accounts::restoreFailed);
        f.accounts->restore();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(f.accounts->state(), State::SignedOut);
        const QString account = f.accounts->known().at(0).id;
        QCOMPARE(failed.at(0).at(1).toString(), account);
        f.secrets.isAbsent = false;
        f.accounts->switchTo(account); // unlocked in the meantime
        QTRY_COMPARE(f.accounts->state(), State::SignedIn);
    }

    void aSilentKeychainAtTheStartFreezesNothing()
    {
        IdentityFixture f;
        QVERIFY(f.signIn());
        f.secrets.isSilent = true;
        f.start();
        f.accounts->setKeychainPatience(std::chrono::milliseconds(1), std::chrono::milliseconds(20));
        QSignalSpy failed(f.accounts.get(), &core::Accounts::restoreFailed);
        f.accounts->restore();
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QCOMPARE(failed.size(), 1);
    }

    void signingInWhileTheKeychainIsSilentWins()
    {
        IdentityFixture f;
        QVERIFY(f.signIn());
        f.secrets.isSilent = true;
        f.start();
        f.accounts->restore();
        f.secrets.isSilent = false;
        QVERIFY(f.signIn());
        f.secrets.answerAll();
        QVERIFY(f.token());
        QCOMPARE(f.accounts->state(), State::SignedIn);
    }

    void aSessionWithoutARefreshTokenEndsWithItsAccessToken()
    {
        IdentityFixture f;
        f.provider.missingTokenMembers = {u"refresh_token"_s};
        const auto account = f.signIn();
        QVERIFY(account && !account->kept);
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        pass(f, 590);
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QCOMPARE(expired.size(), 1);
    }

    void aKeychainThatGoesAwayMakesItThisSessionOnly()
    {
        IdentityFixture f;
        signInAndWait(f);
        f.secrets.isAbsent = true;
        QVERIFY(f.token());
        QVERIFY(!f.accounts->current()->kept);
        pass(f, 590);
        QVERIFY(f.token()); // and it goes on from memory
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
