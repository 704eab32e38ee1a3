// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace app {

// A schema for values that come without one: a field for each member, of the type that its value looks like.
[[nodiscard]] core::Result<core::Schema> schemaOf(const QJsonObject &values);

} // namespace app
