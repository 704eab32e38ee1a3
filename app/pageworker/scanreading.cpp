// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pageworker/scanreading.h"

#include "core/adapters/ocr/pagereader.h"
#include "core/documents/pagegeometry.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr int fewLetters = 25; // a stamp or a page number that a scanner has added
constexpr double inkDpi = 36;
constexpr double mostScanPixels = 40e6;
constexpr double longestScanSide = 20'000;

core::Drawing drawingOf(int page, QSizeF size, double dpi)
{
    const double inches = std::max(size.width(), size.height()) / 72;
    const double squareInches = size.width() * size.height() / 72 / 72;
    dpi = std::min({dpi, longestScanSide / inches, std::sqrt(mostScanPixels / squareInches)});
    core::RenderRequest request;
    request.dpi = dpi;
    return {page, dpi, 0, core::pictureArea(size, request)};
}

// A font without a map to characters gives private or replacement ones, which nobody can read.
bool makesSense(QChar character)
{
    return character != QChar::ReplacementCharacter
        && (character.isLetterOrNumber() || character.isPunct() || character.isSymbol() || character.isSurrogate());
}

qsizetype sensibleLetters(const core::Word &word)
{
    return std::ranges::count_if(word.text, makesSense);
}

// What is known already is not to be looked for.
void cover(QImage &picture, const core::PageText &text)
{
    QPainter painter(&picture);
    const QColor paper = picture.pixelColor(0, 0);
    painter.scale(picture.width() / text.size.width(), picture.height() / text.size.height());
    for (const core::Word &word : text.words) {
        if (sensibleLetters(word) > 0)
            painter.fillRect(word.box.adjusted(-3, -3, 3, 3), paper);
    }
}

} // namespace

bool saysLittle(const core::PageText &text)
{
    qsizetype letters = 0;
    qsizetype sensible = 0;
    for (const core::Word &word : text.words) {
        letters += word.text.size();
        sensible += sensibleLetters(word);
    }
    return sensible < fewLetters || sensible * 2 < letters;
}

bool needsScan(core::PagedDocument &document, const core::PageText &text, const core::StopCheck &stop)
{
    if (!saysLittle(text))
        return false;
    auto picture = document.draw(drawingOf(text.page, text.size, inkDpi), stop);
    if (!picture)
        return text.words.empty(); // whoever reads the picture will say what is wrong with it
    cover(*picture, text);
    return core::hasInk(*picture);
}

void dropNonsense(core::PageText &text)
{
    std::erase_if(text.words, [](const core::Word &word) { return sensibleLetters(word) * 2 < word.text.size(); });
}

core::Result<core::PageText> readScan(core::PagedDocument &document, core::OcrEngine &engine, int page, QSizeF size,
                                      const core::StopCheck &stop)
{
    const auto picture = document.draw(drawingOf(page, size, document.scanDpi(page)), stop);
    if (!picture)
        return tl::make_unexpected(picture.error());
    auto words = core::readPicture(engine, *picture, size, stop);
    if (!words)
        return tl::make_unexpected(std::move(words).error());
    return core::PageText{page, size, core::TextSource::Ocr, *std::move(words)};
}

} // namespace app
