// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/kepttext.h"

#include "core/adapters/poppler/readingorder.h"
#include "core/adapters/poppler/textlayer.h"

#include <QStringConverter>

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

// As Poppler's Qt interface makes it for Page::textList, but for one picture of several letters (a ligature): Poppler
// takes them for drawn from left to right.
class TextDevice final : public TextOutputDev
{
public:
    TextDevice()
        : TextOutputDev(nullptr, false, 0, false, false)
    {
    }

    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                  CharCode code, int bytes, const Unicode *unicode, int unicodeLength) override
    {
        std::u32string drawn;
        if (unicodeLength > 1) {
            const std::u32string typed(unicode, unicode + unicodeLength);
            if (hasRightToLeft(QString::fromStdU32String(typed)))
                drawn = asDrawn(typed);
        }
        const std::vector<Unicode> turned(drawn.begin(), drawn.end());
        TextOutputDev::drawChar(state, x, y, dx, dy, originX, originY, code, bytes,
                                turned.empty() ? unicode : turned.data(), unicodeLength);
    }

    void beginActualText(GfxState *state, const GooString *given) override
    {
        const QByteArray bytes(given->c_str(), given->getLength());
        const QString typed =
            bytes.startsWith("\xfe\xff") ? QStringDecoder(QStringDecoder::Utf16BE)(bytes.mid(2)) : QString();
        if (!hasRightToLeft(typed))
            return TextOutputDev::beginActualText(state, given);
        const QString drawn = QString::fromStdU32String(asDrawn(typed.toStdU32String()));
        const QByteArray turned = "\xfe\xff" + QByteArray(QStringEncoder(QStringEncoder::Utf16BE)(drawn));
        const GooString turnedText(turned.constData(), static_cast<int>(turned.size()));
        TextOutputDev::beginActualText(state, &turnedText);
    }
};

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
        m_device = std::make_unique<TextDevice>();
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
