// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/identity/form.h"
#include "core/identity/profile.h"
#include "core/net/http.h"

#include <QDateTime>
#include <QUrl>

#include <chrono>

namespace core {

// What a person is shown to sign in with another machine's browser (RFC 8628, 3.3): safe to print.
struct DevicePrompt {
    QUrl verificationUri; // https, or http on the loopback
    QUrl completeUri; // with the code in it; empty: the provider gave none
    QString userCode;
    QDateTime expiresAt; // UTC
};

// A device authorization response (RFC 8628, 3.2).
struct DeviceAuthorization {
    Secret deviceCode;
    DevicePrompt prompt;
    std::chrono::seconds interval{5}; // at least, between two questions
};

// `organization` as in an authorization request: only where the profile has a parameter for it.
[[nodiscard]] FormFields deviceAuthorizationRequest(const ProviderProfile &profile, const QString &organization);
[[nodiscard]] FormFields deviceGrant(const ProviderProfile &profile, const Secret &deviceCode); // RFC 8628, 3.4

// SignInRefused: the provider names an error, or an address that is neither https nor loopback. EndpointBusy,
// EndpointFailed: it is no such response.
[[nodiscard]] Result<DeviceAuthorization> parseDeviceAuthorization(const HttpResponse &response, const QDateTime &now);

} // namespace core
