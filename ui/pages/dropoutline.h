// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

// A frame over the whole pane while files are dragged over it.
class DropOutline : public QWidget
{
    Q_OBJECT

public:
    explicit DropOutline(QWidget *parent);

    void showOver(const QRect &area);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
