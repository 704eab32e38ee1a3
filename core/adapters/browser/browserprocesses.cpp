// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/browser/browserprocesses.h"

#include "core/adapters/browser/browserprocess.h"
#include "core/base/helperprogram.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

QString locateBrowser()
{
    return locateHelper(u"lectern-browser"_s, "LECTERN_BROWSER", u"browser"_s);
}

BrowserProcesses::BrowserProcesses(QString platform, const OpenSslCertificateJudge &authorities)
    : m_platform(std::move(platform))
    , m_authorities(authorities)
{
}

OpenProviderPage BrowserProcesses::open(const PageOrder &order)
{
    const orders::Open open{order, m_authorities.authorities()};
    const QString platform = order.unseen ? u"offscreen"_s : m_platform;
    auto page = std::make_unique<BrowserProcess>(locateBrowser(), platform, open, &m_pages);
    return OpenProviderPage(page.release()); // its parent owns it as well, and it deletes itself once it is closed
}

} // namespace core
