// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/authorization.h"
#include "core/identity/provider.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

Async<QString> Provider::pushAuthorization(const FormFields &parameters, const Secret &clientSecret,
                                           const std::stop_token &stop)
{
    return andThen(metadata(stop), this, [=, this](const ProviderMetadata &known) {
        return andThen(post(known.pushedAuthorizationEndpoint, parameters, clientSecret, stop), this,
                       [](const HttpResponse &response) { return ready(parsePushedRequest(response)); });
    });
}

Async<DeviceAuthorization> Provider::authorizeDevice(const QString &organization, const Secret &clientSecret,
                                                     const std::stop_token &stop)
{
    return andThen(metadata(stop), this, [=, this](const ProviderMetadata &known) {
        if (known.deviceAuthorizationEndpoint.isEmpty())
            return ready<DeviceAuthorization>(
                fail(ErrorCode::SignInRefused, u"device_authorization: the provider has no such endpoint"_s));
        const auto answered = post(known.deviceAuthorizationEndpoint,
                                   deviceAuthorizationRequest(m_profile, organization), clientSecret, stop);
        return andThen(answered, this, [this](const HttpResponse &response) {
            return ready(parseDeviceAuthorization(response, m_clock.now()));
        });
    });
}

} // namespace core
