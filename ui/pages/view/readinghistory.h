// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/view/viewgeometry.h"

#include <optional>
#include <vector>

namespace ui {

// Where the reader was before each jump, as a browser keeps it: a new jump ends what lies ahead.
class ReadingHistory
{
public:
    void leave(const PagePoint &place); // before a jump
    void clear();
    [[nodiscard]] bool canGoBack() const { return !m_behind.empty(); }
    [[nodiscard]] bool canGoForward() const { return !m_ahead.empty(); }
    // Where to go; `here` is what leads back. Null when there is nothing.
    [[nodiscard]] std::optional<PagePoint> back(const PagePoint &here);
    [[nodiscard]] std::optional<PagePoint> forward(const PagePoint &here);

private:
    std::vector<PagePoint> m_behind;
    std::vector<PagePoint> m_ahead;
};

} // namespace ui
