// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/kepttext.h"

#include "core/adapters/poppler/readingorder.h"
#include "core/adapters/poppler/textlayer.h"

#include <Page.h>
#include <PDFDoc.h>
#include <TextOutputDev.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

QSizeF shownSize(const Page &page)
{
    const QSizeF size(page.getCropWidth(), page.getCropHeight());
    return saneSize(page.getRotate() % 180 == 0 ? size : size.transposed());
}

QRectF boxBetween(double left, double top, double right, double bottom)
{
    return {left, top, right - left, bottom - top};
}

TextPiece pieceOf(const TextWord &word, const TextWord *expected)
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    word.getBBox(&left, &top, &right, &bottom);
    static_assert(sizeof(Unicode) == sizeof(char32_t));
    const auto *letters = reinterpret_cast<const char32_t *>(word.getLength() > 0 ? word.getChar(0) : nullptr);
    return {QString::fromUcs4(letters, word.getLength()), boxBetween(left, top, right, bottom), word.hasSpaceAfter(),
            &word == expected};
}

std::vector<QRectF> lettersOf(const TextWord &word)
{
    std::vector<QRectF> letters;
    for (int i = 0; i < word.getLength(); ++i) {
        double left = 0;
        double top = 0;
        double right = 0;
        double bottom = 0;
        word.getCharBBox(i, &left, &top, &right, &bottom);
        letters.push_back(boxBetween(left, top, right, bottom));
    }
    return letters;
}

std::vector<TextPiece> piecesOf(TextWordList &list)
{
    std::vector<TextPiece> pieces;
    pieces.reserve(static_cast<size_t>(list.getLength()));
    const TextWord *expected = nullptr;
    for (int i = 0; i < list.getLength(); ++i) {
        const TextWord &word = *list.get(i);
        pieces.push_back(pieceOf(word, expected));
        expected = word.nextWord();
    }
    if (!hasRightToLeft(pieces))
        return pieces;
    for (int i = 0; i < list.getLength(); ++i)
        pieces[static_cast<size_t>(i)].letters = lettersOf(*list.get(i));
    return pieces;
}

// As Poppler's Qt interface makes it for Page::textList.
std::unique_ptr<TextOutputDev> makeDevice()
{
    return std::make_unique<TextOutputDev>(nullptr, false, 0, false, false);
}

} // namespace

KeptText::KeptText(PDFDoc &document)
    : m_document(document)
{
}

KeptText::~KeptText() = default;

Result<PageText> KeptText::read(int number, const StopCheck &stop)
{
    const Page *page = m_document.getPage(number);
    if (!page)
        return fail(ErrorCode::BrokenDocument, u"page %1 cannot be loaded"_s.arg(number));
    if (!m_device)
        m_device = makeDevice();
    m_document.displayPageSlice(m_device.get(), number, 72, 72, 0, false, false, false, -1, -1, -1, -1,
                                stop ? &isStopped : nullptr, const_cast<StopCheck *>(&stop));
    if (stop && stop()) {
        m_device.reset(); // half an /ActualText would swallow the next page
        return fail(ErrorCode::Cancelled);
    }
    PageText text;
    text.page = number;
    text.size = shownSize(*page);
    if (const auto list = m_device->makeWordList())
        text.words = wordsOf(piecesOf(*list), text.size);
    return text;
}

bool isStopped(void *stop)
{
    return (*static_cast<const StopCheck *>(stop))();
}

} // namespace core
