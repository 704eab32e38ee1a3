// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider's endpoints are called, for whoever has waited for one in vain.
#include "core/base/answer.h"
#include "core/identity/provider.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace core {

QString Provider::nameOf(const QUrl &endpoint) const
{
    if (!m_metadata || endpoint == discoveryUrl(m_profile))
        return u"discovery"_s;
    const std::array named{
        std::pair("jwks_uri"_L1, m_metadata->keysUrl),
        std::pair("token_endpoint"_L1, m_metadata->tokenEndpoint),
        std::pair("userinfo_endpoint"_L1, m_metadata->userinfoEndpoint),
        std::pair("introspection_endpoint"_L1, m_metadata->introspectionEndpoint),
        std::pair("revocation_endpoint"_L1, m_metadata->revocationEndpoint),
        std::pair("device_authorization_endpoint"_L1, m_metadata->deviceAuthorizationEndpoint),
        std::pair("pushed_authorization_request_endpoint"_L1, m_metadata->pushedAuthorizationEndpoint),
    };
    for (const auto &[name, url] : named) {
        if (url == endpoint)
            return name;
    }
    return u"endpoint"_s;
}

Async<HttpResponse> Provider::ask(const HttpRequest &request, const std::stop_token &stop)
{
    const SilentEndpoint endpoint{nameOf(request.url), request.url.authority(QUrl::FullyEncoded)};
    const Answer<HttpResponse> answer;
    whenDone(m_http.send(request, stop), this,
             [answer, endpoint, answered = m_awaited.add(endpoint, stop)](const Result<HttpResponse> &response) {
                 answered();
                 if (!response && response.error().code == ErrorCode::Timeout)
                     return answer.give(tl::make_unexpected(silenceOf(endpoint)));
                 answer.give(response);
             });
    return answer.future();
}

} // namespace core
