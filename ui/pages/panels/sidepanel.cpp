// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/sidepanel.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ui {

SidePanel::SidePanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"sidePanel"_s);
    auto *switches = new QHBoxLayout;
    switches->setContentsMargins(smallGap / 2, smallGap / 2, smallGap / 2, smallGap / 2);
    switches->setSpacing(2);
    for (Entry &tab : m_tabs) {
        tab.button = new QToolButton(this);
        tab.button->setAutoRaise(true);
        tab.button->setCheckable(true);
        tab.button->setMinimumSize(hitTarget, hitTarget);
        tab.button->setFocusPolicy(Qt::TabFocus);
        tab.button->hide();
        switches->addWidget(tab.button);
        const auto which = static_cast<Tab>(&tab - m_tabs.data());
        connect(tab.button, &QToolButton::clicked, this, [this, which] {
            show(which);
            emit chosen(which);
        });
    }
    switches->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addLayout(switches);
    layout->addWidget(m_stack, 1);
}

void SidePanel::setTab(Tab tab, QWidget *content, const QString &name, const QString &iconName)
{
    Entry &entry = m_tabs.at(tab);
    entry.content = content;
    entry.name = name;
    entry.iconName = iconName;
    entry.button->setObjectName(iconName + u"TabButton"_s);
    entry.button->setAccessibleName(name);
    entry.button->setToolTip(name);
    entry.button->setIcon(icon(iconName, palette()));
    entry.button->show();
    m_stack->addWidget(content);
    show(m_current);
}

void SidePanel::setAvailable(Tab tab, bool available, const QString &reason)
{
    Entry &entry = m_tabs.at(tab);
    entry.isAvailable = available;
    entry.button->setVisible(available || !reason.isEmpty());
    entry.button->setEnabled(available);
    entry.button->setToolTip(available ? entry.name : reason);
    if (!available && m_current == tab)
        show(Pages);
}

bool SidePanel::isAvailable(Tab tab) const
{
    return m_tabs.at(tab).isAvailable;
}

void SidePanel::show(Tab tab)
{
    m_current = tab;
    for (const Entry &entry : m_tabs)
        entry.button->setChecked(&entry == &m_tabs.at(tab));
    if (m_tabs.at(tab).content)
        m_stack->setCurrentWidget(m_tabs.at(tab).content);
}

void SidePanel::recolour()
{
    for (const Entry &entry : m_tabs) {
        if (!entry.iconName.isEmpty())
            entry.button->setIcon(icon(entry.iconName, palette()));
    }
}

void SidePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

void SidePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.fillRect(width() - 1, 0, 1, height(), palette().mid());
}

} // namespace ui
