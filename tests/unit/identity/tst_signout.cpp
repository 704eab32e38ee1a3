// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/form.h"
#include "core/identity/logout.h"
#include "core/identity/tokenrequest.h"
#include "tests/support/identityfixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

class TestSignOut : public QObject
{
    Q_OBJECT

    static QUrl logout(const QString &style, const QJsonObject &more = {})
    {
        core::ProviderProfile profile;
        profile.issuer = u"https://op.example/"_s;
        profile.clientId = u"desktop"_s;
        profile.logout = more;
        profile.logout.insert(u"style"_s, style);
        core::ProviderMetadata metadata;
        metadata.authorizationEndpoint = QUrl(u"https://op.example/authorize"_s);
        metadata.endSessionEndpoint = QUrl(u"https://op.example/end?a=1"_s);
        return core::logoutUrl(profile, metadata, core::Secret("hint"));
    }

private slots:
    void everythingIsWiped()
    {
        IdentityFixture f;
        const auto account = f.signIn();
        const auto page = f.answerOf(f.accounts->signOut(account->id));
        QVERIFY(page);
        QCOMPARE(page->path(), u"/end"_s);
        const auto fields = core::decodeForm(page->query(QUrl::FullyEncoded).toLatin1())->fields;
        QVERIFY(!fields.value(u"id_token_hint"_s).isEmpty());
        QCOMPARE(fields.value(u"client_id"_s), u"desktop"_s);
        QVERIFY(f.secrets.entries.isEmpty());
        QCOMPARE(f.provider.revoked, 1);
        QVERIFY(f.provider.refreshToken.isEmpty());
        QVERIFY(f.accounts->known().empty());
        QCOMPARE(f.accounts->state(), core::Accounts::State::SignedOut);
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QVERIFY(!f.settings.values.value(u"identity/accounts"_s).toString().contains(u"user-1"_s));
    }

    void anotherProgramsSignOutEndsTheSessionHereOnce()
    {
        IdentityFixture f;
        const auto account = f.signIn();
        QSignalSpy elsewhere(f.accounts.get(), &core::Accounts::signedOutElsewhere);
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        f.accounts->reconsider();
        QCOMPARE(f.accounts->state(), core::Accounts::State::SignedIn); // nothing has happened
        core::Accounts other(
            {f.provider, f.secrets, f.signatures, f.listeners, f.settings, f.clock, f.after, &f.signer}, {f.profile});
        QVERIFY(f.answerOf(other.signOut(account->id)));
        f.accounts->reconsider();
        QTRY_COMPARE(elsewhere, QList<QVariantList>{{account->id}});
        QCOMPARE(f.accounts->state(), core::Accounts::State::SignedOut);
        QVERIFY(!f.accounts->current() && f.accounts->known().empty());
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        f.accounts->reconsider();
        QVERIFY(f.secrets.entries.isEmpty() && elsewhere.size() == 1 && expired.isEmpty());
    }

    void whatOnlyLooksLikeASignOutEndsNothing_data()
    {
        QTest::addColumn<bool>("isListed");
        QTest::addColumn<bool>("isAbsent");
        QTest::newRow("a list that was lost") << false << false;
        QTest::newRow("a keychain that is locked") << false << true;
        QTest::newRow("an entry that was lost") << true << false;
    }

    void whatOnlyLooksLikeASignOutEndsNothing()
    {
        QFETCH(bool, isListed);
        QFETCH(bool, isAbsent);
        IdentityFixture f;
        QVERIFY(f.signIn());
        if (!isListed)
            f.settings.values.clear();
        else
            f.secrets.entries.clear();
        f.secrets.isAbsent = isAbsent;
        QSignalSpy elsewhere(f.accounts.get(), &core::Accounts::signedOutElsewhere);
        f.accounts->reconsider();
        QCoreApplication::processEvents();
        QVERIFY(elsewhere.isEmpty());
        QCOMPARE(f.accounts->state(), core::Accounts::State::SignedIn);
    }

    void aLaterStartSignsOutToo()
    {
        IdentityFixture f;
        const auto account = f.signIn();
        const QString idToken = QString::fromUtf8(
            core::decodeSession(f.secrets.entries.value(core::sessionKey(account->id)))->idToken.reveal());
        QCOMPARE(idToken.count(u'.'), 2);
        f.start();
        const auto page = f.answerOf(f.accounts->signOut(account->id));
        QVERIFY(page);
        const auto fields = core::decodeForm(page->query(QUrl::FullyEncoded).toLatin1())->fields;
        QCOMPARE(fields.value(u"id_token_hint"_s), idToken);
        QCOMPARE(f.provider.revoked, 1);
        QVERIFY(f.secrets.entries.isEmpty());
    }

    // The identity is there before anything was asked of the provider.
    void aRestoredAccountNamesItsSessionWithoutARefresh()
    {
        IdentityFixture f;
        const auto account = f.signIn();
        f.start();
        f.provider.isSilent = true;
        f.accounts->restore();
        QTRY_COMPARE(f.accounts->state(), core::Accounts::State::SignedIn);
        const auto leaving = f.accounts->signOut(account->id);
        f.provider.isSilent = false;
        QTRY_VERIFY(f.secrets.entries.isEmpty());
        f.provider.answerAll();
        const auto page = f.answerOf(leaving);
        QVERIFY(page && page->query().contains("id_token_hint="_L1));
    }

    void theHintIsTheNewestIdToken()
    {
        IdentityFixture f;
        const auto account = f.signIn();
        const QString key = core::sessionKey(account->id);
        const core::Secret first = core::decodeSession(f.secrets.entries.value(key))->idToken;
        f.start();
        f.clock.time = f.clock.time.addSecs(3600);
        f.accounts->restore();
        QVERIFY(f.token());
        const core::Secret newest = core::decodeSession(f.secrets.entries.value(key))->idToken;
        QVERIFY(!newest.isEmpty() && newest != first);
        const auto page = f.answerOf(f.accounts->signOut(account->id));
        QVERIFY(page && page->query().contains(QString::fromUtf8(newest.reveal())));
    }

    void anAnswerWithoutAnIdTokenLeavesTheHintThere()
    {
        IdentityFixture f;
        const auto account = f.signIn();
        const QString key = core::sessionKey(account->id);
        const core::Secret first = core::decodeSession(f.secrets.entries.value(key))->idToken;
        f.provider.missingTokenMembers = {u"id_token"_s};
        f.clock.time = f.clock.time.addSecs(3600);
        QVERIFY(f.token());
        QCOMPARE(core::decodeSession(f.secrets.entries.value(key))->idToken, first);
    }

    void whatTheKeychainHoldsIsRevokedNotWhatIsRemembered()
    {
        for (const bool isCurrent : {true, false}) {
            IdentityFixture f;
            const auto account = f.signIn();
            const QString key = core::sessionKey(account->id);
            core::StoredSession stored = *core::decodeSession(f.secrets.entries.value(key));
            stored.refreshToken = core::Secret("rotated-by-another-program");
            f.secrets.entries.insert(key, core::encodeSession(stored));
            if (!isCurrent)
                f.start();
            QVERIFY(f.answerOf(f.accounts->signOut(account->id)));
            const auto revocation =
                std::find_if(f.provider.requests.begin(), f.provider.requests.end(),
                             [](const core::HttpRequest &request) { return request.url.path() == "/revoke"_L1; });
            QVERIFY(revocation != f.provider.requests.end());
            QCOMPARE(core::decodeForm(revocation->body)->fields.value(u"token"_s), u"rotated-by-another-program"_s);
        }
    }

    void theNetworkDoesNotHoldItUp()
    {
        IdentityFixture f;
        const auto account = f.signIn();
        f.provider.isSilent = true;
        const auto leaving = f.accounts->signOut(account->id);
        QCOMPARE(f.accounts->state(), core::Accounts::State::SignedOut); // at once
        QTRY_VERIFY(f.secrets.entries.isEmpty());
        QVERIFY(!leaving.isFinished());
        f.provider.isSilent = false;
        f.provider.answerAll();
        QVERIFY(f.answerOf(leaving));
    }

    void withoutNetworkTheSecretIsGoneAllTheSame()
    {
        IdentityFixture f;
        const auto account = f.signIn();
        f.start();
        f.provider.instead = [](const core::HttpRequest &) { return core::fail(ErrorCode::Network); };
        QSignalSpy unheard(f.accounts.get(), &core::Accounts::revocationFailed);
        const auto page = f.answerOf(f.accounts->signOut(account->id));
        QCOMPARE(unheard.size(), 1);
        QVERIFY(page && page->isEmpty());
        QVERIFY(f.secrets.entries.isEmpty());
    }

    void whatIsStillInALockedKeychainIsSaidAndCanBeFinished_data()
    {
        QTest::addColumn<bool>("isOnline");
        QTest::newRow("the token is revoked") << true;
        QTest::newRow("no network") << false;
    }

    void whatIsStillInALockedKeychainIsSaidAndCanBeFinished()
    {
        QFETCH(bool, isOnline);
        IdentityFixture f;
        const auto account = f.signIn();
        f.secrets.isAbsent = true;
        if (!isOnline)
            f.provider.instead = [](const core::HttpRequest &) { return core::fail(ErrorCode::Network); };
        QCOMPARE(f.answerOf(f.accounts->signOut(account->id)).error().code, ErrorCode::KeychainUnavailable);
        QCOMPARE(f.accounts->state(), core::Accounts::State::SignedOut);

        // It can be finished, by this program or by the next, which does not sign in by itself.
        QCOMPARE(f.provider.revoked, isOnline ? 1 : 0);
        f.start();
        QCOMPARE(f.accounts->state(), core::Accounts::State::SignedOut);
        QCOMPARE(f.accounts->known().size(), 1);
        f.secrets.isAbsent = false;
        QVERIFY(f.answerOf(f.accounts->signOut(account->id)));
        QVERIFY(f.secrets.entries.isEmpty() && f.accounts->known().empty());
    }

    void aTokenThatCanNotBeReadIsNotRemovedBeforeItIsRevoked()
    {
        IdentityFixture f;
        const auto account = f.signIn();
        f.start(); // as a program does that only signs out
        f.secrets.isReadDenied = true;
        QCOMPARE(f.answerOf(f.accounts->signOut(account->id)).error().code, ErrorCode::KeychainUnavailable);
        QCOMPARE(f.secrets.entries.size(), 1);
        f.secrets.isReadDenied = false;
        QVERIFY(f.answerOf(f.accounts->signOut(account->id)));
        QVERIFY(f.secrets.entries.isEmpty());
        QCOMPARE(f.provider.revoked, 1);
    }

    void aClientSecretThatCanNotBeReadEndsItToo()
    {
        IdentityFixture f;
        f.profile.clientAuthentication = u"client_secret_post"_s;
        f.secrets.entries.insert(core::clientSecretKey(f.profile), core::Secret("client"));
        const auto account = f.signIn();
        QVERIFY(account);
        f.secrets.isReadDenied = true;
        const int before = f.secrets.reads;
        QCOMPARE(f.answerOf(f.accounts->signOut(account->id)).error().code, ErrorCode::KeychainUnavailable);
        QCOMPARE(f.secrets.reads, before + 1); // one question
        QCOMPARE(f.provider.revoked, 0);
        QCOMPARE(f.secrets.entries.size(), 2);
        f.secrets.isReadDenied = false;
        QVERIFY(f.answerOf(f.accounts->signOut(account->id)));
        QCOMPARE(f.provider.revoked, 1);
    }

    void whoSignsInAgainMeanwhileStaysKnown()
    {
        IdentityFixture f;
        const auto account = f.signIn();
        f.provider.isSilent = true;
        const auto leaving = f.accounts->signOut(account->id);
        QVERIFY(f.accounts->known().empty());
        QTRY_VERIFY(f.secrets.entries.isEmpty());
        f.provider.isSilent = false;
        QVERIFY(f.signIn());
        f.provider.answerAll();
        QVERIFY(f.answerOf(leaving));
        QCOMPARE(f.accounts->known().size(), 1);
        QCOMPARE(f.secrets.entries.size(), 1);
    }

    void theBrowserIsWaitedForWhereItComesBack()
    {
        IdentityFixture f;
        f.profile.logout = {{u"post_logout_redirect_uri"_s, u"http://127.0.0.1:8400/bye"_s}};
        const auto account = f.signIn();
        QVERIFY(f.answerOf(f.accounts->signOut(account->id)));
        int live = f.listeners.live;
        const auto first = f.accounts->browserComesBack(f.profile.id);
        QCOMPARE(f.listeners.lastPath, u"/bye"_s);
        QCOMPARE(f.listeners.live, live + 1);
        f.listeners.deliver(core::AuthorizationResponse());
        QTRY_VERIFY(first.isFinished()); // and its page has had time to be sent
        QVERIFY(first.result());
        QCOMPARE(f.listeners.live, live);

        const auto second = f.accounts->browserComesBack(f.profile.id);
        QVERIFY(f.signIn()); // may want the port
        QCOMPARE(f.answerOf(second).error().code, ErrorCode::Cancelled);
    }

    void aBrowserThatComesBackElsewhereIsNotWaitedFor_data()
    {
        QTest::addColumn<QString>("back");
        QTest::newRow("nowhere") << QString();
        QTest::newRow("another computer") << u"https://acme.example/bye"_s;
        QTest::newRow("no port") << u"http://localhost/bye"_s;
    }

    void aBrowserThatComesBackElsewhereIsNotWaitedFor()
    {
        QFETCH(QString, back);
        IdentityFixture f;
        f.profile.logout = {{u"post_logout_redirect_uri"_s, back}};
        f.start();
        QCOMPARE(f.answerOf(f.accounts->browserComesBack(f.profile.id)).error().code, ErrorCode::NotFound);
    }

    void anUnknownAccountIsNotFound()
    {
        IdentityFixture f;
        f.start();
        QCOMPARE(f.answerOf(f.accounts->signOut(u"nobody"_s)).error().code, ErrorCode::NotFound);
    }

    void everyStyleHasItsOwnWords()
    {
        const QJsonObject back{{u"post_logout_redirect_uri"_s, u"http://127.0.0.1/out"_s}};
        QVERIFY(logout(u"none"_s).isEmpty());
        const QString oidc = logout(u"oidc"_s, back).toString(QUrl::FullyEncoded);
        QVERIFY(oidc.startsWith("https://op.example/end?a=1&id_token_hint=hint&client_id=desktop"_L1));
        QVERIFY(oidc.contains("&post_logout_redirect_uri=http%3A%2F%2F127.0.0.1%2Fout&state="_L1));
        QCOMPARE(logout(u"auth0"_s, back).toString(QUrl::FullyEncoded),
                 u"https://op.example/v2/logout?client_id=desktop&returnTo=http%3A%2F%2F127.0.0.1%2Fout"_s);
        QCOMPARE(logout(u"cognito"_s, back).toString(QUrl::FullyEncoded),
                 u"https://op.example/logout?client_id=desktop&logout_uri=http%3A%2F%2F127.0.0.1%2Fout"_s);
        const QJsonObject idcs{{u"endpoint"_s, u"https://op.example/oauth2/v1/userlogout"_s}};
        QCOMPARE(logout(u"idcs"_s, idcs).toString(), u"https://op.example/oauth2/v1/userlogout?id_token_hint=hint"_s);
        QVERIFY(logout(u"oidc"_s, {{u"endpoint"_s, u"http://evil.example/"_s}}).isEmpty());
    }

    void aProfilesOwnParametersGoAlong()
    {
        const QJsonObject federated{{u"parameters"_s, QJsonObject{{u"federated"_s, u"1"_s}}}};
        QCOMPARE(logout(u"auth0"_s, federated).toString(),
                 u"https://op.example/v2/logout?client_id=desktop&federated=1"_s);
        // Auth0 looks for the name alone.
        const QJsonObject bare{{u"parameters"_s, QJsonObject{{u"federated"_s, u""_s}, {u"a"_s, u"b"_s}}}};
        QCOMPARE(logout(u"auth0"_s, bare).toString(QUrl::FullyEncoded),
                 u"https://op.example/v2/logout?client_id=desktop&a=b&federated"_s);
        const QJsonObject odd{{u"parameters"_s, QJsonObject{{u"a b&c=d"_s, u""_s}}}};
        QCOMPARE(logout(u"auth0"_s, odd).toString(QUrl::FullyEncoded),
                 u"https://op.example/v2/logout?client_id=desktop&a%20b%26c%3Dd"_s);
    }

    void theHintIsTheClaimThatTheProfileNames()
    {
        IdentityFixture f;
        f.profile.logout = {{u"hint_claim"_s, u"login_hint"_s}};
        f.provider.extraClaims.insert(u"login_hint"_s, u"O.session-7"_s);
        const auto account = f.signIn();
        const auto page = f.answerOf(f.accounts->signOut(account->id));
        const auto fields = core::decodeForm(page->query(QUrl::FullyEncoded).toLatin1())->fields;
        QCOMPARE(fields.value(u"logout_hint"_s), u"O.session-7"_s);
        QVERIFY(!logout(u"oidc"_s, {{u"hint_claim"_s, u"login_hint"_s}}).query().contains("logout_hint"_L1));
    }
};

QTEST_GUILESS_MAIN(TestSignOut)
#include "tst_signout.moc"
