// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/palettes.h"

#include "ui/widgets/theme.h"

namespace ui {
namespace {

// The colours of one appearance, from which the whole palette follows.
struct Shades {
    QRgb window, base, alternate, button, text, quiet, disabled, line, highlight, link, shadow;
};

constexpr Shades light{0xfff3f4f6, 0xffffffff, 0xfff8f9fa, 0xffffffff, 0xff1b1f24, 0xff5d6570,
                       0xff9aa1ab, 0xffd3d7dd, 0xff2a5fd0, 0xff2257c5, 0xff6f7782};
constexpr Shades dark{0xff16181b, 0xff1d2024, 0xff212529, 0xff2a2e33, 0xffe6e8eb, 0xff9ea6b0,
                      0xff686f79, 0xff363b42, 0xff3868d0, 0xff8ab0ff, 0xff000000};

QPalette paletteOf(const Shades &shades)
{
    QPalette palette;
    palette.setColor(QPalette::Window, shades.window);
    palette.setColor(QPalette::WindowText, shades.text);
    palette.setColor(QPalette::Base, shades.base);
    palette.setColor(QPalette::AlternateBase, shades.alternate);
    palette.setColor(QPalette::Text, shades.text);
    palette.setColor(QPalette::PlaceholderText, shades.quiet);
    palette.setColor(QPalette::Button, shades.button);
    palette.setColor(QPalette::ButtonText, shades.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Light, QColor(shades.button).lighter(110));
    palette.setColor(QPalette::Midlight, shades.window);
    palette.setColor(QPalette::Mid, shades.line);
    palette.setColor(QPalette::Dark, QColor(shades.line).darker(130));
    palette.setColor(QPalette::Shadow, shades.shadow);
    palette.setColor(QPalette::Highlight, shades.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, shades.link);
    palette.setColor(QPalette::LinkVisited, shades.link);
    palette.setColor(QPalette::ToolTipBase, shades.text);
    palette.setColor(QPalette::ToolTipText, shades.base);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, shades.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, shades.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, shades.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, shades.disabled);
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf(light);
}

QPalette darkPalette()
{
    return paletteOf(dark);
}

QColor lineColour(const QPalette &palette)
{
    return palette.color(QPalette::Mid);
}

QColor quietText(const QPalette &palette)
{
    return palette.color(QPalette::PlaceholderText);
}

} // namespace ui
