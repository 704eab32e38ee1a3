// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

#include <optional>

// The words that lectern.extraction/1 uses for our enumerations.
namespace core::names {

[[nodiscard]] QString of(ValueType type);
[[nodiscard]] QString of(DocumentKind kind);
[[nodiscard]] QString of(TextSource source);
[[nodiscard]] QString of(MatchKind match);

[[nodiscard]] std::optional<ValueType> valueType(const QString &name);
[[nodiscard]] std::optional<DocumentKind> documentKind(const QString &name);
[[nodiscard]] std::optional<TextSource> textSource(const QString &name);
[[nodiscard]] std::optional<MatchKind> matchKind(const QString &name);
[[nodiscard]] std::optional<FieldStatus> fieldStatus(const QString &name);
[[nodiscard]] std::optional<ErrorCode> errorCode(const QString &name);

} // namespace core::names
