// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/pipeline.h"

namespace core {

// The local engine's whole answer: its findings, proved. Pure.
[[nodiscard]] Extraction extractLocally(const DocumentText &document, const Schema &schema,
                                        const ExtractOptions &options);

} // namespace core
