// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace engine {

// A process's parent; 0 when there is no such process, or when it is a zombie.
inline qint64 parentOf(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = status.readAll(); // "12 (a name) S 1 ...": the name may hold anything
    const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return fields.value(0) == "Z" ? 0 : fields.value(1).toLongLong();
}

// Processes of the web engine that come from this program and have not gone; of one kind ("renderer"), or all. Two
// zygotes, that hold no page, are there from the first page until the program ends.
inline int processes(const QByteArray &kind = {})
{
    int count = 0;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile arguments(QStringLiteral("/proc/") + entry + QStringLiteral("/cmdline"));
        if (entry.toInt() == 0 || !arguments.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = arguments.readAll();
        if (!line.contains("QtWebEngineProcess") || !line.contains("--type=" + kind))
            continue;
        qint64 ancestor = parentOf(entry.toLongLong());
        while (ancestor > 1 && ancestor != QCoreApplication::applicationPid())
            ancestor = parentOf(ancestor);
        count += ancestor == QCoreApplication::applicationPid() ? 1 : 0;
    }
    return count;
}

} // namespace engine
