// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/lock/filerefreshlocks.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

class TestFileRefreshLocks : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void oneHoldsItUntilItLetsGo()
    {
        core::FileRefreshLocks one(m_folder.filePath(u"locks"_s));
        core::FileRefreshLocks two(m_folder.filePath(u"locks"_s));
        auto held = one.tryTake(u"account"_s);
        QVERIFY(held && *held);
        const auto refused = two.tryTake(u"account"_s);
        QVERIFY(refused && !*refused);
        QVERIFY(*two.tryTake(u"other"_s)); // another account is another lock
        held->reset();
        QVERIFY(*two.tryTake(u"account"_s));
    }

    void whatADeadProgramHoldsIsFree()
    {
        const pid_t child = fork();
        if (child == 0)
            _exit(0);
        waitpid(child, nullptr, 0); // nobody has this number now
        const QString folder = m_folder.filePath(u"left"_s);
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u"/refresh-account.lock"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::number(child) + "\nlectern\n" + QSysInfo::machineHostName().toUtf8() + "\n");
        file.close();
        core::FileRefreshLocks locks(folder);
        const auto taken = locks.tryTake(u"account"_s);
        QVERIFY(taken && *taken);
    }

    void aFolderThatCannotBeIsSaid()
    {
        QFile inTheWay(m_folder.filePath(u"file"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        core::FileRefreshLocks locks(m_folder.filePath(u"file/locks"_s));
        const auto taken = locks.tryTake(u"account"_s);
        QVERIFY(!taken);
        QVERIFY(taken.error().code == core::ErrorCode::Storage);
    }
};

QTEST_GUILESS_MAIN(TestFileRefreshLocks)
#include "tst_filerefreshlocks.moc"
