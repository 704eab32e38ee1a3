// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/processes.h"

#include <QDir>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentsOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

std::vector<qint64> childProcesses()
{
    std::vector<qint64> children;
    const QDir tasks(u"/proc/self/task"_s);
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QByteArray &child : contentsOf(tasks.filePath(task + "/children"_L1)).simplified().split(' ')) {
            if (!child.isEmpty())
                children.push_back(child.toLongLong());
        }
    }
    return children;
}

qsizetype openDescriptors(qint64 pid)
{
    return QDir(u"/proc/%1/fd"_s.arg(pid))
        .entryList(QDir::NoDotAndDotDot | QDir::System | QDir::Files | QDir::Dirs)
        .size();
}

qint64 ownMemory(qint64 pid)
{
    for (const QByteArray &line : contentsOf(u"/proc/%1/smaps_rollup"_s.arg(pid)).split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).simplified().split(' ').first().toLongLong() << 10;
    }
    return 0;
}
