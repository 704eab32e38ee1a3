// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;

namespace ui {

// Says whose page is shown, always, and whether the way there is secure; a thin line at its foot says how far it has
// loaded.
class OriginBar : public QWidget
{
    Q_OBJECT

public:
    explicit OriginBar(QWidget *parent = nullptr);

    void showOrigin(const QUrl &url);
    void showComing(const QUrl &url); // where the way leads: nothing has come of it, so nothing is proven
    void showUnproven(const QString &origin); // as originText(): its certificate was not taken, nothing of it is shown
    void showText(const QString &text); // where there is no page
    void setProgress(int percent); // 100 or more: nothing is loading
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isSecure() const { return m_secure; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void redraw();

    QLabel *m_lock;
    QLabel *m_origin;
    QLabel *m_warning;
    bool m_secure = false;
    bool m_local = false;
    bool m_unproven = false;
    bool m_coming = false;
    bool m_hasOrigin = false;
    int m_progress = 100;
};

} // namespace ui
