// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QJsonObject>

namespace core {

// The shape an answer must have, in the JSON Schema subset that model endpoints constrain their output with: every
// value may be null and every name is required, so that a model must say that something is missing instead of leaving
// it out.
[[nodiscard]] QJsonObject responseSchema(const Schema &schema);

} // namespace core
