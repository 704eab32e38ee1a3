// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/accountaccessible.h"

#include "ui/shell/accountbutton.h"
#include "ui/shell/cardmenu.h"

namespace ui {
namespace {

// A window of its own to the desktop; to a reader it is the button's.
class CardMenuAccessible final : public QAccessibleWidget
{
public:
    explicit CardMenuAccessible(CardMenu &menu)
        : QAccessibleWidget(&menu, QAccessible::PopupMenu)
    {
    }

    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(widget()->parentWidget());
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object) // Qt owns what it gives
{
    if (auto *button = qobject_cast<AccountButton *>(object))
        return new AccountAccessible(*button);
    auto *menu = qobject_cast<CardMenu *>(object);
    return menu ? new CardMenuAccessible(*menu) : nullptr;
}

} // namespace

AccountAccessible::AccountAccessible(AccountButton &button)
    : QAccessibleWidget(&button, QAccessible::Button)
    , m_button(button)
{
}

void AccountAccessible::install()
{
    [[maybe_unused]] static const bool once = [] {
        QAccessible::installFactory(&makeInterface);
        return true;
    }();
}

QAccessible::Role AccountAccessible::role() const
{
    return m_button.menu() ? QAccessible::ButtonMenu : QAccessible::Button;
}

QAccessible::State AccountAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.hasPopup = m_button.menu() != nullptr;
    state.expandable = state.hasPopup;
    state.expanded = state.hasPopup && m_button.menu()->isVisible();
    return state;
}

int AccountAccessible::childCount() const
{
    return m_button.menu() ? 1 : 0;
}

QAccessibleInterface *AccountAccessible::child(int index) const
{
    return index == 0 && m_button.menu() ? QAccessible::queryAccessibleInterface(m_button.menu()) : nullptr;
}

int AccountAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    return child && m_button.menu() && child->object() == m_button.menu() ? 0 : -1;
}

QStringList AccountAccessible::actionNames() const
{
    QStringList names = QAccessibleWidget::actionNames();
    if (!m_button.isEnabled())
        return names;
    names.prepend(pressAction());
    if (m_button.menu())
        names.prepend(showMenuAction());
    return names;
}

void AccountAccessible::doAction(const QString &name)
{
    const bool isPress = name == pressAction() || name == showMenuAction();
    if (!isPress)
        QAccessibleWidget::doAction(name);
    else if (m_button.isEnabled() && m_button.menu()) // not showMenu(): who asks would wait until it is shut again
        m_button.menu()->popup(m_button.mapToGlobal(QPoint(0, m_button.height())));
    else if (m_button.isEnabled())
        m_button.click();
}

} // namespace ui
