// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewheader.h"

#include "ui/review/reviewactions.h"
#include "ui/text/formats.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ui {
namespace {

QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolTip(withKeys(action->text(), action->shortcut()));
    button->setAccessibleName(action->text());
    return button;
}

} // namespace

ReviewHeader::ReviewHeader(const ReviewActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_doubts(new ElidedLabel(QString(), this))
    , m_position(new QLabel(this))
    , m_note(new QLabel(this))
{
    QFont font = m_doubts->font();
    font.setWeight(QFont::DemiBold);
    m_doubts->setFont(font);
    m_doubts->setObjectName(QStringLiteral("doubtsLabel"));
    m_note->setWordWrap(true);
    m_note->hide();
    m_position->setForegroundRole(QPalette::PlaceholderText);
    m_note->setForegroundRole(QPalette::PlaceholderText);

    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_sign);
    line->addWidget(m_doubts, 1);
    line->addWidget(m_position);
    line->addSpacing(2);
    for (QAction *action : {actions.doubtsFirst, actions.undo, actions.redo})
        line->addWidget(buttonFor(action, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, 6, smallGap, 6);
    layout->addLayout(line);
    layout->addWidget(m_note);
}

void ReviewHeader::setDoubts(int doubts, bool approved, bool isComplete)
{
    const Tone tone = approved ? Tone::Approved : doubts > 0 || !isComplete ? Tone::Doubtful : Tone::Sure;
    m_sign->setPixmap(toneIcon(tone, palette()).pixmap(18, 18));
    if (approved)
        m_doubts->setText(tr("Approved"));
    else if (doubts > 0)
        m_doubts->setText(tr("%n doubt(s) left", nullptr, doubts));
    else
        m_doubts->setText(isComplete ? tr("No doubts left") : tr("Not all of it was read"));
}

void ReviewHeader::setPosition(int position, int count)
{
    m_position->setVisible(position > 0);
    m_position->setText(tr("%1 of %2").arg(position).arg(count));
}

void ReviewHeader::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

QString ReviewHeader::doubtsText() const
{
    return m_doubts->text();
}

} // namespace ui
