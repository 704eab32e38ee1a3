// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/ocr/pagereader.h"

#include "core/adapters/ocr/scanpreparation.h"

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr double goodCertainty = 0.75; // of a page that is surely the right way up
constexpr int fewLetters = 40;

int lettersIn(const std::vector<Word> &words)
{
    return std::accumulate(words.begin(), words.end(), 0,
                           [](int sum, const Word &word) { return sum + static_cast<int>(word.text.size()); });
}

// How much was read, and how surely: what tells the right way up from a wrong one.
double worth(const std::vector<Word> &words)
{
    return std::accumulate(words.begin(), words.end(), 0.0, [](double sum, const Word &word) {
        return sum + word.certainty * word.certainty * static_cast<double>(word.text.size());
    });
}

bool isDoubtful(const std::vector<Word> &words)
{
    const int letters = lettersIn(words);
    const double sum = std::accumulate(words.begin(), words.end(), 0.0, [](double certainty, const Word &word) {
        return certainty + word.certainty * static_cast<double>(word.text.size());
    });
    return letters < fewLetters || sum / letters < goodCertainty;
}

void mapBack(std::vector<Word> &words, const QTransform &back, QSize picture, QSizeF page)
{
    const QTransform toPage =
        back * QTransform::fromScale(page.width() / picture.width(), page.height() / picture.height());
    for (Word &word : words)
        word.box = toPage.mapRect(word.box) & QRectF({}, page);
    std::erase_if(words, [](const Word &word) { return word.box.isEmpty(); });
}

} // namespace

Result<std::vector<Word>> readPicture(OcrEngine &engine, const QImage &picture, QSizeF page, const StopCheck &stop)
{
    PreparedScan scan = prepareScan(picture);
    if (!scan.pix)
        return fail(ErrorCode::LimitReached, u"no memory for the picture"_s);
    auto words = engine.read(scan.pix, scan.layout, stop);
    if (!words)
        return words;
    if (isDoubtful(*words)) {
        const int turn = engine.uprightTurn(scan.pix);
        PreparedScan other = turn != 0 ? turned(scan, turn) : strengthened(scan);
        auto better = other.pix ? engine.read(other.pix, other.layout, stop) : *words;
        if (!better)
            return better;
        if (worth(*better) > worth(*words)) {
            words = std::move(better);
            scan = std::move(other);
        }
    }
    mapBack(*words, scan.back, picture.size(), page);
    return words;
}

bool hasInk(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    std::array<qsizetype, 256> shades{};
    for (int row = 0; row < grey.height(); ++row) {
        const uchar *line = grey.constScanLine(row);
        for (int column = 0; column < grey.width(); ++column)
            ++shades[line[column]];
    }
    // Paper is the shade that covers most; ink differs from it.
    const auto paper = std::ranges::max_element(shades) - shades.begin();
    qsizetype ink = 0;
    for (int shade = 0; shade < 256; ++shade)
        ink += std::abs(shade - static_cast<int>(paper)) > 48 ? shades[static_cast<size_t>(shade)] : 0;
    return ink * 2000 > static_cast<qsizetype>(grey.width()) * grey.height();
}

} // namespace core
