// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

signals:
    void escapePressed();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(const QKeyEvent &event);
};

} // namespace ui
