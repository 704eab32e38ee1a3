// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/accountbutton.h"

#include "ui/shell/accountaccessible.h"
#include "ui/shell/cardmenu.h"
#include "ui/signin/accountcard.h"
#include "ui/signin/avatar.h"
#include "ui/widgets/theme.h"

#include <QWidgetAction>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int pictureSide = 24;

} // namespace

AccountButton::AccountButton(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new CardMenu(this))
    , m_card(new AccountCard(m_menu))
{
    AccountAccessible::install();
    setObjectName(u"accountButton"_s);
    m_menu->setAccessibleName(tr("Account"));
    for (const auto changed : {&QMenu::aboutToShow, &QMenu::aboutToHide})
        connect(m_menu, changed, this, &AccountButton::tellExpanded, Qt::QueuedConnection); // when it has
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_action = new QWidgetAction(m_menu);
    m_action->setDefaultWidget(m_card);
    connect(m_card, &AccountCard::signInRequested, this, [this] {
        m_menu->hide();
        emit signInRequested();
    });
    connect(m_card, &AccountCard::signOutRequested, this, [this](const QString &account) {
        m_menu->hide();
        emit signOutRequested(account);
    });
    connect(m_card, &AccountCard::switchRequested, this, [this](const QString &account) {
        m_menu->hide();
        emit switchRequested(account);
    });
    connect(m_card, &AccountCard::setAsideRequested, this, [this] {
        m_menu->hide();
        emit setAsideRequested();
    });
    connect(this, &QToolButton::clicked, this, [this] {
        if (!menu())
            emit signInRequested();
    });
    setAccount(std::nullopt);
}

void AccountButton::setClock(const core::Clock &clock)
{
    m_card->setClock(clock);
}

void AccountButton::setAccount(const std::optional<core::Account> &account, const std::vector<core::Account> &others,
                               const std::vector<core::ProviderProfile> &profiles)
{
    m_card->setAccounts(account, others, profiles);
    m_menu->removeAction(m_action); // a menu keeps the size that a control had when it was put in
    m_card->adjustSize();
    m_menu->addAction(m_action);
    setMenu(account || !others.empty() ? m_menu : nullptr); // nobody there: one press signs in
    const QString name = account ? account->name : tr("Sign in");
    constexpr int longest = 140;
    const bool fleeting = account && !account->kept;
    const QString shown = fontMetrics().elidedText(name, Qt::ElideRight, longest);
    setText(fleeting ? tr("%1 (this session only)").arg(shown) : shown);
    if (account)
        setIcon(QIcon(avatar(account->name, pictureSide, palette(), devicePixelRatioF())));
    else
        setIcon(ui::icon(u"user"_s, palette()));
    setIconSize(account ? QSize(pictureSide, pictureSide) : QSize(18, 18));
    setAccessibleName(account ? tr("Signed in as %1").arg(m_card->accountText()) : tr("Sign in"));
    if (fleeting)
        setAccessibleDescription(
            tr("The keychain of this computer can't be used. You will have to sign in again at the next "
               "start."));
    else
        setAccessibleDescription(QString());
    setToolTip(fleeting ? accessibleName() + QLatin1Char('\n') + accessibleDescription() : accessibleName());
}

void AccountButton::open()
{
    if (menu())
        showMenu();
    else
        click();
}

void AccountButton::tellExpanded()
{
    QAccessible::State changed;
    changed.expanded = true;
    QAccessibleStateChangeEvent event(this, changed);
    QAccessible::updateAccessibility(&event);
}

void AccountButton::setBusy(const QString &text)
{
    setText(text);
    setAccessibleName(text);
    setToolTip(text);
}

} // namespace ui
