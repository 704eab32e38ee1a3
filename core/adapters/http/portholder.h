// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

// The name of the program that listens at a TCP port of this computer, as the system's list of processes has it. Empty
// where that is not told: another user's program, or another system than Linux.
[[nodiscard]] QString programAtPort(quint16 port);

} // namespace core
