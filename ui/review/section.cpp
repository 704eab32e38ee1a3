// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/section.h"

#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

Section::Section(const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_heading(new QToolButton(this))
    , m_content(content)
{
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setAutoRaise(true);
    m_heading->setCheckable(false);
    QFont font = m_heading->font();
    font.setWeight(QFont::DemiBold);
    m_heading->setFont(font);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, smallGap, 0, 0);
    layout->setSpacing(4);
    auto *indent = new QVBoxLayout;
    indent->setContentsMargins(smallGap + 2, 0, smallGap, 0);
    indent->addWidget(m_heading, 0, Qt::AlignLeft);
    layout->addLayout(indent);
    layout->addWidget(content);
    connect(m_heading, &QToolButton::clicked, this, [this] { setOpen(!isOpen()); });
    setTitle(title);
    setOpen(true);
}

void Section::setTitle(const QString &title)
{
    m_heading->setText(title);
    m_heading->setAccessibleName(title);
}

void Section::setOpen(bool open)
{
    m_content->setVisible(open);
    m_heading->setIcon(icon(open ? u"down"_s : u"next"_s, palette()));
    m_heading->setToolTip(open ? tr("Fold") : tr("Unfold"));
}

bool Section::isOpen() const
{
    return !m_content->isHidden();
}

void Section::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), lineColour(palette()));
}

} // namespace ui
