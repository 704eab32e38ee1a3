// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/documentfacts.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

// The layers of a document with a box each. What is switched here changes what is seen, never the file.
class LayerPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LayerPanel(QWidget *parent = nullptr);

    void setLayers(const std::vector<core::LayerEntry> &layers); // the same ones: as they are now
    void setAltered(bool altered); // they are not as the document opens

signals:
    void switched(int index, bool on);
    void restored(); // as the document opens
    void left(); // Escape

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const std::vector<core::LayerEntry> &layers);

    QTreeWidget *m_tree;
    QPushButton *m_restore;
    std::vector<QTreeWidgetItem *> m_items;
    std::vector<QString> m_names;
};

} // namespace ui
