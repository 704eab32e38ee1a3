// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/proxylogin.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr auto prefix = "proxy: "_L1;

} // namespace

Error proxyError(const QString &host)
{
    return {ErrorCode::ProxyLogin, prefix + host};
}

std::optional<QString> proxyOf(const Error &error)
{
    if (error.code != ErrorCode::ProxyLogin || !error.detail.startsWith(prefix))
        return std::nullopt;
    return error.detail.sliced(prefix.size());
}

QString proxyEntry(const QString &host)
{
    return "proxy/"_L1 + host;
}

} // namespace core
