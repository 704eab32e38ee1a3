// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/proxydesk.h"

namespace core {
namespace {

// NAME:PASSWORD; a name has no colon (RFC 7617, 2).
std::optional<ProxyLogin> loginIn(const Secret &entry)
{
    const QByteArray &text = entry.reveal();
    const qsizetype colon = text.indexOf(':');
    if (colon < 1)
        return std::nullopt;
    return ProxyLogin{QString::fromUtf8(text.left(colon)), Secret(text.sliced(colon + 1))};
}

} // namespace

ProxyDesk::ProxyDesk(SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
{
}

Async<> ProxyDesk::ask(const QString &host, const std::optional<ProxyLogin> &refused)
{
    if (m_open.contains(host))
        return m_open.value(host).future();
    const auto known = m_known.constFind(host);
    if (known != m_known.constEnd() && refused != *known) // somebody has said it since that request went out
        return ready<void>({});
    if (m_declined.contains(host))
        return ready<void>(tl::make_unexpected(proxyError(host)));
    const Answer<> answer;
    m_open.insert(host, answer);
    lookInKeychain(host, refused);
    return answer.future();
}

void ProxyDesk::lookInKeychain(const QString &host, const std::optional<ProxyLogin> &refused)
{
    whenDone(m_secrets.read(proxyEntry(host)), this, [this, host, refused](const Result<Secret> &entry) {
        const auto login = entry ? loginIn(*entry) : std::nullopt;
        if (login && login != refused) {
            m_known.insert(host, *login);
            return settle(host, {});
        }
        if (!m_isAttended)
            return settle(host, tl::make_unexpected(proxyError(host)));
        if (refused)
            m_refused.insert(host, refused->user);
        emit wanted(host, refused.has_value());
    });
}

void ProxyDesk::give(const QString &host, const ProxyLogin &login, bool remember)
{
    m_known.insert(host, login);
    m_declined.remove(host);
    if (remember) {
        const Secret entry(login.user.toUtf8() + ':' + login.password.reveal());
        whenDone(m_secrets.write(proxyEntry(host), entry), this, [this, host](const Result<> &written) {
            if (written)
                emit remembered(proxyEntry(host));
            else
                emit notRemembered(written.error());
        });
    }
    settle(host, {});
}

void ProxyDesk::decline(const QString &host)
{
    if (!m_open.contains(host))
        return;
    m_declined.insert(host);
    settle(host, tl::make_unexpected(proxyError(host)));
}

void ProxyDesk::settle(const QString &host, const Result<> &result)
{
    if (m_open.contains(host))
        m_open.take(host).give(result);
}

} // namespace core
