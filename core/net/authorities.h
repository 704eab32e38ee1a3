// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace core {

// The certificates of a file that a profile or a connection names (`extra_ca`), as PEM (RFC 7468, 5), and nothing else
// that may be in it: a private key would be copied to where everybody reads. Up to 4 MB are looked through. Errors
// begin with "extra_ca:" and name the file: InvalidInput (there is none, or none in it), AccessDenied.
[[nodiscard]] Result<QByteArray> readAuthorities(const QString &file);

} // namespace core
