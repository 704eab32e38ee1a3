// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core {

// What a page worker says when it goes.
inline constexpr int exitMisused = 64;
inline constexpr int exitOutOfMemory = 71;
inline constexpr int exitProtocol = 76;

} // namespace core
