// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/termination.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

class TestTermination : public QObject
{
    Q_OBJECT

private slots:
    void aSignalIsHeardInTheEventLoop_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("the end of a session") << SIGTERM;
        QTest::newRow("a terminal's key") << SIGINT;
        QTest::newRow("a terminal that closes") << SIGHUP;
    }
    void aSignalIsHeardInTheEventLoop()
    {
        QFETCH(int, number);
        const app::Termination termination;
        QSignalSpy asked(&termination, &app::Termination::asked);
        QCOMPARE(std::raise(number), 0);
        QVERIFY(asked.isEmpty()); // not in the middle of something
        QTRY_COMPARE(asked.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTermination)
#include "tst_termination.moc"
