// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providerpage.h"

#include <QTimer>

namespace core {

class BrowserProcess;

// Pages in processes of the program `lectern-browser`.
class BrowserProcesses final : public ProviderPages
{
public:
    // `platform`: Qt's, as QGuiApplication names it.
    explicit BrowserProcesses(QString platform);
    ~BrowserProcesses() override;

    void prepare() override;
    void dismiss() override;
    [[nodiscard]] OpenProviderPage open(const PageOrder &order) override;

private:
    [[nodiscard]] std::unique_ptr<BrowserProcess, ClosePage> start(const QString &platform);

    QString m_platform;
    QObject m_pages; // those that close keep a while here; none outlives this
    std::unique_ptr<BrowserProcess, ClosePage> m_ready; // waits for its page
    QTimer m_patience; // of the one that waits
};

// LECTERN_BROWSER, or beside this program, or where packages put it. Empty when there is none.
[[nodiscard]] QString locateBrowser();

} // namespace core
