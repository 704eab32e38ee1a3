// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <vector>

// The processes of the sign-in browser, found by descent.
namespace engine {

struct Process {
    qint64 id = 0;
    qint64 parent = 0;
    QByteArray started; // tells it from a later one of the same number
};

// Nothing for one that has ended, a zombie too.
inline Process process(qint64 id)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(id));
    if (!status.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = status.readAll(); // "12 (a name) S 1 ...": the name may hold anything
    const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    if (fields.value(0) == "Z" || fields.value(0) == "X")
        return {};
    return {id, fields.value(1).toLongLong(), fields.value(19)};
}

// Of the browser and the engine below a process.
inline std::vector<Process> processes(qint64 ancestor = QCoreApplication::applicationPid())
{
    std::vector<Process> found;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile arguments(QStringLiteral("/proc/") + entry + QStringLiteral("/cmdline"));
        if (entry.toInt() == 0 || !arguments.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = arguments.readAll();
        const bool isEngine = line.contains("QtWebEngineProcess");
        const bool isBrowser = line.left(line.indexOf('\0')).endsWith("/lectern-browser");
        if (!isEngine && !isBrowser)
            continue;
        const Process own = process(entry.toLongLong());
        qint64 above = own.parent;
        while (above > 1 && above != ancestor)
            above = process(above).parent;
        if (above == ancestor)
            found.push_back(own);
    }
    return found;
}

// Whether one of them is still there, whosever child it may be by now.
inline bool anyAlive(const std::vector<Process> &before)
{
    return std::any_of(before.begin(), before.end(), [](const Process &each) {
        const Process now = process(each.id);
        return now.id != 0 && now.started == each.started;
    });
}

// The program itself, of which the others come.
inline qint64 browser(qint64 ancestor = QCoreApplication::applicationPid())
{
    for (const Process &each : processes(ancestor)) {
        if (each.parent == ancestor)
            return each.id;
    }
    return 0;
}

} // namespace engine
