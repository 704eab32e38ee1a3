// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/polygonfont.h"

#include <QList>
#include <QtEndian>

#include <array>
#include <initializer_list>

namespace core {
namespace {

constexpr int em = 1000;

template<typename Number>
void put(QByteArray &bytes, std::initializer_list<int> values)
{
    for (const int value : values) {
        const auto number = qToBigEndian(static_cast<Number>(value));
        bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
    }
}

// Four points on the em square's sides, where the number says.
QByteArray quadrangle(int number)
{
    const int a = 100 + number * 97 % 800;
    const int b = 100 + number * 61 % 800;
    QByteArray glyph;
    put<qint16>(glyph, {1, 0, 0, em, em, 3, 0}); // contours, box, last point, instructions
    put<quint8>(glyph, {1, 1, 1, 1}); // points on the curve, coordinates of two bytes
    put<qint16>(glyph, {0, a, em - a, -b}); // x, each from the one before
    put<qint16>(glyph, {a, em - a, -b, b - em}); // y
    return glyph;
}

QByteArray head()
{
    QByteArray table;
    put<qint32>(table, {0x10000, 0x10000, 0, 0x5f0f3cf5});
    put<qint16>(table, {0, em});
    put<qint32>(table, {0, 0, 0, 0}); // made, changed
    put<qint16>(table, {0, 0, em, em, 0, 8, 2, 1, 0}); // box, style, smallest size, direction, long offsets
    return table;
}

QByteArray horizontalHeader(int glyphs)
{
    QByteArray table;
    put<qint32>(table, {0x10000});
    put<qint16>(table, {em, 0, 0, em, 0, 0, em, 1, 0, 0, 0, 0, 0, 0, 0, glyphs});
    return table;
}

QByteArray limits(int glyphs)
{
    QByteArray table;
    put<qint32>(table, {0x10000});
    put<qint16>(table, {glyphs, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0});
    return table;
}

} // namespace

QByteArray polygonFont(int count)
{
    const int glyphs = count + 1; // the first stands for what is missing
    QByteArray outlines;
    QByteArray offsets;
    QByteArray widths;
    for (int glyph = 0; glyph < glyphs; ++glyph) {
        put<quint32>(offsets, {static_cast<int>(outlines.size())});
        put<qint16>(widths, {em, 0});
        outlines += quadrangle(glyph);
        outlines.resize((outlines.size() + 3) / 4 * 4, '\0');
    }
    put<quint32>(offsets, {static_cast<int>(outlines.size())});

    const QList<std::pair<QByteArray, QByteArray>> tables{
        {"glyf", outlines}, {"head", head()},  {"hhea", horizontalHeader(glyphs)},
        {"hmtx", widths},   {"loca", offsets}, {"maxp", limits(glyphs)}};
    QByteArray directory;
    put<quint32>(directory, {0x10000});
    put<quint16>(directory, {static_cast<int>(tables.size()), 64, 2, 32});
    QByteArray content;
    const qsizetype start = directory.size() + 16 * tables.size();
    for (const auto &[tag, table] : tables) {
        directory += tag;
        put<quint32>(directory, {0, static_cast<int>(start + content.size()), static_cast<int>(table.size())});
        content += table;
        content.append((4 - content.size() % 4) % 4, '\0');
    }
    return directory + content;
}

} // namespace core
