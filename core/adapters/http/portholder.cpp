// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/portholder.h"

#include "core/base/oneline.h"

#include <QDirIterator>
#include <QFile>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype longestName = 64;

// proc(5), /proc/net/tcp: local address and port in hexadecimal, state 0A is LISTEN, the tenth column is the socket.
void addListeners(const QString &table, quint16 port, QSet<QString> &sockets)
{
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray wanted = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.size() > 9 && columns.at(1).endsWith(wanted) && columns.at(3) == "0A")
            sockets += "socket:["_L1 + QString::fromLatin1(columns.at(9)) + u']';
    }
}

bool holdsOne(const QString &process, const QSet<QString> &sockets)
{
    QDirIterator open(process + u"/fd"_s, QDir::Files | QDir::System | QDir::Hidden);
    while (open.hasNext()) {
        // "socket:[1]" is no path, and QFileInfo makes one of it.
        if (sockets.contains(QFileInfo(open.next()).symLinkTarget().section(u'/', -1)))
            return true;
    }
    return false;
}

} // namespace

QString programAtPort(quint16 port)
{
    QSet<QString> sockets;
    for (const QString &table : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s})
        addListeners(table, port, sockets);
    if (sockets.isEmpty())
        return {};
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString process = u"/proc/"_s + name;
        if (!name.front().isDigit() || !holdsOne(process, sockets))
            continue;
        QFile comm(process + u"/comm"_s);
        if (comm.open(QIODevice::ReadOnly))
            return oneLine(QString::fromUtf8(comm.read(longestName)));
    }
    return {};
}

} // namespace core
