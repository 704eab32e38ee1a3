// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace app {

// The schemas that can be named: shipped ones, then those of the configuration folders' `schemas/` (the user's replace
// shipped ones of the same id). problems gets a line for each file that could not be read.
[[nodiscard]] std::vector<core::Schema> loadSchemas(QStringList *problems = nullptr);

// A JSON file; its base name is the id when it names none.
[[nodiscard]] core::Result<core::Schema> loadSchemaFile(const QString &file);

// By id among schemas, else as a file.
[[nodiscard]] core::Result<core::Schema> findSchema(const QString &idOrFile, const std::vector<core::Schema> &schemas);

} // namespace app
