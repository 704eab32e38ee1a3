// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

// What must add up, and whether it does.
class CheckList : public QWidget
{
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);

    void setChecks(const core::Extraction &extraction);
    [[nodiscard]] int failing() const { return m_failing; }

private:
    QWidget *makeLine(const core::CheckOutcome &check, const core::Extraction &extraction);

    QVBoxLayout *m_layout;
    std::vector<QWidget *> m_lines;
    int m_failing = 0;
};

} // namespace ui
