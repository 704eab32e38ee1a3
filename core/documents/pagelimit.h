// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>

namespace core {

struct PageLimit {
    int pages = 0; // of the document
    int most = 0; // that are taken
    friend bool operator==(const PageLimit &, const PageLimit &) = default;
};

// LimitReached for a document with too many pages, and the numbers back out of it; nothing of any other error.
[[nodiscard]] Error tooManyPages(const PageLimit &limit);
[[nodiscard]] std::optional<PageLimit> pageLimitOf(const Error &error);

} // namespace core
