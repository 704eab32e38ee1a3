// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/unseenbrowser.h"

#include "core/identity/discovery.h"

namespace core {

UnseenBrowser::UnseenBrowser(ProviderPages &pages, ClientCertificates &certificates, const ProxyLogins &proxies,
                             ProviderSessions &sessions, QObject *parent)
    : Browser(parent)
    , m_pages(pages)
    , m_certificates(certificates)
    , m_proxies(proxies)
    , m_sessions(sessions)
{
}

void UnseenBrowser::serve(const ProviderProfile &profile)
{
    m_profile = profile;
}

void UnseenBrowser::open(const QUrl &start, const QUrl &redirect)
{
    close();
    PageOrder order;
    order.start = start;
    order.redirect = redirect;
    order.unseen = true;
    order.keepsSession = m_profile.keepSession;
    order.session = m_sessions.value(m_profile.id);
    order.proxies = m_proxies.known();
    const QStringList hosts = hostsOf(m_profile) + QStringList{start.host()};
    order.authorities = {hosts, m_profile.extraCa};
    if (m_profile.certificate.isEmpty()) {
        show(std::move(order));
        return;
    }
    whenDone(m_certificates.open(m_profile.certificate), this,
             [this, order, hosts, attempt = m_attempt](const Result<ClientCertificate> &certificate) mutable {
                 if (attempt != m_attempt)
                     return;
                 if (!certificate) {
                     emit abandoned();
                     return;
                 }
                 order.certificate = {hosts, *certificate};
                 show(std::move(order));
             });
}

void UnseenBrowser::show(PageOrder order)
{
    m_page = m_pages.open(order);
    connect(m_page.get(), &ProviderPage::failed, this, &UnseenBrowser::abandoned);
    connect(m_page.get(), &ProviderPage::sessionKept, this,
            [this, profile = m_profile.id](const Secret &session) { m_sessions.insert(profile, session); });
}

void UnseenBrowser::close()
{
    ++m_attempt;
    if (m_page)
        disconnect(m_page.get(), &ProviderPage::failed, this, nullptr);
    m_page.reset();
}

} // namespace core
