// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/passwordprompt.h"

#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int fieldWidth = 280;
constexpr int pictureSide = 40;

} // namespace

PasswordPrompt::PasswordPrompt(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_open(new QPushButton(tr("Open"), this))
{
    setObjectName(u"passwordPrompt"_s);
    QFont strong = m_title->font();
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    for (QLabel *label : {m_picture, m_title, m_hint})
        label->setAlignment(Qt::AlignCenter);
    m_title->setObjectName(u"passwordTitleLabel"_s);
    m_title->setWordWrap(true);
    m_hint->setObjectName(u"passwordHintLabel"_s);
    m_hint->setWordWrap(true);
    m_password->setObjectName(u"passwordEdit"_s);
    m_password->setAccessibleName(tr("Password"));
    m_password->setPlaceholderText(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_open->setObjectName(u"openWithPasswordButton"_s);
    m_open->setProperty("primary", true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelPasswordButton"_s);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_open);
    auto *form = new QWidget(this);
    form->setFixedWidth(fieldWidth);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(smallGap);
    column->addWidget(m_password);
    column->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(smallGap);
    layout->addStretch(2);
    layout->addWidget(m_picture);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addSpacing(smallGap);
    layout->addWidget(form, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(m_password, &QLineEdit::returnPressed, this, &PasswordPrompt::enter);
    connect(m_password, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_open->setEnabled(!text.isEmpty()); });
    connect(m_open, &QPushButton::clicked, this, &PasswordPrompt::enter);
    connect(cancel, &QPushButton::clicked, this, &PasswordPrompt::cancelled);
    recolour();
}

void PasswordPrompt::ask(const QString &fileName, bool again)
{
    m_title->setText(tr("%1 is locked").arg(fileName));
    m_hint->setText(again ? tr("That password does not open it. Please try again.")
                          : tr("Its password is needed to read it. It is kept for this document only."));
    m_password->clear();
    m_open->setEnabled(false);
    setEnabled(true);
    m_password->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent event(m_hint, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void PasswordPrompt::forget()
{
    m_password->clear();
}

void PasswordPrompt::enter()
{
    if (m_password->text().isEmpty())
        return;
    const core::Secret password(m_password->text().toUtf8());
    m_password->clear();
    setEnabled(false); // until the answer
    emit entered(password);
}

void PasswordPrompt::recolour()
{
    m_picture->setPixmap(icon(u"lock"_s, palette()).pixmap(pictureSide, pictureSide));
}

void PasswordPrompt::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

} // namespace ui
