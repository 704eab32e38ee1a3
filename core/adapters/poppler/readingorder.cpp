// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/readingorder.h"

#include <algorithm>

namespace core {
namespace {

constexpr char32_t firstRightToLeft = 0x590;

// As UAX #9 has them, as far as it matters here.
enum class Side { Left, Right, Number, Terminator, Neutral };

struct Sign {
    char32_t code = U' ';
    const TextPiece *piece = nullptr; // none: the space between two
    size_t index = 0; // in the piece
    Side side = Side::Neutral;
};

Side sideOf(char32_t code)
{
    switch (QChar::direction(code)) {
    case QChar::DirL:
        return code == 0x200e ? Side::Neutral : Side::Left;
    case QChar::DirR:
    case QChar::DirAL:
        return code == 0x200f ? Side::Neutral : Side::Right;
    case QChar::DirEN:
    case QChar::DirAN:
        return Side::Number;
    case QChar::DirET:
        return Side::Terminator;
    case QChar::DirNSM:
        return code >= firstRightToLeft && code < 0x900 ? Side::Right : Side::Left;
    default:
        return Side::Neutral;
    }
}

std::vector<Sign> signsOf(const std::vector<TextPiece> &line)
{
    std::vector<Sign> signs;
    for (const TextPiece &piece : line) {
        size_t index = 0;
        for (const char32_t code : piece.text.toUcs4())
            signs.push_back({code, &piece, index++, sideOf(code)});
        if (piece.spaceAfter)
            signs.push_back({});
    }
    return signs;
}

// Runs of equal signs, [begin, end).
template<typename Visit>
void eachRun(std::vector<Sign> &signs, const Visit &visit)
{
    for (size_t begin = 0; begin < signs.size();) {
        size_t end = begin + 1;
        while (end < signs.size() && signs[end].side == signs[begin].side)
            ++end;
        visit(begin, end);
        begin = end;
    }
}

void setSides(std::vector<Sign> &signs, size_t begin, size_t end, Side side)
{
    for (size_t at = begin; at < end; ++at)
        signs[at].side = side;
}

// W5 and W6: a percent sign belongs to its number. Numbers are read like Latin words.
void settleNumbers(std::vector<Sign> &signs)
{
    eachRun(signs, [&signs](size_t begin, size_t end) {
        if (signs[begin].side != Side::Terminator)
            return;
        const bool touches = (begin > 0 && signs[begin - 1].side == Side::Number)
            || (end < signs.size() && signs[end].side == Side::Number);
        setSides(signs, begin, end, touches ? Side::Number : Side::Neutral);
    });
    for (Sign &sign : signs)
        sign.side = sign.side == Side::Number ? Side::Left : sign.side;
}

// N1 and N2: what has no direction is as its neighbours, or as the line where these differ.
void settleNeutrals(std::vector<Sign> &signs, Side base)
{
    eachRun(signs, [&signs, base](size_t begin, size_t end) {
        if (signs[begin].side != Side::Neutral)
            return;
        const Side before = begin > 0 ? signs[begin - 1].side : base;
        const Side after = end < signs.size() ? signs[end].side : base;
        setSides(signs, begin, end, before == after ? before : base);
    });
}

Direction directionOf(const std::vector<Sign> &line, Direction page)
{
    const auto isStrong = [](const Sign &sign) { return sign.side == Side::Left || sign.side == Side::Right; };
    const auto first = std::find_if(line.begin(), line.end(), isStrong);
    const auto last = std::find_if(line.rbegin(), line.rend(), isStrong);
    if (first == line.end() || first->side != last->side)
        return page;
    if (first->side == Side::Right)
        return Direction::RightToLeft;
    const auto right =
        std::count_if(line.begin(), line.end(), [](const Sign &sign) { return sign.side == Side::Right; });
    const auto strong = std::count_if(line.begin(), line.end(), isStrong);
    return right * 2 > strong ? Direction::RightToLeft : Direction::LeftToRight;
}

std::vector<Sign> reordered(std::vector<Sign> signs, Direction direction)
{
    const bool isRightToLeft = direction == Direction::RightToLeft;
    settleNumbers(signs);
    settleNeutrals(signs, isRightToLeft ? Side::Right : Side::Left);
    const auto at = [&signs](size_t index) { return signs.begin() + static_cast<std::ptrdiff_t>(index); };
    // Either the letters of a run are turned round, or all of the line is and with it the letters of the others.
    eachRun(signs, [&](size_t begin, size_t end) {
        if ((signs[begin].side == Side::Right) != isRightToLeft)
            std::reverse(at(begin), at(end));
    });
    if (isRightToLeft)
        std::reverse(signs.begin(), signs.end());
    return signs;
}

// Arabic and Hebrew letters as the paper shows them, with or without a neighbour, are one letter to who types them.
QString plainLetter(char32_t code)
{
    const QString letter = QString::fromUcs4(&code, 1);
    const bool isForm = (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
    if (!isForm || sideOf(code) != Side::Right)
        return letter;
    const QString plain = letter.normalized(QString::NormalizationForm_KC);
    return plain.contains(u' ') ? letter : plain;
}

QRectF boxOf(const Sign &sign)
{
    const auto &letters = sign.piece->letters;
    return sign.index < letters.size() ? letters[sign.index] : sign.piece->box;
}

bool isOneWord(const Sign &before, const Sign &sign)
{
    return !QChar::isSpace(before.code) && before.side == sign.side
        && (before.piece == sign.piece || sign.side == Side::Right);
}

} // namespace

bool hasRightToLeft(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t code = text[at].unicode();
        if (code < firstRightToLeft)
            continue;
        if (text[at].isHighSurrogate() && at + 1 < text.size())
            code = QChar::surrogateToUcs4(text[at], text[at + 1]);
        if (sideOf(code) == Side::Right)
            return true;
    }
    return false;
}

bool hasRightToLeft(const std::vector<TextPiece> &pieces)
{
    return std::any_of(pieces.begin(), pieces.end(), [](const TextPiece &piece) { return hasRightToLeft(piece.text); });
}

Direction directionOf(const std::vector<TextPiece> &pieces)
{
    qsizetype balance = 0;
    for (const Sign &sign : signsOf(pieces))
        balance += sign.side == Side::Right ? -1 : sign.side == Side::Left ? 1 : 0;
    return balance < 0 ? Direction::RightToLeft : Direction::LeftToRight;
}

std::vector<TextPiece> inReadingOrder(const std::vector<TextPiece> &line, Direction page)
{
    std::vector<Sign> visual = signsOf(line);
    while (!visual.empty() && QChar::isSpace(visual.back().code)) // those before the next line are none of this one
        visual.pop_back();
    const Direction direction = directionOf(visual, page);
    std::vector<TextPiece> pieces;
    Sign before;
    for (const Sign &sign : reordered(std::move(visual), direction)) {
        if (QChar::isSpace(sign.code)) {
            if (!pieces.empty())
                pieces.back().spaceAfter = true;
        } else if (isOneWord(before, sign)) {
            pieces.back().text += plainLetter(sign.code);
            pieces.back().box |= boxOf(sign);
        } else {
            pieces.push_back({plainLetter(sign.code), boxOf(sign), false, !pieces.empty()});
        }
        before = sign;
    }
    if (!pieces.empty())
        pieces.back().spaceAfter = line.back().spaceAfter;
    return pieces;
}

std::u32string asDrawn(std::u32string_view typed)
{
    std::vector<Sign> signs;
    for (const char32_t code : typed)
        signs.push_back({code, nullptr, 0, sideOf(code)});
    const Direction direction = directionOf(signs, Direction::RightToLeft);
    std::u32string drawn;
    for (const Sign &sign : reordered(std::move(signs), direction)) // which is its own inverse
        drawn += sign.code;
    return drawn;
}

} // namespace core
