// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/deviceauthorization.h"

#include "core/identity/profilereader.h"
#include "core/identity/strictjson.h"
#include "core/identity/tokenrequest.h"
#include "core/identity/tokenresponse.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr double longestLifetime = 86'400;
constexpr double longestInterval = 300;
constexpr qsizetype longestUserCode = 64;

tl::unexpected<Error> broken(QLatin1StringView what)
{
    return fail(ErrorCode::EndpointFailed, "device_authorization: "_L1 + what);
}

// It is printed on a terminal: nothing in it may steer one.
bool isPrintableCode(const QString &code)
{
    return !code.isEmpty() && code.size() <= longestUserCode
        && std::all_of(code.begin(), code.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

QUrl addressIn(const QJsonObject &object, QLatin1StringView member)
{
    const QUrl url(object.value(member).toString(), QUrl::StrictMode);
    return isAcceptableUrl(url) ? url : QUrl();
}

} // namespace

FormFields deviceAuthorizationRequest(const ProviderProfile &profile, const QString &organization)
{
    FormFields fields{{u"scope"_s, profile.scopes.join(u' ')}, {u"audience"_s, profile.audience}};
    for (const QString &resource : profile.resource)
        fields.emplace_back(u"resource"_s, resource);
    if (profile.organization.mode != ProviderProfile::Organization::Mode::None)
        fields.emplace_back(profile.organization.parameter, organization);
    return fields;
}

FormFields deviceGrant(const ProviderProfile &profile, const Secret &deviceCode)
{
    FormFields fields{{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s},
                      {u"device_code"_s, QString::fromUtf8(deviceCode.reveal())}};
    addProfileParameters(profile, fields);
    return fields;
}

Result<DeviceAuthorization> parseDeviceAuthorization(const HttpResponse &response, const QDateTime &now)
{
    if (response.status == 429)
        return fail(ErrorCode::EndpointBusy, u"device_authorization: status 429"_s);
    const auto object = strictJsonObject(response.body);
    const QString error = object ? object->value("error"_L1).toString() : QString();
    if (!error.isEmpty())
        return fail(ErrorCode::SignInRefused,
                    describeProviderError(error, object->value("error_description"_L1).toString(), response.sent));
    if (response.status != 200 || !object)
        return fail(ErrorCode::EndpointFailed, u"device_authorization: status %1"_s.arg(response.status));

    DeviceAuthorization authorization;
    authorization.deviceCode = Secret(object->value("device_code"_L1).toString().toUtf8());
    authorization.prompt.userCode = object->value("user_code"_L1).toString();
    // Before the RFC it was called verification_url, and large providers still do.
    const auto member = object->contains("verification_uri"_L1) ? "verification_uri"_L1 : "verification_url"_L1;
    authorization.prompt.verificationUri = addressIn(*object, member);
    authorization.prompt.completeUri = addressIn(*object, "verification_uri_complete"_L1);
    const double lifetime = object->value("expires_in"_L1).toDouble(-1);
    const double interval = object->value("interval"_L1).toDouble(5);
    if (authorization.deviceCode.isEmpty() || !isPrintableCode(authorization.prompt.userCode))
        return broken("device_code or user_code is missing"_L1);
    if (lifetime < 1)
        return broken("expires_in is missing"_L1);
    if (authorization.prompt.verificationUri.isEmpty())
        return fail(ErrorCode::SignInRefused, u"device_authorization: verification_uri is not an https address"_s);
    authorization.interval = std::chrono::seconds(static_cast<qint64>(std::clamp(interval, 1.0, longestInterval)));
    authorization.prompt.expiresAt = now.addSecs(static_cast<qint64>(std::min(lifetime, longestLifetime)));
    return authorization;
}

} // namespace core
