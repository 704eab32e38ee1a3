// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

namespace core {

// Works the schema's checks out again on the values as they are now. Without checks in the schema nothing changes.
void updateChecks(Extraction &extraction, const Schema &schema);

} // namespace core
