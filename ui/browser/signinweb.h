// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QWebEngineView>

namespace ui {

// The widget that shows a SignInPage: our own short context menu, zoom with the usual keys and wheel, Escape for the
// window.
class SignInWeb : public QWebEngineView
{
    Q_OBJECT

public:
    explicit SignInWeb(QWidget *parent = nullptr);

    void zoomBy(int steps);
    void resetZoom();
    // Tab on the page's last element, and Shift+Tab on its first, leave the window that this is all of.
    void setTabLeaves(bool leaves) { m_tabLeaves = leaves; }
    // Keys that the page never gets.
    void setReserved(const QList<QKeySequence> &keys) { m_reserved = keys; }

signals:
    void escapePressed();
    void tabbedOut(bool forward);
    void reservedPressed(int index);

protected:
    bool focusNextPrevChild(bool next) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(const QKeyEvent &event);
    bool takeReserved(const QKeyEvent &event);

    bool m_tabLeaves = false;
    QList<QKeySequence> m_reserved;
};

} // namespace ui
