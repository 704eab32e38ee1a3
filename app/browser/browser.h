// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/browser/channel.h"
#include "core/adapters/crypto/opensslcertificatejudge.h"

#include <QPointer>
#include <QTranslator>

#include <memory>
#include <vector>

class QApplication;

namespace ui {
class WebPage;
}

namespace app {

// One provider's page, as ordered; what it does becomes news. Ends the event loop when it is done.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser(QApplication &application, const Pipes &pipes);
    ~Browser() override;

private:
    void take(const core::orders::Order &order);
    void open(const core::orders::Open &open);
    void connectNews();
    void end();

    QApplication &m_application;
    Channel m_channel;
    core::OpenSslCertificateJudge m_judge;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
    std::shared_ptr<void> m_engine; // runs as long as this is there
    QPointer<ui::WebPage> m_page;
};

} // namespace app
