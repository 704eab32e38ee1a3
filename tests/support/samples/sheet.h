// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QString>

#include <functional>

namespace samples {

struct Type {
    qreal size = 9.5; // points
    bool bold = false;
    QColor colour = QColor(0x20, 0x25, 0x30);
    QString family = QStringLiteral("Liberation Sans");
};

// A sheet of paper that is drawn on in points from its top left corner, whatever the device.
class Sheet
{
public:
    static constexpr QSizeF a4{595, 842};

    Sheet(QPainter &painter, qreal deviceUnitsPerPoint);

    void text(qreal x, qreal baseline, const QString &text, const Type &type = {});
    void textRight(qreal right, qreal baseline, const QString &text, const Type &type = {});
    void textCentre(qreal centre, qreal baseline, const QString &text, const Type &type = {});
    void lines(qreal x, qreal baseline, const QStringList &lines, const Type &type = {}, qreal leading = 1.35);
    void rule(qreal x0, qreal x1, qreal y, qreal width = 0.5, const QColor &colour = Qt::black);
    void box(const QRectF &rect, const QColor &fill, const QColor &outline = Qt::transparent);
    void disc(QPointF centre, qreal radius, const QColor &fill);
    [[nodiscard]] qreal width(const QString &text, const Type &type = {}) const;

private:
    QPainter &m_painter;
};

// Draws one page; the number counts from 0.
using PagePainter = std::function<void(Sheet &, int page)>;

enum class Kind { Plain, Archive }; // Archive: with what PDF/A asks for
[[nodiscard]] QByteArray pdfOf(const PagePainter &draw, int pages, const QString &title, Kind kind = Kind::Plain);
[[nodiscard]] QImage imageOf(const PagePainter &draw, int page, int dpi, QSizeF size = Sheet::a4);

} // namespace samples
