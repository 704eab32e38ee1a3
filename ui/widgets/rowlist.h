// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace ui {

// Rows one under the other, with a hairline between them. The sheet they are in scrolls.
class RowList : public QWidget
{
    Q_OBJECT

public:
    explicit RowList(const QString &name, QWidget *parent = nullptr); // name: for screen readers

    void add(QWidget *row);
    void clear();

private:
    QVBoxLayout *m_rows;
};

} // namespace ui
