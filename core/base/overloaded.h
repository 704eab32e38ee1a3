// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core {

// One function object of several, for std::visit.
template<typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template<typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>; // what clang 14 does not yet find out by itself

} // namespace core
