// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/keychain/lockedentry.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::Literals::StringLiterals;

namespace core {

using Attributes = QMap<QString, QString>;
using Items = QList<QDBusObjectPath>;

void whenLockedIsKnown(const QString &service, const QString &key, std::function<void(bool)> then)
{
    qDBusRegisterMetaType<Attributes>();
    QDBusMessage search = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                         u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    search << QVariant::fromValue(Attributes{{u"server"_s, service}, {u"user"_s, key}}); // QtKeychain's names
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(search));
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        const QDBusPendingReply<Items, Items> found = *watcher; // open ones, locked ones
        then(!found.isError() && !found.argumentAt<1>().isEmpty());
    });
}

} // namespace core
