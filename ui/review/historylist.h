// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

// What was done to the document, latest first.
class HistoryList : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryList(QWidget *parent = nullptr);

    void setHistory(const std::vector<core::EditRow> &history, const core::Extraction &extraction);

private:
    QVBoxLayout *m_layout;
    std::vector<QWidget *> m_lines;
};

} // namespace ui
