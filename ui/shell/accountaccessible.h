// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace ui {

class AccountButton;

// The account's button and its card as a screen reader meets them. Qt leaves a button's menu out of the tree, and has a
// blank entry for what is in one that is no list of actions.
class AccountAccessible : public QAccessibleWidget
{
public:
    explicit AccountAccessible(AccountButton &button);

    // For every account button from now on, and the menus of those.
    static void install();

    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;

private:
    AccountButton &m_button;
};

} // namespace ui
