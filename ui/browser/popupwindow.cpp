// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/popupwindow.h"

#include "ui/browser/signinweb.h"
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
    connect(m_page.get(), &QWebEnginePage::urlChanged, m_origin, &OriginBar::showOrigin);
    connect(m_page.get(), &QWebEnginePage::loadProgress, m_origin, &OriginBar::setProgress);
    connect(m_page.get(), &QWebEnginePage::windowCloseRequested, this, &QWidget::close);
    connect(m_view.get(), &SignInWeb::escapePressed, this, &QWidget::close);
    m_view->setFocus();
}

PopupWindow::~PopupWindow() = default;

} // namespace ui
