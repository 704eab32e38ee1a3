// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/keptpainter.h"

#include "core/adapters/poppler/glyphproof.h"
#include "core/adapters/poppler/keptdevice.h"
#include "core/adapters/poppler/kepttext.h"
#include "core/adapters/poppler/scanpainter.h"

#include <QFile>
#include <qt6/poppler-version.h>

#include <poppler-config.h>

#include <goo/GooString.h>
#include <PDFDoc.h>
#include <splash/SplashBitmap.h>
#include <Stream.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

QImage pictureOf(SplashBitmap &page, const Drawing &drawing)
{
    const QSize size(page.getWidth(), page.getHeight());
    if (size.isEmpty() || !page.getDataPtr() || !page.getAlphaPtr())
        return {};
    QImage picture = drawing.canvas && size == drawing.area.size() ? drawing.canvas() : makePicture(size);
    if (!picture.isNull())
        layOnPaper(page, picture);
    return picture;
}

// Poppler reads files in pieces of 256 bytes; out of memory it reads text a quarter faster. Empty: it is too long.
QByteArray wholeFile(const QString &path)
{
    constexpr qint64 longest = 12 << 20; // for every worker that has it open
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.size() <= longest ? file.readAll() : QByteArray();
}

} // namespace

KeptPainter::KeptPainter(std::unique_ptr<PDFDoc> document, const QString &file, Ways ways)
    : m_document(std::move(document))
    , m_scans(ways.drawScansDirectly ? std::make_unique<ScanPainter>(*m_document, file) : nullptr)
    , m_ways(ways)
{
}

KeptPainter::~KeptPainter() = default;

Result<QImage> KeptPainter::draw(const Drawing &drawing, const StopCheck &stop)
{
    QImage scan = m_scans ? m_scans->draw(drawing, stop) : QImage();
    if (stop && stop())
        return fail(ErrorCode::Cancelled);
    if (!scan.isNull())
        return scan;
    // What the larger caches must prove first would keep the first page waiting, which gains little by them.
    const bool grow = m_ways.growGlyphCaches && m_hasDrawn && largerGlyphCachesDrawTheSame();
    if (!m_device)
        m_device = std::make_unique<KeptDevice>(*m_document, grow);
    m_device->setGrowGlyphCaches(grow);
    m_hasDrawn = true;
    const QRect &area = drawing.area;
    m_document->displayPageSlice(m_device.get(), drawing.page, drawing.dpi, drawing.dpi, drawing.rotation, false, true,
                                 false, area.x(), area.y(), area.width(), area.height(), stop ? &isStopped : nullptr,
                                 const_cast<StopCheck *>(&stop));
    const std::unique_ptr<SplashBitmap> bitmap(m_device->takeBitmap());
    if (stop && stop()) {
        if (m_device->isSpoiltByAbort())
            m_device.reset();
        return fail(ErrorCode::Cancelled);
    }
    QImage image = bitmap ? pictureOf(*bitmap, drawing) : QImage();
    if (image.isNull())
        return fail(ErrorCode::BrokenDocument, u"page %1 cannot be drawn"_s.arg(drawing.page));
    return image;
}

Result<PageText> KeptPainter::text(int page, const StopCheck &stop)
{
    if (!m_text)
        m_text = std::make_unique<KeptText>(*m_document);
    return m_text->read(page, stop);
}

std::unique_ptr<KeptPainter> KeptPainter::open(const QString &path, const QByteArray &password, Ways ways)
{
    std::optional<GooString> given;
    if (!password.isEmpty())
        given.emplace(password.constData(), static_cast<int>(password.size()));
    const QByteArray bytes = wholeFile(path);
    auto document = bytes.isEmpty()
        ? std::make_unique<PDFDoc>(std::make_unique<GooString>(QFile::encodeName(path).constData()), given, given)
        : std::make_unique<PDFDoc>(new MemStream(bytes.constData(), 0, bytes.size(), Object(objNull)), given, given);
    if (!document->isOk())
        return {};
    auto painter = std::make_unique<KeptPainter>(std::move(document), path, ways);
    painter->m_bytes = bytes;
    return painter;
}

std::unique_ptr<PagePainter> makePagePainter(const QString &path, const QByteArray &password)
{
    // What this was compiled against is what is there.
    if (Poppler::Version::string() != QLatin1StringView(POPPLER_VERSION))
        return {};
    return KeptPainter::open(path, password, {});
}

} // namespace core
