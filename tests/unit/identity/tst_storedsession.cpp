// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/storedsession.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::Secret;

class TestStoredSession : public QObject
{
    Q_OBJECT

private slots:
    void whatWasKeptIsRead()
    {
        const core::StoredSession session{Secret("refresh"), 1'715'076'000, Secret("access"),
                                          QDateTime(QDate(2024, 5, 7), QTime(10, 10), Qt::UTC)};
        const auto read = core::decodeSession(core::encodeSession(session));
        QVERIFY(read);
        QCOMPARE(read->refreshToken.reveal(), QByteArray("refresh"));
        QCOMPARE(read->generation, session.generation);
        QCOMPARE(read->accessToken.reveal(), QByteArray("access"));
        QCOMPARE(read->expiresAt, session.expiresAt);
    }

    void anAccessTokenWithoutAnEndIsNotKept()
    {
        const auto entry = core::encodeSession({Secret("refresh"), 1, Secret("access"), {}});
        QVERIFY(!entry.reveal().contains("access"));
    }

    void aBareTokenOfAnEarlierVersionIsRead_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("plain") << QByteArray("abc.DEF-123");
        QTest::newRow("begins with a brace") << QByteArray("{abc}");
    }

    void aBareTokenOfAnEarlierVersionIsRead()
    {
        QFETCH(QByteArray, token);
        const auto read = core::decodeSession(Secret(token));
        QVERIFY(read);
        QCOMPARE(read->refreshToken.reveal(), token);
        QCOMPARE(read->generation, 0);
        QVERIFY(read->accessToken.isEmpty());
    }

    void whatCannotBeReadIsNoToken_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("torn") << QByteArray("{\"format\":\"lectern.session/1\",\"generation\":3,\"refre");
        QTest::newRow("newer") << QByteArray("{\"format\":\"lectern.session/2\",\"refresh_token\":\"r\"}");
        QTest::newRow("without a token") << QByteArray("{\"format\":\"lectern.session/1\",\"generation\":3}");
    }

    void whatCannotBeReadIsNoToken()
    {
        QFETCH(QByteArray, entry);
        const auto read = core::decodeSession(Secret(entry));
        QVERIFY(!read);
        QCOMPARE(read.error().code, core::ErrorCode::InvalidInput);
    }

    void aSecretIsOverwrittenByItsLastOwner()
    {
        QByteArray alone("PLANTED-secret");
        alone.detach();
        core::scrub(alone);
        QCOMPARE(alone, QByteArray(14, '\0'));
        QByteArray shared("PLANTED-secret");
        const QByteArray other = shared;
        core::scrub(shared);
        QCOMPARE(other, QByteArray("PLANTED-secret"));
    }
};

QTEST_GUILESS_MAIN(TestStoredSession)
#include "tst_storedsession.moc"
