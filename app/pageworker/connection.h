// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/descriptor.h"
#include "core/adapters/pageworker/frame.h"

#include <vector>

namespace app {

// The worker's end of the socket: one frame after another, each with the descriptors that came with it.
class Connection
{
public:
    explicit Connection(int socket);

    // Waits. Nothing when the program is gone or talks nonsense: there is nothing left to work for then.
    [[nodiscard]] std::optional<core::Frame> next();
    // What next() will give, if it is there already; waits for nothing.
    [[nodiscard]] const core::Frame *peek();
    [[nodiscard]] core::Descriptor takeDescriptor();
    [[nodiscard]] bool answer(const core::Frame &frame) const;

private:
    [[nodiscard]] bool receive();

    int m_socket;
    core::FrameReader m_reader;
    std::optional<core::Frame> m_peeked;
    std::vector<core::Descriptor> m_descriptors; // in the order of their frames
};

} // namespace app
