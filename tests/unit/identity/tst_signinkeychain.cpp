// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/identityfixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

// Signing in where the keychain is absent or says nothing.
class TestSignInKeychain : public QObject
{
    Q_OBJECT

private slots:
    void withoutAKeychainItIsThisSessionOnly()
    {
        IdentityFixture f;
        f.secrets.isAbsent = true;
        const auto account = f.signIn();
        QVERIFY(account);
        QVERIFY(!account->kept);
        QVERIFY(f.token());
        QVERIFY(f.settings.values.value(u"identity/accounts"_s).toString().size() <= 2); // nothing of it on disk
        f.clock.time = f.clock.time.addSecs(590);
        f.provider.extraClaims.insert(u"iat"_s, f.clock.time.toSecsSinceEpoch());
        QVERIFY(f.token()); // refreshed from memory
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 2);
    }

    void aSilentKeychainIsSaidAndGivenUp()
    {
        IdentityFixture f;
        f.start();
        f.secrets.isSilent = true;
        f.accounts->setKeychainPatience(std::chrono::milliseconds(5), std::chrono::milliseconds(30));
        QSignalSpy waiting(f.accounts.get(), &core::Accounts::keychainWaiting);
        const auto account = f.signIn();
        QVERIFY(account);
        QVERIFY(!account->kept);
        QCOMPARE(waiting.size(), 2);
        QCOMPARE(waiting.at(0).at(0).toBool(), true);
        QCOMPARE(waiting.at(1).at(0).toBool(), false);
        f.secrets.answerAll(); // the user did unlock it in the end
        QTRY_VERIFY(f.accounts->current()->kept);
    }

    void theUserNeedNotWaitForTheKeychain()
    {
        IdentityFixture f;
        f.start();
        f.secrets.isSilent = true;
        f.accounts->setKeychainPatience(std::chrono::milliseconds(1), std::chrono::hours(1));
        connect(f.accounts.get(), &core::Accounts::keychainWaiting, f.accounts.get(), [&f](bool waiting) {
            if (waiting)
                f.accounts->stopWaitingForKeychain();
        });
        const auto account = f.signIn();
        QVERIFY(account);
        QVERIFY(!account->kept);
    }
};

QTEST_GUILESS_MAIN(TestSignInKeychain)
#include "tst_signinkeychain.moc"
