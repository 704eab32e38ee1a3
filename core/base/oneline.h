// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

// What a file says of itself, fit for a message: a file's words on a terminal must not be its commands.
[[nodiscard]] inline QString oneLine(QString text)
{
    text.removeIf([](QChar c) { return !c.isPrint(); });
    return text;
}

} // namespace core
