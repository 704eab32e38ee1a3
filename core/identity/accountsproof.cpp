// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"
#include "core/identity/accountsprivate.h"
#include "core/identity/boundtoken.h"

namespace core {

Provider *Accounts::Private::currentProvider()
{
    return session ? providerOf(session->account().provider) : nullptr;
}

std::optional<HttpHeaders> Accounts::Private::CurrentTokens::proof(const Secret &token, const QByteArray &method,
                                                                   const QUrl &url)
{
    const Provider *provider = m_owner.currentProvider();
    const Secret key = provider ? parted(m_owner.session->refreshToken()).key : Secret();
    if (key.isEmpty())
        return std::nullopt;
    const auto headers = provider->proofHeaders(key, method, url, token);
    if (!headers)
        qCWarning(lcIdentity) << "no proof:" << headers.error().detail;
    return headers.value_or(HttpHeaders()); // without a proof nobody is shown the token
}

bool Accounts::Private::CurrentTokens::learn(const QUrl &url, const HttpResponse &response)
{
    Provider *provider = m_owner.currentProvider();
    const bool isBound = provider && !parted(m_owner.session->refreshToken()).key.isEmpty();
    return isBound && provider->learnNonce(url, response);
}

} // namespace core
