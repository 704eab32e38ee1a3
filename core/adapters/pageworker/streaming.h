// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDataStream>
#include <QRectF>

#include <cmath>
#include <limits>
#include <vector>

// What the bodies of frames are read with: whatever makes no sense, or is more than was agreed, spoils the stream.
namespace core {

inline void reject(QDataStream &stream)
{
    stream.setStatus(QDataStream::ReadCorruptData);
}

template<typename Item>
void writeList(QDataStream &stream, const std::vector<Item> &items)
{
    stream << static_cast<quint32>(items.size());
    for (const Item &item : items)
        stream << item;
}

// Nothing is reserved by a number that was only claimed: the list grows with what is really there.
template<typename Item>
void readList(QDataStream &stream, std::vector<Item> &items, qsizetype most = std::numeric_limits<qsizetype>::max())
{
    quint32 count = 0;
    stream >> count;
    items.clear();
    if (static_cast<qsizetype>(count) > most)
        return reject(stream);
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        Item item;
        stream >> item;
        items.push_back(std::move(item));
    }
}

template<typename Enum>
void readEnum(QDataStream &stream, Enum &value, Enum last)
{
    quint16 number = 0;
    stream >> number;
    if (number > static_cast<quint16>(last))
        return reject(stream);
    value = static_cast<Enum>(number);
}

inline bool isFinite(const QRectF &box)
{
    return std::isfinite(box.x()) && std::isfinite(box.y()) && std::isfinite(box.width())
        && std::isfinite(box.height());
}

inline void readBox(QDataStream &stream, QRectF &box)
{
    stream >> box;
    if (!isFinite(box))
        reject(stream);
}

template<typename Text> // QString or QByteArray
void readText(QDataStream &stream, Text &text, qsizetype longest)
{
    stream >> text;
    if (text.size() > longest)
        reject(stream);
}

// Not every bit pattern is one of the two values that a bool may have.
inline void readFlag(QDataStream &stream, bool &flag)
{
    quint8 byte = 0;
    stream >> byte;
    if (byte > 1)
        return reject(stream);
    flag = byte == 1;
}

} // namespace core
