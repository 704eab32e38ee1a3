// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/session.h"
#include "tests/integration/identity/memorysearch.h"
#include "tests/integration/identity/program.h"
#include "tests/support/sandbox.h"

#include <QUuid>

using namespace Qt::Literals::StringLiterals;

// A program that has signed out; linked as the programs are, so that memory is overwritten when it is given back.
class TestLeftInMemory : public QObject
{
    Q_OBJECT

    Sandbox m_sandbox;

private slots:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        // From here on the C library keeps what is as large to itself when it is given back, as in any program that has
        // shown a picture.
        QByteArray(8 << 20, Qt::Uninitialized).fill('x');
    }

    void whatALargeBlockHeldIsOverwrittenToo()
    {
#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
        QSKIP("this build's memory is another library's");
#endif
        const QByteArray secret = QUuid::createUuid().toByteArray();
        const Wanted wanted(secret);
        auto block = std::make_unique<QByteArray>(1 << 20, 'x');
        block->replace(400'000, secret.size(), secret);
        core::scrub(const_cast<QByteArray &>(secret));
        QCOMPARE(placesOf(wanted).size(), 1);
        block.reset();
        QCOMPARE(placesOf(wanted).join(u'\n'), QString());
    }

    void whoHasSignedOutLeavesNoTokenBehind_data()
    {
        QTest::addColumn<int>("refreshes");
        QTest::newRow("at once") << 0;
        QTest::newRow("after two refreshes") << 2;
    }
    void whoHasSignedOutLeavesNoTokenBehind()
    {
        QFETCH(int, refreshes);
#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
        QSKIP("this build's memory is another library's");
#endif
        const QTemporaryDir folder;
        FakeSecretStore keychain;
        const ShiftedClock clock;
        Program program(*core::readProfile(m_sandbox.profileFile()), folder.filePath(u"settings.ini"_s), keychain,
                        clock);
        const auto account = program.signIn({.organization = u"acme"_s});
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        const QString id = account->id;
        std::vector<Wanted> tokens;
        for (int i = 0; i <= refreshes; ++i) {
            if (i > 0)
                program.accounts.tokens().rejected(*program.token());
            const auto token = program.token();
            QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
            tokens.emplace_back(token->reveal());
            const auto entry = core::decodeSession(keychain.entries.value(core::Session::keyOf(id)));
            tokens.emplace_back(entry->refreshToken.reveal());
        }
        QVERIFY(!placesOf(tokens.back()).isEmpty()); // it can find one that is there
        QVERIFY(IdentityFixture::answerOf(program.accounts.signOut(id)));
        for (const Wanted &token : tokens)
            QTRY_COMPARE(placesOf(token).join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(TestLeftInMemory)
#include "tst_leftinmemory.moc"
