// SPDX-License-Identifier: GPL-3.0-or-later
// A proxy that wants a name and a password, asked about in a sheet of the window.
#include "ui/library/documentactions.h"
#include "ui/library/librarypane.h"
#include "ui/shell/mainwindow.h"
#include "ui/signin/proxysheet.h"
#include "ui/widgets/messagebar.h"

#include <QAction>

using namespace Qt::Literals::StringLiterals;

namespace ui {

void MainWindow::connectProxies()
{
    if (!m_services.proxies)
        return;
    core::ProxyDesk &proxies = *m_services.proxies;
    proxies.attend();
    connect(&proxies, &core::ProxyDesk::wanted, this, &MainWindow::askForProxy);
    // Whoever turned the question down and now tries again may hear it again.
    for (const QAction *action : m_library->actionsOfDocument().actions())
        connect(action, &QAction::triggered, &proxies, &core::ProxyDesk::reconsider);
    connect(&proxies, &core::ProxyDesk::notRemembered, this, [this] {
        m_library->messages().tell(MessageBar::Kind::Warning,
                                   tr("The keychain did not take the proxy's password. It is used until Lectern is "
                                      "closed."));
    });
}

void MainWindow::askForProxy(const QString &host, bool wasWrong)
{
    for (const auto *open : findChildren<ProxySheet *>(Qt::FindDirectChildrenOnly)) {
        if (open->host() == host && open->isVisible())
            return; // its answer is for whoever waits
    }
    auto *sheet = new ProxySheet(host, wasWrong, this);
    connect(sheet, &ProxySheet::answered, this, [this, host](const core::ProxyLogin &login, bool remember) {
        m_library->messages().dismiss();
        m_services.proxies->give(host, login, remember);
    });
    connect(sheet, &ProxySheet::declined, this, [this, host] {
        m_services.proxies->decline(host);
        m_library->messages().tell(
            MessageBar::Kind::Warning,
            tr("Without a name and a password the proxy %1 lets nothing through. Your work is kept.").arg(host),
            {tr("Enter them"), [this, host] { askForProxy(host, false); }});
    });
    if (wasWrong)
        sheet->setUser(m_services.proxies->refusedUser(host));
    sheet->start();
}

} // namespace ui
