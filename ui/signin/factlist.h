// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/signin/facttext.h"

#include <QScrollArea>

class QVBoxLayout;

namespace ui {

// What was found at a provider, line by line, each with a sign and words.
class FactList : public QScrollArea
{
    Q_OBJECT

public:
    explicit FactList(QWidget *parent = nullptr);

    void setLines(const std::vector<FactLine> &lines);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void clear();

    QWidget *m_page;
    QVBoxLayout *m_rows;
};

} // namespace ui
