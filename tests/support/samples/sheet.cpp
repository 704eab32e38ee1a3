// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/sheet.h"

#include <QBuffer>
#include <QFont>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPdfWriter>

namespace samples {
namespace {

// Fonts have whole pixels for their size: a pixel is a twentieth of a point here, so that 9.5 points are one.
constexpr qreal twips = 20;

QFont fontOf(const Type &type)
{
    QFont font(type.family);
    font.setPixelSize(qRound(type.size * twips));
    font.setBold(type.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

Sheet::Sheet(QPainter &painter, qreal deviceUnitsPerPoint)
    : m_painter(painter)
{
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    m_painter.scale(deviceUnitsPerPoint / twips, deviceUnitsPerPoint / twips);
}

void Sheet::text(qreal x, qreal baseline, const QString &text, const Type &type)
{
    m_painter.setFont(fontOf(type));
    m_painter.setPen(type.colour);
    m_painter.drawText(QPointF(x, baseline) * twips, text);
}

void Sheet::textRight(qreal right, qreal baseline, const QString &string, const Type &type)
{
    text(right - width(string, type), baseline, string, type);
}

void Sheet::textCentre(qreal centre, qreal baseline, const QString &string, const Type &type)
{
    text(centre - width(string, type) / 2, baseline, string, type);
}

void Sheet::lines(qreal x, qreal baseline, const QStringList &lines, const Type &type, qreal leading)
{
    for (const QString &line : lines) {
        text(x, baseline, line, type);
        baseline += type.size * leading;
    }
}

void Sheet::rule(qreal x0, qreal x1, qreal y, qreal width, const QColor &colour)
{
    m_painter.setPen(QPen(colour, width * twips));
    m_painter.drawLine(QPointF(x0, y) * twips, QPointF(x1, y) * twips);
}

void Sheet::box(const QRectF &rect, const QColor &fill, const QColor &outline)
{
    m_painter.setPen(outline.alpha() == 0 ? QPen(Qt::NoPen) : QPen(outline, 0.6 * twips));
    m_painter.setBrush(fill);
    m_painter.drawRect(QRectF(rect.topLeft() * twips, rect.size() * twips));
}

void Sheet::disc(QPointF centre, qreal radius, const QColor &fill)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(fill);
    m_painter.drawEllipse(centre * twips, radius * twips, radius * twips);
}

qreal Sheet::width(const QString &text, const Type &type) const
{
    return QFontMetricsF(fontOf(type)).horizontalAdvance(text) / twips;
}

QByteArray pdfOf(const PagePainter &draw, int pages, const QString &title, Kind kind)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(kind == Kind::Archive ? QPdfWriter::PdfVersion_A1b : QPdfWriter::PdfVersion_1_6);
    writer.setResolution(1200);
    writer.setPageSize(QPageSize(Sheet::a4, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setTitle(title);
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.save();
        Sheet sheet(painter, 1200.0 / 72);
        draw(sheet, page);
        painter.restore();
    }
    painter.end();
    return bytes;
}

QImage imageOf(const PagePainter &draw, int page, int dpi, QSizeF size)
{
    QImage image((size * dpi / 72).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(dpi / 0.0254));
    QPainter painter(&image);
    Sheet sheet(painter, dpi / 72.0);
    draw(sheet, page);
    return image;
}

} // namespace samples
