// SPDX-License-Identifier: GPL-3.0-or-later
// Another process on the same file: appends edits to document ARGV[2] and prints the sequence of each one that was
// answered, at once. Count ARGV[3]; 0: until it is killed.
#include "core/adapters/sql/sqlstore.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 5)
        return 2;
    core::SqlStore store(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[4]));
    const qint64 document = QByteArray(argv[2]).toLongLong();
    const int count = QByteArray(argv[3]).toInt();
    for (int n = 0; count == 0 || n < count; ++n) {
        core::EditRow edit;
        edit.document = document;
        edit.kind = QStringLiteral("set");
        edit.json = QByteArray::number(n);
        edit.at = QDateTime::currentDateTimeUtc();
        auto answer = store.append({}, edit);
        answer.waitForFinished();
        if (!answer.result())
            return 1;
        std::printf("%lld\n", static_cast<long long>(answer.result()->sequence));
        std::fflush(stdout);
    }
    return 0;
}
