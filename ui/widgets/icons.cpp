// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <memory>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

QByteArray drawing(const QString &name)
{
    QFile file(":/icons/"_L1 + name + ".svg"_L1);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Draws one SVG of the set in the palette's colours at whatever size is asked for. Follows the application's palette
// when it was made with that one, so that a change of appearance needs no new icons.
class PaletteIconEngine final : public QIconEngine
{
public:
    PaletteIconEngine(QString name, const QPalette &palette, std::optional<Tone> tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
        if (palette != QGuiApplication::palette())
            m_palette = palette;
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state)
        QByteArray svg = drawing(m_name);
        const QPalette palette = m_palette.value_or(QGuiApplication::palette());
        svg.replace("#000000", colour(palette, mode).name().toLatin1());
        svg.replace("#ffffff", palette.color(QPalette::Base).name().toLatin1());
        QSvgRenderer renderer(svg);
        const int side = std::min(rect.width(), rect.height());
        painter->setRenderHint(QPainter::Antialiasing);
        renderer.render(
            painter,
            QRectF(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0, side, side));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QPalette palette = m_palette.value_or(QGuiApplication::palette());
        const QString key = "lectern-%1-%2-%3x%4-%5"_L1.arg(m_name, colour(palette, mode).name())
                                .arg(size.width())
                                .arg(size.height())
                                .arg(palette.color(QPalette::Base).name());
        QPixmap drawn;
        if (QPixmapCache::find(key, &drawn))
            return drawn;
        drawn = QPixmap(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, drawn);
        return drawn;
    }

    [[nodiscard]] QIconEngine *clone() const override { return std::make_unique<PaletteIconEngine>(*this).release(); }
    [[nodiscard]] QString key() const override { return u"lectern"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(":/icons/"_L1 + m_name + ".svg"_L1); }

private:
    [[nodiscard]] QColor colour(const QPalette &palette, QIcon::Mode mode) const
    {
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
            return palette.color(QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return m_tone ? toneColour(*m_tone, palette) : palette.color(QPalette::Active, QPalette::ButtonText);
    }

    QString m_name;
    std::optional<Tone> m_tone;
    std::optional<QPalette> m_palette;
};

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Sure:
        return u"check"_s;
    case Tone::Doubtful:
        return u"question"_s;
    case Tone::Ambiguous:
        return u"ambiguous"_s;
    case Tone::NotOnPage:
        return u"not-on-page"_s;
    case Tone::Corrected:
        return u"pencil"_s;
    case Tone::Approved:
        return u"approved"_s;
    case Tone::Missing:
        return u"missing"_s;
    }
    Q_UNREACHABLE();
}

QIcon iconWith(const QString &name, const QPalette &palette, std::optional<Tone> tone)
{
    return QIcon(std::make_unique<PaletteIconEngine>(name, palette, tone).release()); // the icon owns it from here
}

} // namespace

QIcon icon(const QString &name, const QPalette &palette)
{
    return iconWith(name, palette, std::nullopt);
}

QIcon toneIcon(Tone tone, const QPalette &palette)
{
    return iconWith(toneName(tone), palette, tone);
}

} // namespace ui
