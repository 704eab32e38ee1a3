// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace core {

// One normaliser a kind of value; each answers nothing when the whole text is not such a value.
[[nodiscard]] std::optional<NormalValue> normaliseDate(const QString &text, const NormalContext &context);
[[nodiscard]] std::optional<NormalValue> normaliseNumber(const QString &text, const NormalContext &context);
[[nodiscard]] std::optional<NormalValue> normaliseMoney(const QString &text, const NormalContext &context);
[[nodiscard]] std::optional<NormalValue> normaliseIban(const QString &text);
[[nodiscard]] std::optional<NormalValue> normaliseVatId(const QString &text);

} // namespace core
