// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace ui {

// A part of the pane with a heading that folds it.
class Section : public QWidget
{
    Q_OBJECT

public:
    Section(const QString &title, QWidget *content, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *m_heading;
    QWidget *m_content;
};

} // namespace ui
