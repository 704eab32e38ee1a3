// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/documentfacts.h"
#include "core/documents/pagelabels.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui {

// What is attached to a document: each can be saved as a copy, none is ever opened.
class AttachmentPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentPanel(QWidget *parent = nullptr);

    // all: how many there are, where not all are listed
    void setAttachments(const std::vector<core::AttachmentEntry> &attachments, int all, const core::PageLabels &labels);
    void takeFocus();

signals:
    void saveRequested(int index);
    void left(); // Escape

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void save();

    QListWidget *m_list;
    QLabel *m_more;
    QPushButton *m_save;
};

} // namespace ui
