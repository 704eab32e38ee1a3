// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/browser/browser.h"

#include "app/common/translation.h"
#include "core/base/overloaded.h"
#include "ui/browser/signinprofile.h"
#include "ui/browser/webpage.h"
#include "ui/signin/environment.h"
#include "ui/widgets/theme.h"

#include <QApplication>

namespace app {
Browser::Browser(QApplication &application, const Pipes &pipes)
    : m_application(application)
    , m_channel(pipes)
{
    connect(&m_channel, &Channel::ordered, this, &Browser::take);
    connect(&m_channel, &Channel::ended, this, &Browser::end);
    m_channel.say(core::news::Ready{});
    // The engine's own start takes most of the time until a page is seen, and needs no page.
    if (!ui::isPageObservable(QCoreApplication::arguments()) && !ui::isSandboxImpossible())
        QMetaObject::invokeMethod(
            this, [this] { m_engine = ui::startEngine(); }, Qt::QueuedConnection);
}

Browser::~Browser() = default;

void Browser::take(const core::orders::Order &order)
{
    std::visit(core::Overloaded{
                   [this](const core::orders::Open &said) { open(said); },
                   [this](const core::orders::Place &said) {
                       if (m_page)
                           m_page->place(said.area, said.visible);
                   },
                   [this](const core::orders::GiveFocus &said) {
                       if (m_page)
                           m_page->giveFocus(said.part);
                   },
                   [this](const core::orders::Close &) { end(); },
               },
               order);
}

void Browser::open(const core::orders::Open &open)
{
    using core::PageFailure;
    if (m_page)
        return;
    if (ui::isPageObservable(QCoreApplication::arguments()) || ui::isSandboxImpossible()) {
        m_channel.say(
            core::news::Failed{ui::isSandboxImpossible() ? PageFailure::NoSandbox : PageFailure::Watched, {}});
        return;
    }
    m_translators = translate(m_application, open.page.locale);
    ui::applyTheme(m_application, open.page.dark ? ui::Appearance::Dark : ui::Appearance::Light);
    m_judge.setAuthorities(open.authorities);
    m_page = new ui::WebPage(open.page, &m_judge, this);
    connectNews();
}

void Browser::connectNews()
{
    namespace news = core::news;
    using core::ProviderPage;
    const auto say = [this](const news::News &said) { m_channel.say(said); };
    connect(m_page, &ProviderPage::originChanged, this, [=](const QUrl &origin) { say(news::OriginChanged{origin}); });
    connect(m_page, &ProviderPage::titleChanged, this, [=](const QString &title) { say(news::TitleChanged{title}); });
    connect(m_page, &ProviderPage::progressed, this, [=](int percent) { say(news::Progressed{percent}); });
    connect(m_page, &ProviderPage::failed, this, [=](core::PageFailure failure, const QString &host) {
        say(news::Failed{failure, host});
    });
    connect(m_page, &ProviderPage::addressRefused, this,
            [=](const QString &where) { say(news::AddressRefused{where}); });
    connect(m_page, &ProviderPage::ledNowhere, this, [=] { say(news::LedNowhere{}); });
    connect(m_page, &ProviderPage::popupRefused, this, [=] { say(news::PopupRefused{}); });
    connect(m_page, &ProviderPage::passkeySeen, this, [=] { say(news::PasskeySeen{}); });
    connect(m_page, &ProviderPage::passkeyAsked, this, [=] { say(news::PasskeyAsked{}); });
    connect(m_page, &ProviderPage::shortcutPressed, this, [=](int index) { say(news::ShortcutPressed{index}); });
    connect(m_page, &ProviderPage::leaveRequested, this, [=] { say(news::LeaveRequested{}); });
    connect(m_page, &ProviderPage::focusTaken, this, [=] { say(news::FocusTaken{}); });
    connect(m_page, &ProviderPage::sessionKept, this,
            [=](const core::Secret &session) { say(news::SessionKept{session}); });
    connect(m_page, &ProviderPage::focusLeft, this, [=](bool forward) { say(news::FocusLeft{forward}); });
}

void Browser::end()
{
    if (!m_page) {
        QCoreApplication::quit();
        return;
    }
    connect(m_page, &QObject::destroyed, qApp, &QCoreApplication::quit);
    m_page->close();
    m_page->disconnect(this);
}

} // namespace app
