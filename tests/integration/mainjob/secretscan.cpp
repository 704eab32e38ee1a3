// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/mainjob/secretscan.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace mainjob {

QStringList filesWith(const QByteArrayList &secrets, const QStringList &folders, const QStringList &leaveOut)
{
    QStringList found;
    for (const QString &folder : folders) {
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const auto isLeftOut = [&path](const QString &each) { return path.startsWith(each); };
            if (std::any_of(leaveOut.begin(), leaveOut.end(), isLeftOut))
                continue;
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            for (const QByteArray &secret : secrets) {
                if (bytes.contains(secret) || bytes.contains(secret.toBase64()))
                    found += u"%1 holds %2…"_s.arg(path, QString::fromLatin1(secret.left(6)));
            }
        }
    }
    return found;
}

QByteArrayList argumentLists()
{
    QByteArrayList lists;
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &process : processes) {
        QFile file(u"/proc/%1/cmdline"_s.arg(process));
        if (file.open(QIODevice::ReadOnly))
            lists += file.readAll();
    }
    return lists;
}

} // namespace mainjob
