// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/signin/facttext.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

// What was found at a provider, line by line, each with a sign and words. The sheet it is in scrolls.
class FactList : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(QWidget *parent = nullptr);

    void setLines(const std::vector<FactLine> &lines);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void clear();

    QVBoxLayout *m_rows;
};

} // namespace ui
