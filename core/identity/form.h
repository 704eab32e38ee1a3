// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace core {

using FormFields = std::vector<std::pair<QString, QString>>;

// application/x-www-form-urlencoded. Fields with an empty value are left out.
[[nodiscard]] QByteArray encodeForm(const FormFields &fields);

// Split first, decoded after, each field once: a `%26` in a value never becomes another field. Nothing when an escape
// or the UTF-8 under it is broken. `twice`: names given more than once; the first value counts.
struct DecodedForm {
    QHash<QString, QString> fields;
    QStringList twice;
};
[[nodiscard]] std::optional<DecodedForm> decodeForm(const QByteArray &form);

} // namespace core
