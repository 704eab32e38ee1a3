// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http.h"

#include <QHostAddress>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr auto notTrusted = ": not trusted: "_L1;

} // namespace

QByteArray HttpResponse::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Error untrustedError(const QString &host, const QString &words)
{
    return {ErrorCode::Network, host + notTrusted + words};
}

QString untrustedHost(const Error &error)
{
    const auto end = error.detail.indexOf(notTrusted);
    return error.code == ErrorCode::Network && end > 0 ? error.detail.first(end) : QString();
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace core
