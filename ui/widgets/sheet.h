// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QDialogButtonBox;
class QFrame;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ui {

// A question or a form over the window, in the window. Escape closes it; focus stays inside while it is open and goes
// back where it was. What is too high for the window is scrolled, between the title and the buttons. Deletes itself
// when closed.
class Sheet : public QWidget
{
    Q_OBJECT

public:
    Sheet(const QString &title, QWidget *window);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    QPushButton *addButton(const QString &text, bool primary = false); // left to right; the primary one takes Enter
    void setPanelWidth(int pixels);

    void open(QWidget *first = nullptr); // the widget that gets the focus
    void close();

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();
    void reveal(const QWidget *widget);
    [[nodiscard]] bool scroll(const QKeyEvent &event);
    [[nodiscard]] bool isScrolled() const;

    QFrame *m_panel;
    QScrollArea *m_area; // shows what is in the body
    QWidget *m_content;
    QVBoxLayout *m_body;
    QHBoxLayout *m_buttons;
    QPointer<QPushButton> m_primary;
    QPointer<QWidget> m_before;
    int m_width = 460;
};

} // namespace ui
