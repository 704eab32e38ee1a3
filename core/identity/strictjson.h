// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace core {

// One JSON object and nothing else. Nothing when a member is named twice (RFC 8725, 2.6): two readers of such a text
// may see two different values.
[[nodiscard]] std::optional<QJsonObject> strictJsonObject(const QByteArray &json);

} // namespace core
