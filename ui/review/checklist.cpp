// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/checklist.h"

#include "ui/review/reasontext.h"
#include "ui/review/valuetext.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ui {

CheckList::CheckList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(gap, 0, gap, smallGap);
    m_layout->setSpacing(smallGap);
}

void CheckList::setChecks(const core::Extraction &extraction)
{
    for (QWidget *line : m_lines) {
        line->hide();
        line->deleteLater();
    }
    m_lines.clear();
    m_failing = 0;
    for (const core::CheckOutcome &check : extraction.checks) {
        m_failing += check.holds ? 0 : 1;
        m_lines.push_back(makeLine(check, extraction));
        m_layout->addWidget(m_lines.back());
    }
}

QWidget *CheckList::makeLine(const core::CheckOutcome &check, const core::Extraction &extraction)
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap);
    auto *sign = new QLabel(line);
    sign->setPixmap(toneIcon(check.holds ? Tone::Sure : Tone::NotOnPage, palette()).pixmap(16, 16));
    sign->setAccessibleName(check.holds ? tr("holds") : tr("does not hold"));
    layout->addWidget(sign, 0, Qt::AlignTop);

    const QString left = valueText(check.left, core::ValueType::Number);
    const QString right = valueText(check.right, core::ValueType::Number);
    const QString numbers = check.holds ? tr("%1 on both sides").arg(right) : tr("%1 against %2").arg(left, right);
    auto *words = new QLabel(ruleText(check.rule, extraction), line);
    auto *values = new QLabel(numbers, line);
    for (QLabel *label : {words, values}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setMinimumWidth(1);
    }
    values->setForegroundRole(QPalette::PlaceholderText);
    if (!check.holds) {
        QPalette loud = values->palette();
        loud.setColor(QPalette::PlaceholderText, toneColour(Tone::NotOnPage, palette()));
        values->setPalette(loud);
    }
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(words);
    column->addWidget(values);
    layout->addLayout(column, 1);
    return line;
}

} // namespace ui
