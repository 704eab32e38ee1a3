// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"
#include "ui/text/languagesetting.h"

#include <QByteArray>
#include <QSizeF>

namespace ui::settings {

inline constexpr core::Setting<int> appearance{QLatin1StringView("look/appearance"), 0}; // ui::Appearance
inline const core::Setting<QString> engine{QLatin1StringView("extraction/engine"), QStringLiteral("local")};
inline const core::Setting<QString> schema{QLatin1StringView("extraction/schema"), QString()}; // empty: detected
inline constexpr core::Setting<double> threshold{QLatin1StringView("extraction/threshold"), 0.9};
inline constexpr core::Setting<int> parallel{QLatin1StringView("extraction/parallelDocuments"), 2};

// Where things stood.
inline const core::Setting<QByteArray> geometry{QLatin1StringView("window/geometry"), QByteArray()};
inline const core::Setting<QByteArray> panes{QLatin1StringView("window/panes"), QByteArray()};
inline const core::Setting<QSizeF> firstRoom{QLatin1StringView("window/pageRoom"), QSizeF()}; // core::FirstLook
inline constexpr core::Setting<bool> firstWhole{QLatin1StringView("window/pageWhole"), false};
inline constexpr core::Setting<double> firstDpi{QLatin1StringView("window/pageDpi"), 0};
inline constexpr core::Setting<bool> libraryShown{QLatin1StringView("window/libraryShown"), true};
inline constexpr core::Setting<bool> thumbnailsShown{QLatin1StringView("window/thumbnailsShown"), true};
inline constexpr core::Setting<int> sideTab{QLatin1StringView("window/sideTab"), 0}; // ui::SidePanel::Tab
inline constexpr core::Setting<int> sideWidth{QLatin1StringView("window/sideWidth"), 260}; // logical pixels
inline constexpr core::Setting<bool> paperDimmed{QLatin1StringView("look/paperDimmed"), false};
inline constexpr core::Setting<bool> doubtsFirst{QLatin1StringView("review/doubtsFirst"), false};
inline const core::Setting<QString> openFolder{QLatin1StringView("folders/open"), QString()};
inline const core::Setting<QString> exportFolder{QLatin1StringView("folders/export"), QString()};

} // namespace ui::settings
