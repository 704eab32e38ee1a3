// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/reachability.h"

namespace core {

// What the operating system says of its network (NetworkManager's word on Linux). Silent where it says nothing.
class NetworkReachability final : public Reachability
{
    Q_OBJECT

public:
    using Reachability::Reachability;

    // Begins to listen; asks the system bus, so not before the event loop runs.
    void start();
};

} // namespace core
