// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/panels/thumbnailmodel.h"

#include <QListView>
#include <QTimer>

namespace ui {

// The column of thumbnails beside the pages; follows the page being read, and goes to the one that is chosen.
class ThumbnailStrip : public QListView
{
    Q_OBJECT

public:
    explicit ThumbnailStrip(PageView &view, QWidget *parent = nullptr);

    void reload();
    void refresh();
    void follow(int page);

signals:
    void pageChosen(int page);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void verticalScrollbarValueChanged(int value) override;

private:
    void choose(int page);
    void requestVisible();

    PageView &m_view;
    ThumbnailModel m_model;
    QTimer m_requestTimer;
    QTimer m_followTimer; // until it follows
    int m_followed = 0; // the page to be followed to
    bool m_following = false;
};

} // namespace ui
