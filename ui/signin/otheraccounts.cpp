// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/otheraccounts.h"

#include "ui/signin/avatar.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int pictureSide = 24;
constexpr int textWidth = 190;

} // namespace

QString accountText(const core::Account &account)
{
    const QString place = account.organization.isEmpty() ? QUrl(account.issuer).host() : account.organization;
    return place.isEmpty() ? account.name
                           : QCoreApplication::translate("ui::OtherAccounts", "%1, %2").arg(account.name, place);
}

OtherAccounts::OtherAccounts(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"otherAccounts"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    hide();
}

void OtherAccounts::setAccounts(const std::vector<core::Account> &accounts)
{
    if (m_page) { // later: one of its buttons may be what is calling
        m_page->hide();
        m_page->deleteLater();
    }
    m_page = new QWidget(this);
    auto *rows = new QVBoxLayout(m_page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(smallGap / 2);
    for (const core::Account &account : accounts)
        addRow(account);
    m_layout->addWidget(m_page);
    setVisible(!accounts.empty());
}

void OtherAccounts::addRow(const core::Account &account)
{
    const QString text = accountText(account);
    auto *row = new QWidget(m_page);
    auto *use = new QPushButton(row);
    use->setIcon(QIcon(avatar(account.name, pictureSide, palette(), devicePixelRatioF())));
    use->setIconSize({pictureSide, pictureSide});
    QString shown = use->fontMetrics().elidedText(text, Qt::ElideRight, textWidth);
    use->setText(shown.replace(u'&', u"&&"_s));
    use->setFlat(true);
    use->setStyleSheet(u"text-align: left"_s);
    use->setMinimumHeight(hitTarget + 4);
    use->setObjectName("useAccount-"_L1 + account.id);
    use->setAccessibleName(tr("Go over to %1").arg(text));
    use->setToolTip(use->accessibleName());
    auto *out = new QToolButton(row);
    out->setIcon(icon(u"close"_s, palette()));
    out->setAutoRaise(true);
    out->setObjectName("signOutAccount-"_L1 + account.id);
    out->setAccessibleName(tr("Sign out %1").arg(text));
    out->setToolTip(out->accessibleName());
    out->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap / 2);
    layout->addWidget(use, 1);
    layout->addWidget(out);
    m_page->layout()->addWidget(row);
    connect(use, &QPushButton::clicked, this, [this, id = account.id] { emit chosen(id); });
    connect(out, &QToolButton::clicked, this, [this, id = account.id] { emit signOutRequested(id); });
}

} // namespace ui
