// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/processes.h"

#include <QDir>

#include <algorithm>
#include <filesystem>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentsOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

static std::vector<qint64> childrenOf(const QString &process)
{
    std::vector<qint64> children;
    const QDir tasks(u"/proc/%1/task"_s.arg(process));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QByteArray &child : contentsOf(tasks.filePath(task + "/children"_L1)).simplified().split(' ')) {
            if (!child.isEmpty())
                children.push_back(child.toLongLong());
        }
    }
    return children;
}

std::vector<qint64> childProcesses()
{
    return childrenOf(u"self"_s);
}

std::vector<qint64> descendantsOf(qint64 pid)
{
    std::vector<qint64> all = childrenOf(QString::number(pid));
    for (std::size_t next = 0; next < all.size(); ++next) {
        const auto more = childrenOf(QString::number(all[next]));
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

qsizetype openDescriptors(qint64 pid)
{
    const QDir folder(u"/proc/%1/fd"_s.arg(pid));
    const QStringList all = folder.entryList(QDir::NoDotAndDotDot | QDir::System | QDir::Files | QDir::Dirs);
    return std::ranges::count_if(all, [&folder](const QString &one) {
        std::error_code gone;
        const auto target = std::filesystem::read_symlink(folder.filePath(one).toStdString(), gone);
        return !gone && target != "anon_inode:[eventfd]";
    });
}

static qint64 sumOf(qint64 pid, const QList<QByteArray> &fields)
{
    qint64 sum = 0;
    for (const QByteArray &line : contentsOf(u"/proc/%1/smaps_rollup"_s.arg(pid)).split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && fields.contains(line.left(colon)))
            sum += line.mid(colon + 1).simplified().split(' ').first().toLongLong() << 10;
    }
    return sum;
}

qint64 ownMemory(qint64 pid)
{
    return sumOf(pid, {"Pss"});
}

qint64 filledMemory(qint64 pid)
{
    return sumOf(pid, {"Pss_Anon", "Pss_Shmem"});
}
