// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>

class QApplication;

namespace ui {

// What a value's state looks like; colour never stands alone, each has a shape and a word too.
enum class Tone { Sure, Doubtful, Ambiguous, NotOnPage, Corrected, Approved, Missing };

enum class Appearance { System, Light, Dark };

// Fusion with our palette and proxy style; one style sheet for what a palette can't say.
void applyTheme(QApplication &application, Appearance appearance);
[[nodiscard]] bool isDark(const QPalette &palette);

[[nodiscard]] QColor toneColour(Tone tone,
                                const QPalette &palette); // outline and icon colour, 4.5:1 on the base colour
[[nodiscard]] QIcon toneIcon(Tone tone, const QPalette &palette);
[[nodiscard]] QColor paperSurround(const QPalette &palette); // the neutral grey behind pages

[[nodiscard]] QColor shaded(const QColor &colour, double opacity); // as black of this opacity (0 to 1) over it

// An icon of our own SVG set (resources/icons/NAME.svg), drawn in the palette's text colour, disabled and selected too.
[[nodiscard]] QIcon icon(const QString &name, const QPalette &palette);

inline constexpr int smallGap = 8; // the usual gaps on a 4-pixel grid
inline constexpr int gap = 16;
inline constexpr int hitTarget = 28; // least side of anything to click

} // namespace ui
