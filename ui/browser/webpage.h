// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/certificatejudge.h"
#include "core/identity/providerpage.h"

#include <QWidget>

#include <memory>

class QTimer;

namespace ui {

class Embedding;
class OriginBar;
class SignInSession;

// The provider's page in the web engine of this very process.
class WebPage final : public core::ProviderPage
{
    Q_OBJECT

public:
    // `judge`: of certificates that the system does not trust; null: none of them counts.
    WebPage(const core::PageOrder &order, const core::CertificateJudge *judge, QObject *parent = nullptr);
    ~WebPage() override;

    void place(const QRect &area, bool visible) override;
    void giveFocus(Focus part) override;
    void close() override;

    [[nodiscard]] QWidget *window() const { return m_window.get(); }
    [[nodiscard]] SignInSession *session() const { return m_session.get(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void embed(quint64 window);
    void standAlone(const QUrl &start);
    void connectPage();
    void connectRefusals();
    void showOrigin(const QUrl &url);
    void showInBar(const QUrl &url);
    void showProgress(int percent);

    std::unique_ptr<QWidget> m_window;
    OriginBar *m_origin = nullptr; // in a window of its own
    std::unique_ptr<SignInSession> m_session;
    std::unique_ptr<Embedding> m_embedding;
    QTimer *m_nowhere;
    QUrl m_saidOrigin;
    int m_saidProgress = -1;
    bool m_hasCome = false; // a page, over a connection that was judged
    bool m_isRefused = false; // its certificate
    bool m_keepsSession;
    Focus m_part = Focus::Kept;
};

} // namespace ui
