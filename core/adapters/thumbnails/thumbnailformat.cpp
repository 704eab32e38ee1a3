// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/thumbnails/thumbnailformat.h"

#include <QtEndian>

namespace core {
namespace {

constexpr QByteArrayView magic("lectern.thumbnails/1\n");
constexpr quint32 mostPages = 1'000'000;
constexpr quint32 longest = 256 << 10; // bytes of one
constexpr qsizetype headSize = 8;

void append(QByteArray &bytes, quint32 number)
{
    std::array<char, 4> four{};
    qToBigEndian(number, four.data());
    bytes.append(four.data(), four.size());
}

} // namespace

QByteArray packThumbnails(const Thumbnails &thumbnails)
{
    QByteArray bytes = magic.toByteArray();
    for (const auto &[page, jpeg] : thumbnails) {
        append(bytes, static_cast<quint32>(page));
        append(bytes, static_cast<quint32>(jpeg.size()));
        bytes += jpeg;
    }
    return bytes;
}

std::optional<Thumbnails> unpackThumbnails(const QByteArray &bytes)
{
    if (!bytes.startsWith(magic))
        return {};
    Thumbnails thumbnails;
    for (qsizetype at = magic.size(); at < bytes.size();) {
        if (bytes.size() - at < headSize)
            return {};
        const auto page = qFromBigEndian<quint32>(bytes.constData() + at);
        const auto length = qFromBigEndian<quint32>(bytes.constData() + at + 4);
        at += headSize;
        if (page < 1 || page > mostPages || length > longest || static_cast<qsizetype>(length) > bytes.size() - at)
            return {};
        thumbnails.insert_or_assign(static_cast<int>(page), bytes.mid(at, length));
        at += length;
    }
    return thumbnails;
}

} // namespace core
