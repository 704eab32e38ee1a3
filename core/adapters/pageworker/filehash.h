// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <stop_token>

namespace core {

// SHA-256 (FIPS 180-4) of all that the descriptor's file holds, hex; its position is neither used nor moved.
// OpenSSL's, which uses the processor's own instructions: a scan of 100 MB is a matter of milliseconds.
// Errors: AccessDenied, Cancelled.
[[nodiscard]] Result<QByteArray> sha256Of(int file, const std::stop_token &stop);

} // namespace core
