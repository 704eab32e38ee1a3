// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/lecternstyle.h"
#include "ui/widgets/palettes.h"

#include <QApplication>

#include <cmath>

namespace ui {
namespace {

// What the desktop said before we set a palette of our own.
bool desktopIsDark()
{
    static const bool dark = isDark(QApplication::palette());
    return dark;
}

} // namespace

void applyTheme(QApplication &application, Appearance appearance)
{
    const bool dark = appearance == Appearance::Dark || (desktopIsDark() && appearance == Appearance::System);
    if (!qobject_cast<LecternStyle *>(QApplication::style()))
        QApplication::setStyle(std::make_unique<LecternStyle>().release()); // the application owns it from here
    application.setPalette(dark ? darkPalette() : lightPalette());
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor toneColour(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Sure:
    case Tone::Approved:
        return QColor(dark ? 0xff5cc483 : 0xff1c7a3f);
    case Tone::Doubtful:
    case Tone::Ambiguous:
        return QColor(dark ? 0xfff0b24a : 0xff9a5a00);
    case Tone::NotOnPage:
        return QColor(dark ? 0xffff8077 : 0xffc0271d);
    case Tone::Corrected:
        return QColor(dark ? 0xff84acff : 0xff1f5fcc);
    case Tone::Missing:
        return quietText(palette);
    }
    Q_UNREACHABLE();
}

QColor paperSurround(const QPalette &palette)
{
    return QColor(isDark(palette) ? 0xff0f1113 : 0xffdcdfe3);
}

QColor shaded(const QColor &colour, double opacity)
{
    const auto part = [opacity](int value) { return static_cast<int>(std::lround(value * (1 - opacity))); };
    return {part(colour.red()), part(colour.green()), part(colour.blue())};
}

} // namespace ui
