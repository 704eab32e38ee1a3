// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRect>

#include <memory>

class QWidget;
class QWindow;

namespace ui {

// Puts a widget's window into a window of another program, where there is such a thing (X11), before it is ever shown:
// nothing appears on the desktop. It asks for keys only while it has the focus, see README.md.
class Embedding : public QObject
{
    Q_OBJECT

public:
    Embedding(QWidget &widget, quint64 window, QObject *parent = nullptr);
    ~Embedding() override;

    void place(const QRect &area, bool visible); // pixels of the screen, within that window
    void takeFocus(); // as soon as it can be had
    void dropKeys(); // whatever is typed from now on is for the window around

    [[nodiscard]] QWindow *around() const { return m_around.get(); }

signals:
    void focused();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void askForKeys(bool ask);

    QWidget &m_widget;
    std::unique_ptr<QWindow> m_around;
    bool m_wantsFocus = false;
};

} // namespace ui
