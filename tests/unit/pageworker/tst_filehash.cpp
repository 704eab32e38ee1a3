// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/filehash.h"

#include <QCryptographicHash>
#include <QTemporaryFile>
#include <QTest>

using core::ErrorCode;

class FileHashTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsHashedWhereverTheFileStands()
    {
        const QByteArray bytes(3'000'000, 'x');
        QTemporaryFile file;
        QVERIFY(file.open() && file.write(bytes) == bytes.size() && file.flush());
        const auto expected = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        QCOMPARE(core::sha256Of(file.handle(), {}).value_or(QByteArray()), expected);
        QCOMPARE(core::sha256Of(file.handle(), {}).value_or(QByteArray()), expected);
        QCOMPARE(file.pos(), bytes.size());
    }

    void hashingEndsWhenItIsNoLongerWanted()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(core::sha256Of(file.handle(), stop.get_token()).error().code == ErrorCode::Cancelled);
    }

    void whatCannotBeReadSaysSo() { QVERIFY(core::sha256Of(-1, {}).error().code == ErrorCode::AccessDenied); }
};

QTEST_GUILESS_MAIN(FileHashTest)
#include "tst_filehash.moc"
