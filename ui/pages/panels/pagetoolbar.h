// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagelabels.h"

#include <QWidget>

#include <vector>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {

class ElidedLabel;
class PaneActions;

// The row above the pages: the file's name, the page number to edit, zoom, fit, rotation, search.
class PageToolBar : public QWidget
{
    Q_OBJECT

public:
    explicit PageToolBar(PaneActions &actions, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &toolTip);
    // What the pages are called; `known`: this is all that will be told of it. What is typed before waits for it.
    void setLabels(const core::PageLabels &labels, bool known);
    void setPage(int page, int pages); // no pages: nothing open
    void setZoom(double zoom);
    void editPage(); // puts the cursor there
    [[nodiscard]] QSize minimumSizeHint() const override; // without what is in menus too

signals:
    void pageEntered(int page);
    void labelsWanted(); // a page was typed
    void zoomEntered(double zoom);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWhatFits();
    QToolButton *addButton(QHBoxLayout *layout, QAction *action, const QString &name);
    void addZoomMenu(PaneActions &actions);
    void enterPage();
    void goTo(const QString &label);
    void showPage();
    void showCount();
    [[nodiscard]] QString countText(int page) const;

    ElidedLabel *m_title;
    QLineEdit *m_page;
    QLabel *m_pages;
    QToolButton *m_zoom;
    std::vector<QWidget *> m_spare; // in menus too: the first to go where there is little room
    core::PageLabels m_labels;
    QString m_wanted; // what was typed before its labels were known
    bool m_areLabelsKnown = false;
    int m_current = 0;
    int m_count = 0;
};

} // namespace ui
