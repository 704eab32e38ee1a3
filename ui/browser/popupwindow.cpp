// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/popupwindow.h"

#include "ui/browser/signinweb.h"
#include "ui/signin/addressrules.h"
#include "ui/signin/originbar.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

PopupWindow::PopupWindow(std::unique_ptr<SignInPage> page, QWidget *window)
    : QWidget(window, Qt::Dialog)
    , m_page(std::move(page))
    , m_origin(new OriginBar(this))
    , m_view(std::make_unique<SignInWeb>())
{
    setObjectName(u"signInPopup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sign-in"));
    resize(520, 640);
    m_view->setPage(m_page.get());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_origin);
    layout->addWidget(m_view.get(), 1);
    connect(m_page.get(), &QWebEnginePage::urlChanged, this, &PopupWindow::showOrigin);
    connect(m_page.get(), &QWebEnginePage::loadStarted, this, [this] { m_unproven.clear(); });
    connect(m_page.get(), &SignInPage::certificateRefused, this, [this](const QUrl &url) {
        m_unproven = url;
        showOrigin(url);
    });
    connect(m_page.get(), &QWebEnginePage::loadProgress, this, [this](int percent) {
        m_origin->setProgress(percent);
        if (percent < 50 || m_hasCome || !m_unproven.isEmpty())
            return;
        m_hasCome = true;
        showOrigin(m_page->url());
    });
    connect(m_page.get(), &QWebEnginePage::windowCloseRequested, this, &QWidget::close);
    connect(m_view.get(), &SignInWeb::escapePressed, this, &QWidget::close);
    m_view->setFocus();
}

PopupWindow::~PopupWindow() = default;

// What was refused counts as the address of what is shown instead of it.
void PopupWindow::showOrigin(const QUrl &url)
{
    if (!m_unproven.isEmpty())
        m_origin->showUnproven(originText(m_unproven));
    else if (m_hasCome)
        m_origin->showOrigin(url);
    else
        m_origin->showComing(url);
}

} // namespace ui
