// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace core {

// Looks a path up. Steps are joined with '.', but a claim's own name may hold dots ("https://example.org/roles"): the
// longest name that exists wins at each step. Of an array of objects it is what each of them has, as an array. Undefined
// when there is nothing.
[[nodiscard]] QJsonValue claimAt(const QJsonObject &claims, const QString &path);

// The words in a claim: an array of strings, one string split at white space, as `scope` is, or the names of an object's
// members, as some providers write roles.
[[nodiscard]] QStringList wordsOf(const QJsonValue &claim);

} // namespace core
