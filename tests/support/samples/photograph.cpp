// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/photograph.h"

#include <QLinearGradient>
#include <QPainter>
#include <QRadialGradient>
#include <QTransform>

#include <algorithm>
#include <random>

namespace samples {
namespace {

// The standard says what this engine gives, so that the grain is the same everywhere; its distributions differ.
class Grain
{
public:
    explicit Grain(int strength)
        : m_strength(strength)
    {
    }

    int operator()()
    {
        const auto part = [this] { return int(m_engine() >> 16) % (2 * m_strength + 1) - m_strength; };
        return (part() + part()) / 2;
    }

private:
    std::minstd_rand m_engine{20240507};
    int m_strength;
};

void addGrain(QImage &image, int strength)
{
    Grain grain(strength);
    const int bytes = image.depth() / 8;
    for (int y = 0; y < image.height(); ++y) {
        uchar *line = image.scanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            const int by = grain();
            for (int channel = 0; channel < std::min(bytes, 3); ++channel)
                line[x * bytes + channel] = uchar(std::clamp(line[x * bytes + channel] + by, 0, 255));
        }
    }
}

void drawTable(QPainter &painter, QSize size)
{
    QLinearGradient wood(0, 0, size.width(), size.height() / 3.0);
    wood.setColorAt(0, QColor(0x6f, 0x4e, 0x37));
    wood.setColorAt(1, QColor(0x4f, 0x36, 0x27));
    painter.fillRect(QRect({}, size), wood);
    std::minstd_rand engine(417);
    for (int y = 0; y < size.height(); y += 3 + int(engine() % 9)) {
        painter.setPen(QPen(QColor(0x2e, 0x1e, 0x14, 30 + int(engine() % 40)), 1 + int(engine() % 3)));
        painter.drawLine(0, y, size.width(), y + int(engine() % 14) - 7);
    }
}

} // namespace

QImage scannedSheet(const QImage &sheet, double degrees)
{
    QImage page(sheet.size(), QImage::Format_RGB32);
    page.fill(QColor(0xf6, 0xf6, 0xf4));
    QPainter painter(&page);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(page.rect().center());
    painter.rotate(degrees);
    painter.translate(-page.rect().center());
    painter.setOpacity(0.93);
    painter.drawImage(0, 0, sheet);
    painter.end();
    QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    addGrain(grey, 9);
    return grey;
}

QImage photographed(const QImage &slip, QSize size)
{
    QImage photo(size, QImage::Format_RGB32);
    QPainter painter(&photo);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    drawTable(painter, size);

    const double w = size.width();
    const double h = size.height();
    const QPolygonF corners({{w * 0.17, h * 0.06}, {w * 0.84, h * 0.04}, {w * 0.88, h * 0.95}, {w * 0.12, h * 0.93}});
    const QPolygonF whole(
        {{0, 0}, {double(slip.width()), 0}, {double(slip.width()), double(slip.height())}, {0, double(slip.height())}});
    QTransform view;
    if (!QTransform::quadToQuad(whole, corners, view))
        return {};
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 70));
    painter.drawPolygon(corners.translated(w * 0.012, h * 0.010));
    painter.setTransform(view);
    painter.drawImage(0, 0, slip);
    painter.resetTransform();

    QRadialGradient light(w * 0.35, h * 0.3, h * 0.95);
    light.setColorAt(0, QColor(255, 250, 235, 24));
    light.setColorAt(1, QColor(20, 14, 8, 95));
    painter.fillRect(photo.rect(), light);
    painter.end();
    addGrain(photo, 7);
    return photo;
}

} // namespace samples
