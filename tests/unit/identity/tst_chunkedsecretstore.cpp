// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/chunkedsecretstore.h"
#include "tests/support/identityfixture.h"

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using core::Secret;

namespace {

// Refuses what is too large, as Windows does, and everything after so many changes, as a program does that was killed.
class SmallStore final : public core::SecretStore
{
public:
    core::Async<Secret> read(const QString &key) override { return inner.read(key); }
    core::Async<> write(const QString &key, const Secret &secret) override
    {
        if (changesLeft-- <= 0)
            return core::ready<void>(core::fail(ErrorCode::KeychainUnavailable, u"killed"_s));
        if (QString::fromUtf8(secret.reveal()).size() * 2 > 2560)
            return core::ready<void>(core::fail(ErrorCode::KeychainUnavailable, u"stub received bad data"_s));
        return inner.write(key, secret);
    }
    core::Async<> remove(const QString &key) override
    {
        if (changesLeft-- <= 0)
            return core::ready<void>(core::fail(ErrorCode::KeychainUnavailable, u"killed"_s));
        return inner.remove(key);
    }

    FakeSecretStore inner;
    int changesLeft = 1'000'000;
};

struct Store {
    SmallStore small;
    core::ChunkedSecretStore chunked{small, 1280};

    auto read() { return IdentityFixture::answerOf(chunked.read(u"k"_s)); }
    auto write(const QByteArray &bytes) { return IdentityFixture::answerOf(chunked.write(u"k"_s, Secret(bytes))); }
};

QByteArray filled(qsizetype size, char with)
{
    return QByteArray(size, with);
}

} // namespace

class TestChunkedSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("entries");
        QTest::newRow("empty") << QByteArray() << 1;
        QTest::newRow("small") << QByteArray("token") << 1;
        QTest::newRow("exactly one") << filled(1280, 'x') << 1;
        QTest::newRow("one more") << filled(1281, 'x') << 3;
        QTest::newRow("large") << filled(10'000, 'x') << 9;
        QTest::newRow("of two bytes a character") << QString(3000, u'ü').toUtf8() << 6;
        QTest::newRow("looks like a header") << QByteArray("lectern.chunks/1 a 1 00") << 2;
    }

    void whatIsWrittenIsRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, entries);
        Store store;
        QVERIFY(store.write(bytes));
        const auto read = store.read();
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->reveal(), bytes);
        QCOMPARE(store.small.inner.entries.size(), entries);
    }

    void oldPartsGo()
    {
        Store store;
        QVERIFY(store.write(filled(10'000, 'a')));
        QVERIFY(store.write(filled(3000, 'b')));
        QCOMPARE(store.small.inner.entries.size(), 4);
        QVERIFY(store.write("small"));
        QCOMPARE(store.small.inner.entries.size(), 1);
        QVERIFY(store.write(filled(3000, 'c')));
        QVERIFY(IdentityFixture::answerOf(store.chunked.remove(u"k"_s)));
        QVERIFY(store.small.inner.entries.isEmpty());
    }

    void aWriteThatIsCutAnywhereLeavesTheOldOrTheNewSecret()
    {
        const QByteArray before = filled(5000, 'a');
        const QByteArray after = filled(6000, 'b');
        int old = 0;
        for (int changes = 0; changes < 12; ++changes) {
            Store store;
            QVERIFY(store.write(before));
            store.small.changesLeft = changes;
            const bool isSaidToBeWritten = store.write(after).has_value();
            store.small.changesLeft = 1'000'000;
            const auto read = store.read();
            QVERIFY(read);
            QVERIFY(read->reveal() == before || read->reveal() == after);
            QCOMPARE(read->reveal() == after, isSaidToBeWritten);
            old += read->reveal() == before ? 1 : 0;
            QVERIFY(store.write("small"));
            QVERIFY(store.write(filled(2000, 'c'))); // what was left over is no hindrance
            QCOMPARE(store.read()->reveal(), filled(2000, 'c'));
        }
        QCOMPARE(old, 6); // five parts, then the header
    }

    void aPartThatIsMissingOrStrangeMakesItNothing()
    {
        for (const QByteArray &part : {QByteArray(), filled(1280, 'z')}) {
            Store store;
            QVERIFY(store.write(filled(5000, 'a')));
            if (part.isEmpty())
                store.small.inner.entries.remove(u"k#b#1"_s);
            else
                store.small.inner.entries[u"k#b#1"_s] = Secret(part);
            QCOMPARE(store.read().error().code, ErrorCode::NotFound);
        }
    }

    void aHeaderThatIsDamagedMakesItNothing()
    {
        for (const char *header : {"lectern.chunks/1 a", "lectern.chunks/1 a x 00", "lectern.chunks/1 a 999999 00"}) {
            Store store;
            store.small.inner.entries[u"k"_s] = Secret(header);
            QCOMPARE(store.read().error().code, ErrorCode::NotFound);
            QVERIFY(store.write(filled(2000, 'x')));
            QVERIFY(store.read());
        }
    }

    void anAbsentKeychainIsNotAMissingEntry()
    {
        Store store;
        store.small.inner.isAbsent = true;
        QCOMPARE(store.read().error().code, ErrorCode::KeychainUnavailable);
        QCOMPARE(store.write("x").error().code, ErrorCode::KeychainUnavailable);
    }
};

QTEST_GUILESS_MAIN(TestChunkedSecretStore)
#include "tst_chunkedsecretstore.moc"
