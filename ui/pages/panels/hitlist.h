// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/panels/hitmodel.h"

#include <QListView>

namespace ui {

// All hits of a search with their pages. The chosen one is the one in sight; up and down go from hit to hit, Enter to
// the page.
class HitList : public QListView
{
    Q_OBJECT

public:
    explicit HitList(DocumentSearch &search, QWidget *parent = nullptr);

    void setLabels(const core::PageLabels &labels) { m_model.setLabels(labels); }
    void setWanted(bool wanted); // shown as long as there is something in it
    void enter(); // with the keyboard

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {100, hitHeight()}; }

signals:
    void accepted(); // on to the page
    void unfolded(); // the pages have less room now
    void left(); // back to what is looked for
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void showState();
    void follow();
    [[nodiscard]] int hitHeight() const;

    DocumentSearch &m_search;
    HitModel m_model;
    bool m_wanted = true;
    bool m_following = false;
};

} // namespace ui
