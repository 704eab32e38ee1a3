// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace ui {

// Rows one under the other, with a hairline between them; scrolls when they are more than there is room for.
class RowList : public QScrollArea
{
    Q_OBJECT

public:
    RowList(const QString &name, int tallest, QWidget *parent = nullptr); // name: for screen readers

    void add(QWidget *row);
    void clear();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_tallest;
    QWidget *m_page;
    QVBoxLayout *m_rows;
};

} // namespace ui
