// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/environment.h"

#include <QUrl>

#include <algorithm>
#include <iterator>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

// Switches of Chromium (and of V8, which has "js-flags") that undo what keeps a password between the user and the page.
// A debugging port of 0 or of nothing is one as well: Chromium then picks its own.
constexpr QLatin1StringView dangerous[] = {
    "remote-debugging"_L1,
    "remote-allow-origins"_L1,
    "auto-open-devtools"_L1,
    "enable-automation"_L1,
    "ssl-key-log-file"_L1,
    "log-net-log"_L1,
    "net-log-capture-mode"_L1,
    "ignore-certificate-errors"_L1,
    "allow-insecure-localhost"_L1,
    "disable-web-security"_L1,
    "allow-running-insecure"_L1,
    "unsafely-treat-insecure"_L1,
    "host-resolver-rules"_L1,
    "host-rules"_L1,
    "load-extension"_L1,
    "disable-site-isolation"_L1,
    "allow-file-access"_L1,
    "js-flags"_L1,
    "user-data-dir"_L1,
    "renderer-cmd-prefix"_L1,
};

bool isDangerous(const QString &text)
{
    return std::any_of(std::begin(dangerous), std::end(dangerous),
                       [&text](QLatin1StringView flag) { return text.contains("--"_L1 + flag); });
}

} // namespace

bool isPageObservable(const QStringList &arguments)
{
    return qEnvironmentVariableIsSet("QTWEBENGINE_REMOTE_DEBUGGING") || !qEnvironmentVariableIsEmpty("SSLKEYLOGFILE")
        || isDangerous(qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS"))
        || std::any_of(arguments.begin(), arguments.end(), isDangerous);
}

std::optional<ProxyLogin> proxyLogin(const QString &proxyHost)
{
    for (const char *name : {"https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY"}) {
        const QUrl proxy(qEnvironmentVariable(name), QUrl::TolerantMode);
        if (!proxyHost.isEmpty() && proxy.host() == proxyHost && !proxy.userName().isEmpty())
            return ProxyLogin{proxy.userName(QUrl::FullyDecoded), proxy.password(QUrl::FullyDecoded)};
    }
    return std::nullopt;
}

bool isSandboxImpossible()
{
#ifdef Q_OS_LINUX
    return geteuid() == 0 && qEnvironmentVariable("QTWEBENGINE_DISABLE_SANDBOX") != "1"_L1
        && !qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS").contains("--no-sandbox"_L1);
#else
    return false;
#endif
}

} // namespace ui
