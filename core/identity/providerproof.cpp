// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/provider.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

bool Provider::bindsTokens(const ProviderMetadata &known) const
{
    return m_profile.dpop && known.proofAlgorithms.contains("ES256"_L1);
}

Result<HttpHeaders> Provider::proofHeaders(const Secret &key, const QByteArray &method, const QUrl &url,
                                           const Secret &accessToken) const
{
    if (!m_signer)
        return fail(ErrorCode::InvalidInput, u"dpop: nothing signs here"_s);
    return dpopProof(*m_signer, key, {method, url, accessToken, m_nonces.of(url)}, m_clock.now())
        .map([&](const Secret &proof) {
            HttpHeaders headers{{"DPoP", proof.reveal()}};
            if (!accessToken.isEmpty())
                headers.emplace_back("Authorization", "DPoP " + accessToken.reveal());
            return headers;
        });
}

bool Provider::learnNonce(const QUrl &url, const HttpResponse &response)
{
    return m_nonces.learn(url, response);
}

Async<HttpResponse> Provider::sendProved(const RequestMaker &make, const Secret &key, const Secret &accessToken,
                                         const std::stop_token &stop, int tries)
{
    auto request = make();
    if (!request)
        return ready<HttpResponse>(tl::make_unexpected(request.error()));
    if (!key.isEmpty()) {
        const auto proof = proofHeaders(key, request->method, request->url, accessToken);
        if (!proof)
            return ready<HttpResponse>(tl::make_unexpected(proof.error()));
        request->headers.insert(request->headers.end(), proof->begin(), proof->end());
    }
    SentSecrets sent;
    sent.add(*request);
    return andThen(
        ask(*request, stop), this, [=, this, url = request->url](HttpResponse response) -> Async<HttpResponse> {
            response.sent = sent;
            const bool again = !key.isEmpty() && m_nonces.learn(url, response) && tries > 1;
            return again ? sendProved(make, key, accessToken, stop, tries - 1) : ready<HttpResponse>(response);
        });
}

} // namespace core
