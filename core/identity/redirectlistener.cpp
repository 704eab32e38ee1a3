// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/redirectlistener.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr auto prefix = "no port of the loopback is free: "_L1;

} // namespace

Error noPortError(const QStringList &taken)
{
    return {ErrorCode::Network, prefix + taken.join(u", "_s)};
}

std::optional<QStringList> takenPortsOf(const Error &error)
{
    if (error.code != ErrorCode::Network || !error.detail.startsWith(prefix))
        return std::nullopt;
    return error.detail.sliced(prefix.size()).split(u", "_s, Qt::SkipEmptyParts);
}

} // namespace core
