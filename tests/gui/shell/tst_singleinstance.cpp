// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/singleinstance.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::Literals::StringLiterals;
using Role = app::SingleInstance::Role;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private slots:
    void aSecondStartHandsOverItsFiles()
    {
        const QTemporaryDir folder;
        app::SingleInstance first(folder.path());
        QCOMPARE(first.start({}), Role::First);
        QSignalSpy received(&first, &app::SingleInstance::filesReceived);
        Role role = Role::First;
        const std::unique_ptr<QThread> later(QThread::create([&] {
            app::SingleInstance second(folder.path());
            role = second.start({u"/a.pdf"_s, u"/b ü.pdf"_s});
        }));
        later->start();
        QTRY_COMPARE(received.count(), 1);
        QVERIFY(later->wait(5000));
        QCOMPARE(role, Role::Later);
        QCOMPARE(received.first().first().toStringList(), (QStringList{u"/a.pdf"_s, u"/b ü.pdf"_s}));
    }

    void whatACrashLeftBehindIsNoObstacle()
    {
        const QTemporaryDir folder;
        QFile stale(folder.filePath(u"window.socket"_s));
        QVERIFY(stale.open(QIODevice::WriteOnly));
        stale.close();
        app::SingleInstance first(folder.path());
        QCOMPARE(first.start({}), Role::First);
        QLocalSocket socket;
        socket.connectToServer(folder.filePath(u"window.socket"_s));
        QVERIFY(socket.waitForConnected(2000));
    }

    void rubbishIsAnsweredAndOpensNothing()
    {
        const QTemporaryDir folder;
        app::SingleInstance first(folder.path());
        QCOMPARE(first.start({}), Role::First);
        QSignalSpy received(&first, &app::SingleInstance::filesReceived);
        QLocalSocket socket;
        socket.connectToServer(folder.filePath(u"window.socket"_s));
        QVERIFY(socket.waitForConnected(2000));
        socket.write("{\"not\": \"a list\"}\n");
        QTRY_COMPARE(received.count(), 1);
        QVERIFY(received.first().first().toStringList().isEmpty());
    }

    void nobodyElseMayUseTheSocket()
    {
        const QTemporaryDir folder;
        app::SingleInstance first(folder.path());
        QCOMPARE(first.start({}), Role::First);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(folder.filePath(u"window.socket"_s)) & others));
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
