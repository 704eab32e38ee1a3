// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/accountrow.h"

#include "ui/signin/accountplaces.h"
#include "ui/signin/avatar.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int pictureSide = 24;
constexpr int textWidth = 190;
constexpr int placeWidth = 400; // an address is worth nothing without its end

// On two lines: the place is all that tells two accounts of one person apart, so that no name takes its room.
void showLines(QPushButton &button, const QString &name, int width, const QString &place)
{
    const QFontMetrics metrics = button.fontMetrics();
    QString shown = metrics.elidedText(name, Qt::ElideRight, width);
    if (!place.isEmpty())
        shown += u'\n' + metrics.elidedText(place, Qt::ElideMiddle, placeWidth);
    button.setText(shown.replace(u'&', u"&&"_s));
    button.setMinimumHeight(qMax(hitTarget + 4, place.isEmpty() ? 0 : 2 * metrics.lineSpacing() + smallGap));
}

QToolButton *smallButton(const QString &iconName, const QString &words, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName, parent->palette()));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(words);
    button->setToolTip(words);
    return button;
}

void arrange(QWidget *page, QWidget *wide, QWidget *small)
{
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap / 2);
    layout->addWidget(wide, 1);
    layout->addWidget(small);
}

} // namespace

AccountRow::AccountRow(const core::Account &account, const QString &place, QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
{
    m_pages->addWidget(makeAccount(account, place));
    m_pages->addWidget(makeQuestion(account, place));
    connect(m_use, &QPushButton::clicked, this, &AccountRow::chosen);
    connect(m_out, &QToolButton::clicked, this, [this] { ask(true); });
    connect(m_sure, &QPushButton::clicked, this, &AccountRow::signOutConfirmed);
    connect(m_keep, &QToolButton::clicked, this, [this] { ask(false); });
}

QWidget *AccountRow::makeAccount(const core::Account &account, const QString &place)
{
    const QString text = accountText(account, place);
    auto *page = new QWidget(this);
    m_use = new QPushButton(page);
    m_use->setIcon(QIcon(avatar(account.name, pictureSide, palette(), devicePixelRatioF())));
    m_use->setIconSize({pictureSide, pictureSide});
    showLines(*m_use, account.name, textWidth, place);
    m_use->setProperty("row", true); // begins at the left, as in a list
    m_use->setFlat(true);
    m_use->setObjectName("useAccount-"_L1 + account.id);
    m_use->setAccessibleName(tr("Go over to %1").arg(text));
    m_use->setToolTip(m_use->accessibleName());
    m_out = smallButton(u"close"_s, tr("Sign out %1…").arg(text), page);
    m_out->setAccessibleDescription(tr("Asks first"));
    m_out->setObjectName("signOutAccount-"_L1 + account.id);
    arrange(page, m_use, m_out);
    return page;
}

QWidget *AccountRow::makeQuestion(const core::Account &account, const QString &place)
{
    const QString text = accountText(account, place);
    auto *page = new QWidget(this);
    m_sure = new QPushButton(page);
    const QString question = tr("Sign out %1").arg(text);
    showLines(*m_sure, tr("Sign out %1").arg(account.name), textWidth + pictureSide, place);
    m_sure->setObjectName("confirmSignOut-"_L1 + account.id);
    m_sure->setAccessibleName(question);
    m_sure->setToolTip(question);
    m_keep = smallButton(u"undo"_s, tr("Keep %1 signed in").arg(text), page);
    m_keep->setObjectName("keepAccount-"_L1 + account.id);
    arrange(page, m_sure, m_keep);
    return page;
}

// The second press in the same place, of the pointer or the keyboard, is the harmless one.
void AccountRow::ask(bool asks)
{
    const bool hadFocus = m_out->hasFocus() || m_keep->hasFocus();
    m_pages->setCurrentIndex(asks ? 1 : 0);
    if (hadFocus)
        (asks ? m_keep : m_out)->setFocus(Qt::TabFocusReason);
}

QList<QWidget *> AccountRow::controls() const
{
    return {m_use, m_out, m_sure, m_keep};
}

void AccountRow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_pages->setCurrentIndex(0); // a menu that opens again asks nothing
}

} // namespace ui
