// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/compactpage.h"

#include "core/documents/foldedtext.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>

namespace core {
namespace {

constexpr double steps = 65535;
constexpr qsizetype placeBytes = 5 * sizeof(quint16);
constexpr int longestWord = 0x1fff;
constexpr quint16 spaceAfterFlag = 0x2000;
constexpr quint16 startsLineFlag = 0x4000;
constexpr quint16 startsBlockFlag = 0x8000;

quint16 step(double value, double whole)
{
    return static_cast<quint16>(std::clamp(std::round(value / whole * steps), 0.0, steps));
}

void addPlace(QByteArray &places, int length, quint16 flags, const QRectF &box, QSizeF page)
{
    const std::array<quint16, 5> place{static_cast<quint16>(length | flags), step(box.left(), page.width()),
                                       step(box.top(), page.height()), step(box.right(), page.width()),
                                       step(box.bottom(), page.height())};
    const qsizetype at = places.size();
    places.resize(at + placeBytes);
    qToLittleEndian<quint16>(place.data(), place.size(), places.data() + at);
}

bool isNewLine(const Word *before, const Word &word)
{
    return before && (before->line != word.line || before->block != word.block);
}

} // namespace

QString runningText(const std::vector<Word> &words)
{
    QString text;
    const Word *before = nullptr;
    for (const Word &word : words) {
        if (word.text.isEmpty())
            continue;
        if (isNewLine(before, word))
            text += u'\n';
        else if (before && before->spaceAfter)
            text += u' ';
        text += word.text;
        before = &word;
    }
    return text;
}

CompactPage compacted(const PageText &text)
{
    CompactPage page;
    page.page = text.page;
    page.size = text.size;
    page.source = text.source;
    const QString running = runningText(text.words);
    page.text = running.toUtf8();
    page.folded = foldedText(running);
    page.places.reserve(static_cast<qsizetype>(text.words.size()) * placeBytes);
    const Word *before = nullptr;
    for (const Word &word : text.words) {
        if (word.text.isEmpty())
            continue;
        quint16 flags = isNewLine(before, word) ? startsLineFlag : 0;
        if (before && before->block != word.block)
            flags |= startsBlockFlag;
        int left = static_cast<int>(word.text.size());
        for (; left > longestWord; left -= longestWord, flags = 0)
            addPlace(page.places, longestWord, flags, word.box, text.size);
        addPlace(page.places, left, flags | (word.spaceAfter ? spaceAfterFlag : 0), word.box, text.size);
        before = &word;
    }
    return page;
}

std::vector<CompactWord> wordsOf(const CompactPage &page)
{
    std::vector<CompactWord> words;
    words.reserve(static_cast<size_t>(page.places.size() / placeBytes));
    const double width = page.size.width() / steps;
    const double height = page.size.height() / steps;
    qsizetype letters = 0;
    for (qsizetype at = 0; at + placeBytes <= page.places.size(); at += placeBytes) {
        std::array<quint16, 5> place{};
        qFromLittleEndian<quint16>(page.places.constData() + at, place.size(), place.data());
        CompactWord word;
        word.length = place[0] & longestWord;
        word.box = QRectF(QPointF(place[1] * width, place[2] * height), QPointF(place[3] * width, place[4] * height));
        word.spaceAfter = place[0] & spaceAfterFlag;
        word.startsLine = place[0] & startsLineFlag;
        word.startsBlock = place[0] & startsBlockFlag;
        letters += word.length;
        if (letters > page.text.size()) // a UTF-16 unit is one byte of UTF-8 or more
            break;
        if (word.length > 0)
            words.push_back(word);
    }
    return words;
}

} // namespace core
