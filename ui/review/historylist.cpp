// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/historylist.h"

#include "ui/review/edittext.h"
#include "ui/text/formats.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>

#include <ranges>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int mostShown = 50;

} // namespace

HistoryList::HistoryList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(gap, 0, gap, smallGap);
    m_layout->setSpacing(6);
}

void HistoryList::setHistory(const std::vector<core::EditRow> &history, const core::Extraction &extraction)
{
    for (QWidget *line : m_lines) {
        line->hide();
        line->deleteLater();
    }
    m_lines.clear();
    const QDateTime now = QDateTime::currentDateTime();
    for (const core::EditRow &row : history | std::views::reverse | std::views::take(mostShown)) {
        auto *line = new QWidget(this);
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        auto *words = new QLabel(editText(row, extraction), line);
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        words->setMinimumWidth(1);
        auto *when = new QLabel(momentText(row.at, now), line);
        when->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(words, 1);
        layout->addWidget(when, 0, Qt::AlignTop);
        m_layout->addWidget(line);
        m_lines.push_back(line);
    }
}

} // namespace ui
