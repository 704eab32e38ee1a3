// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/chunkedsecretstore.h"
#include "core/identity/form.h"
#include "core/identity/jws.h"
#include "core/identity/session.h"
#include "tests/robustness/identity/adversary.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using Mode = core::ProviderProfile::Organization::Mode;
using State = core::Accounts::State;

namespace {

// Two programs of one user: the same keychain, settings and provider.
struct SecondProgram {
    explicit SecondProgram(Adversary &f)
        : accounts({http, f.secrets, f.signatures, listeners, f.settings, f.clock}, {f.profile})
    {
    }

    core::NetworkHttpTransport http;
    core::LoopbackListenerFactory listeners;
    core::Accounts accounts;
};

} // namespace

// Accounts, organizations and the keychain, when one of them is not what it was.
class TestHostileSessions : public QObject
{
    Q_OBJECT

private slots:
    void anotherOrganizationIsRefused_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QJsonValue>("given");
        const auto row = [](const char *name, Mode mode, const QString &asked, const QJsonValue &given) {
            QTest::newRow(name) << static_cast<int>(mode) << asked << given;
        };
        row("required and missing", Mode::Required, {}, QJsonValue::Undefined);
        row("required and empty", Mode::Required, {}, QString());
        row("required and a number", Mode::Required, {}, 7);
        row("another than asked for", Mode::Optional, u"acme"_s, u"globex"_s);
        row("missing though asked for", Mode::Optional, u"acme"_s, QJsonValue::Undefined);
        row("a character more", Mode::Required, u"acme"_s, u"acme1"_s);
        row("other letters", Mode::Required, u"acme"_s, u"ACME"_s);
    }
    void anotherOrganizationIsRefused()
    {
        QFETCH(int, mode);
        QFETCH(QString, asked);
        QFETCH(QJsonValue, given);
        Adversary f;
        f.profile.organization.mode = static_cast<Mode>(mode);
        if (!given.isUndefined())
            f.provider.extraClaims.insert(u"org_id"_s, given);
        const auto outcome = f.signIn({.organization = asked});
        QCOMPARE(f.faultOf(outcome, ErrorCode::SignInRefused, u"org_id:"_s, u"/me"_s), QString());
    }

    void twoUsersAreTwoAccounts()
    {
        Adversary f;
        const auto alice = f.signIn();
        f.provider.subject = u"user-2"_s;
        f.provider.userinfo.insert(u"sub"_s, f.provider.subject);
        const auto bob = f.signIn();
        QVERIFY(alice && bob);
        QVERIFY(alice->id != bob->id);
        QCOMPARE(f.secrets.entries.size(), 2);
        QVERIFY(f.secrets.entries.value(core::Session::keyOf(alice->id))
                != f.secrets.entries.value(core::Session::keyOf(bob->id)));
        QCOMPARE(f.accounts->current()->id, bob->id);
    }

    // A refused sign-in of somebody else leaves who was there.
    void aRefusalLeavesTheOldSession()
    {
        Adversary f;
        const auto alice = f.signIn();
        QVERIFY(alice);
        const auto entries = f.secrets.entries;
        const auto token = f.token();
        f.provider.userinfo.insert(u"sub"_s, u"user-2"_s);
        QVERIFY(!f.signIn());
        QCOMPARE(f.accounts->current()->id, alice->id);
        QCOMPARE(f.accounts->state(), State::SignedIn);
        QVERIFY(f.secrets.entries == entries);
        QCOMPARE(f.token()->reveal(), token->reveal());
    }

    void withoutAKeychainTheSessionIsForNowOnly()
    {
        Adversary f;
        f.secrets.isAbsent = true;
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QVERIFY(!account->kept);
        QVERIFY(f.token());
        QCOMPARE(f.writes, 0);
        for (const QVariant &value : std::as_const(f.settings.values))
            QVERIFY(!value.toString().contains("PLANTED"_L1)); // never in a plain file instead
        f.start();
        f.accounts->restore();
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
    }

    void whoDeniesTheKeychainIsSignedInForNow()
    {
        Adversary f;
        f.secrets.isDenied = true;
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QVERIFY(!account->kept);
        QVERIFY(f.token());
        QCOMPARE(f.writes, 0);
        QVERIFY(f.secrets.entries.isEmpty());
    }

    // Windows takes 2,560 bytes an entry, and tokens are longer.
    void aKeychainWithSmallEntriesKeepsALargeToken()
    {
        Adversary f;
        f.secrets.largest = 2560;
        core::ChunkedSecretStore chunked(f.secrets, 2560);
        f.keychain = &chunked;
        f.provider.extraTokenMembers.insert(u"refresh_token"_s, QString(9000, u'r'));
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QVERIFY(account->kept);
        QVERIFY(f.secrets.entries.size() > 1);
        f.provider.refreshToken = QByteArray(9000, 'r');
        f.start();
        f.accounts->restore();
        const auto token = f.token();
        f.accounts.reset(); // before its keychain
        QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
    }

    void aKeychainThatIsTooSmallKeepsNothing()
    {
        Adversary f;
        f.secrets.largest = 2560;
        f.provider.extraTokenMembers.insert(u"refresh_token"_s, QString(9000, u'r'));
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QVERIFY(!account->kept);
        QVERIFY(f.secrets.entries.isEmpty()); // not a part of it
    }

    void aKeychainThatTakesItsTimeIsGivenUpByTheUser()
    {
        Adversary f;
        f.secrets.isSilent = true;
        f.start();
        f.accounts->setKeychainPatience(std::chrono::milliseconds(0), std::chrono::hours(1));
        connect(f.accounts.get(), &core::Accounts::keychainWaiting, this, [&](bool waiting) {
            if (waiting)
                f.accounts->stopWaitingForKeychain();
        });
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QVERIFY(!account->kept);
        QCOMPARE(f.writes, 0);
    }

    void aLockedKeychainAtTheStartKeepsTheAccount()
    {
        Adversary f;
        QVERIFY(f.signIn());
        f.secrets.isAbsent = true;
        f.start();
        QSignalSpy failed(f.accounts.get(), &core::Accounts::restoreFailed);
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        f.accounts->restore();
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(expired.size(), 0);
        QCOMPARE(f.accounts->known().size(), 1U);
        QCOMPARE(f.secrets.entries.size(), 1);
    }

    // A profile that was given another issuer is another provider: it never sees the first one's token.
    void aProfileWithAnotherIssuerGetsNoToken()
    {
        Adversary f;
        QVERIFY(f.signIn());
        WireServer other([](const core::HttpRequest &) { return WireAnswer{.body = "{}"}; });
        f.profile.issuer = other.origin();
        f.start();
        f.accounts->restore();
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        f.barrier();
        QVERIFY(other.asked().isEmpty());
    }

    void twoProgramsThatRefreshInTurnKeepTheFamily()
    {
        Adversary f;
        f.provider.hasGrace = false; // a strict provider: an old token would end it
        QVERIFY(f.signIn());
        SecondProgram second(f);
        second.accounts.restore();
        QVERIFY(f.answerOf(second.accounts.tokens().accessToken({})));
        for (int i = 0; i < 3; ++i) {
            f.staleToken();
            QVERIFY(f.token());
            QVERIFY(f.answerOf(second.accounts.tokens().accessToken({})));
        }
        QCOMPARE(f.accounts->state(), State::SignedIn);
        QCOMPARE(second.accounts.state(), State::SignedIn);
    }

    void aSecondAttemptIsTheOnlyOne()
    {
        Adversary f;
        f.start();
        const auto first = f.accounts->signIn(f.profile.id, {}, f.browser, {});
        const auto second = f.signIn();
        QVERIFY2(second, second ? "" : qPrintable(second.error().detail));
        QCOMPARE(f.answerOf(first).error().code, ErrorCode::Cancelled);
        QCOMPARE(f.writes, 1);
        QCOMPARE(f.secrets.entries.size(), 1);
    }

    // oidcc-client-test-rp-init-logout-other-state, -no-state: nothing of what comes back is believed; here all is gone.
    void theLogoutAddressNamesEverythingThatTheProfileAsksFor() // oidcc-client-test-rp-init-logout
    {
        Adversary f;
        f.profile.logout = {{u"post_logout_redirect_uri"_s, u"https://lectern.example/bye"_s}};
        const auto account = f.signIn();
        QVERIFY(account);
        const auto page = f.answerOf(f.accounts->signOut(account->id));
        QVERIFY(page);
        const auto fields = core::decodeForm(page->query(QUrl::FullyEncoded).toLatin1())->fields;
        QVERIFY(core::parseJws(fields.value(u"id_token_hint"_s).toLatin1()));
        QCOMPARE(fields.value(u"client_id"_s), f.profile.clientId);
        QCOMPARE(fields.value(u"post_logout_redirect_uri"_s), u"https://lectern.example/bye"_s);
        QVERIFY(fields.value(u"state"_s).size() >= 32);
        QVERIFY(!fields.value(u"id_token_hint"_s).contains(u"PLANTED"_s));
    }

    void signingOutEndsItHereWhateverTheProviderSays_data()
    {
        QTest::addColumn<WireAnswer>("answer");
        QTest::newRow("it agrees") << WireAnswer{};
        QTest::newRow("it fails") << WireAnswer{.status = 503};
        QTest::newRow("it hangs up") << WireAnswer{.fault = WireAnswer::Fault::Cut};
        QTest::newRow("it sends a redirect") << WireAnswer{.status = 302, .headers = {{"Location", "/end"}}};
    }
    void signingOutEndsItHereWhateverTheProviderSays()
    {
        QFETCH(WireAnswer, answer);
        Adversary f;
        const auto account = f.signIn();
        QVERIFY(account);
        f.op.put(u"/revoke"_s, answer);
        const auto page = f.answerOf(f.accounts->signOut(account->id));
        QVERIFY(page);
        QVERIFY(page->toString().startsWith(f.provider.issuer + u"/end?"_s));
        QVERIFY(page->query().contains("id_token_hint="_L1)); // oidcc-client-test-rp-init-logout
        QVERIFY(f.op.requestsTo(u"/revoke"_s) >= 1); // a kept connection that breaks is tried once more by Qt
        QCOMPARE(f.op.requestsTo(u"/end"_s), 0);
        QVERIFY(f.secrets.entries.isEmpty());
        QVERIFY(f.accounts->known().empty());
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
    }
};

QTEST_GUILESS_MAIN(TestHostileSessions)
#include "tst_hostilesessions.moc"
