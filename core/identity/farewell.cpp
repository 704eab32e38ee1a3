// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/farewell.h"

#include "core/identity/unseenbrowser.h"

#include <QTimer>

namespace core {

Farewell::Farewell(ProviderPages &pages, ClientCertificates &certificates, const ProxyLogins &proxies)
    : m_pages(pages)
    , m_certificates(certificates)
    , m_proxies(proxies)
{
}

Farewell::~Farewell() = default;

void Farewell::visit(const ProviderProfile &profile, const QUrl &logout, const Secret &session)
{
    auto *page = new UnseenBrowser(m_pages, m_certificates, m_proxies, m_sessions, this);
    connect(page, &Browser::abandoned, page, &QObject::deleteLater);
    QTimer::singleShot(m_patience, page, &QObject::deleteLater);
    ProviderProfile forgotten = profile;
    forgotten.keepSession = false; // what is left when it ends is of no use
    page->serve(forgotten);
    m_sessions = {{profile.id, session}};
    page->open(logout, {});
    m_sessions.clear();
}

} // namespace core
