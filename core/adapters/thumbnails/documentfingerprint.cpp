// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/thumbnails/documentfingerprint.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace core {
namespace {

constexpr qint64 sample = 64 << 10; // of the beginning and the end: where writers of PDF put what differs

} // namespace

QByteArray documentFingerprint(const QString &file)
{
    QFile document(file);
    if (!QFileInfo(file).isFile() || !document.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(document.size()) + ' ');
    hash.addData(document.read(sample));
    if (document.size() > sample && document.seek(std::max(sample, document.size() - sample)))
        hash.addData(document.read(sample));
    hash.addData(QFileInfo(file).lastModified().toString(Qt::ISODateWithMs).toLatin1());
    return hash.result().toHex();
}

} // namespace core
