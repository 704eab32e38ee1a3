// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/proxysheet.h"

#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

ProxySheet::ProxySheet(const QString &host, bool wasWrong, QWidget *window)
    : Sheet(tr("The proxy wants to know you"), window)
    , m_host(host)
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_remember(new QCheckBox(tr("Remember in the keychain"), this))
{
    setObjectName(u"proxySheet"_s);
    auto *message = new MessageBar(this);
    body()->addWidget(message);
    if (wasWrong)
        message->tell(MessageBar::Kind::Warning,
                      tr("The proxy did not take the name and the password. Check both, then try again."));
    auto *words = new QLabel(tr("What leaves this computer goes through the proxy %1, which lets nothing through "
                                "without a name and a password. They are told to it alone.")
                                 .arg(host),
                             this);
    words->setObjectName(u"proxyWords"_s);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    body()->addWidget(words);
    m_password->setEchoMode(QLineEdit::Password);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(smallGap - 2);
    const auto add = [&](QLineEdit *field, const QString &name, const QString &title) {
        field->setObjectName(name);
        field->setMinimumHeight(hitTarget);
        field->setAccessibleName(title);
        form->addRow(title, field);
    };
    add(m_user, u"proxyUser"_s, tr("Name"));
    add(m_password, u"proxyPassword"_s, tr("Password"));
    body()->addLayout(form);
    m_remember->setObjectName(u"proxyRemember"_s);
    body()->addWidget(m_remember);

    auto *cancel = addButton(tr("Cancel"));
    cancel->setObjectName(u"proxyCancel"_s);
    auto *next = addButton(tr("Continue"), true);
    next->setObjectName(u"proxyContinue"_s);
    next->setEnabled(false);
    connect(cancel, &QPushButton::clicked, this, &Sheet::close);
    connect(next, &QPushButton::clicked, this, &ProxySheet::accept);
    connect(m_user, &QLineEdit::textChanged, next, [next](const QString &text) {
        next->setEnabled(!text.isEmpty() && !text.contains(u':')); // RFC 7617, 2
    });
    connect(this, &Sheet::closed, this, [this] {
        if (!m_answered)
            emit declined();
    });
}

void ProxySheet::setUser(const QString &user)
{
    m_user->setText(user);
}

void ProxySheet::start()
{
    open(m_user->text().isEmpty() ? m_user : m_password);
}

void ProxySheet::accept()
{
    m_answered = true;
    emit answered({m_user->text(), core::Secret(m_password->text().toUtf8())}, m_remember->isChecked());
    close();
}

} // namespace ui
