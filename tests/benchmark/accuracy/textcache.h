// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

#include <optional>

namespace accuracy {

// A read document kept as JSON, so that rules are tried in seconds and OCR is paid for once.
[[nodiscard]] std::optional<core::DocumentText> loadText(const QString &file);
void saveText(const QString &file, const core::DocumentText &text);

} // namespace accuracy
