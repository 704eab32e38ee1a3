// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace core {

[[nodiscard]] QByteArray toBase64Url(const QByteArray &bytes); // RFC 4648, 5, without padding

// Strict: nothing for padding, foreign characters, or spare bits that are not zero, so that one value has one spelling.
[[nodiscard]] std::optional<QByteArray> fromBase64Url(const QByteArray &text);

} // namespace core
