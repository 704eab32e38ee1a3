// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/networkreachability.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// What the system says of its network, on a system bus of the test's own with a NetworkManager that it plays.
class TestNetworkReachability : public QObject
{
    Q_OBJECT

    QProcess m_manager;

    void say(const QByteArray &state) { m_manager.write(state + '\n'); }

private slots:
    void initTestCase()
    {
        m_manager.start(QStringLiteral(NETWORK_MANAGER), {});
        QVERIFY2(m_manager.waitForReadyRead(20'000), qPrintable(m_manager.errorString()));
    }

    void cleanupTestCase()
    {
        m_manager.closeWriteChannel();
        QVERIFY(m_manager.waitForFinished());
    }

    void aNetworkThatReturnsIsSaidOnceEachTime()
    {
        core::NetworkReachability network;
        QSignalSpy returned(&network, &core::Reachability::returned);
        network.start();
        QVERIFY(returned.isEmpty()); // it was never gone
        say("20");
        say("70");
        QTRY_COMPARE(returned.size(), 1);
        say("20");
        say("40"); // on its way
        say("60"); // within a company the provider may be reached without the internet
        QTRY_COMPARE(returned.size(), 2);
        say("20");
        say("70");
        QTRY_COMPARE(returned.size(), 3);
    }

    void whoDoesNotListenHearsNothing()
    {
        core::NetworkReachability deaf;
        core::NetworkReachability listening;
        listening.start();
        QSignalSpy unheard(&deaf, &core::Reachability::returned);
        QSignalSpy heard(&listening, &core::Reachability::returned);
        say("20");
        say("70");
        QTRY_COMPARE(heard.size(), 1);
        QVERIFY(unheard.isEmpty());
    }
};

int main(int argc, char **argv)
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
    QCoreApplication application(argc, argv);
    TestNetworkReachability test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_networkreachability.moc"
