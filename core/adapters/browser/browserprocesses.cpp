// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/browser/browserprocesses.h"

#include "core/adapters/browser/browserprocess.h"
#include "core/adapters/crypto/opensslcertificatejudge.h"
#include "core/base/helperprogram.h"
#include "core/base/logging.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// DER, by host. A file that can't be read was said when the provider was asked for its discovery document.
QHash<QString, QList<QByteArray>> authoritiesOf(const HostAuthorities &named)
{
    OpenSslCertificateJudge judge;
    for (const QString &host : named.file.isEmpty() ? QStringList() : named.hosts) {
        if (const auto trusted = judge.trust(host, named.file); !trusted)
            qCWarning(lcIdentity).noquote() << trusted.error().detail;
    }
    return judge.authorities();
}

} // namespace

QString locateBrowser()
{
    return locateHelper(u"lectern-browser"_s, "LECTERN_BROWSER", u"browser"_s);
}

BrowserProcesses::BrowserProcesses(QString platform)
    : m_platform(std::move(platform))
{
    constexpr std::chrono::minutes longestWait{1};
    m_patience.setSingleShot(true);
    m_patience.setInterval(longestWait);
    QObject::connect(&m_patience, &QTimer::timeout, &m_pages, [this] { dismiss(); });
}

BrowserProcesses::~BrowserProcesses() = default;

void BrowserProcesses::prepare()
{
    m_patience.start();
    if (!m_ready || m_ready->isOver())
        m_ready = start(m_platform);
}

void BrowserProcesses::dismiss()
{
    m_ready.reset();
}

std::unique_ptr<BrowserProcess, ClosePage> BrowserProcesses::start(const QString &platform)
{
    auto page = std::make_unique<BrowserProcess>(locateBrowser(), platform, &m_pages);
    return std::unique_ptr<BrowserProcess, ClosePage>(page.release()); // its parent owns it as well, and it deletes
                                                                       // itself once it is closed
}

OpenProviderPage BrowserProcesses::open(const PageOrder &order)
{
    const orders::Open open{order, authoritiesOf(order.authorities)};
    const bool isReady = m_ready && !m_ready->isOver() && !order.unseen; // an unseen one is of another platform
    auto page = isReady ? std::move(m_ready) : start(order.unseen ? u"offscreen"_s : m_platform);
    page->begin(open);
    return OpenProviderPage(page.release());
}

} // namespace core
