// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for NetworkManager on the system bus of a test: says the state that each line of standard input names (its
// NMState numbers: 20 disconnected, 60 this site, 70 everywhere), and ends with the input.
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

class Manager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager")
    Q_PROPERTY(uint State MEMBER m_state)
    Q_PROPERTY(uint Connectivity MEMBER m_connectivity)
    Q_PROPERTY(uint Metered MEMBER m_metered)

public:
    void say(uint state)
    {
        m_state = state;
        QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/NetworkManager"_s,
                                                         u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
        signal << u"org.freedesktop.NetworkManager"_s << QVariantMap{{u"State"_s, state}} << QStringList();
        QDBusConnection::systemBus().send(signal);
    }

private:
    uint m_state = 70;
    uint m_connectivity = 4;
    uint m_metered = 0;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Manager manager;
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.registerObject(u"/org/freedesktop/NetworkManager"_s, &manager, QDBusConnection::ExportAllProperties)
        || !bus.registerService(u"org.freedesktop.NetworkManager"_s))
        return 1;
    std::puts("ready");
    std::fflush(stdout);
    QSocketNotifier lines(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&lines, &QSocketNotifier::activated, &application, [&manager] {
        QByteArray said(256, '\0');
        const auto size = read(STDIN_FILENO, said.data(), static_cast<std::size_t>(said.size()));
        if (size <= 0)
            return QCoreApplication::quit();
        const QByteArrayList states = said.left(size).trimmed().split('\n');
        for (const QByteArray &state : states)
            manager.say(state.toUInt());
    });
    return QCoreApplication::exec();
}
#include "networkmanager.moc"
