// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/queue.h"
#include "ui/widgets/choice.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

#include <vector>

namespace ui {

// What can be done with the chosen document, as actions for its menu, the menu bar and the command palette.
class DocumentActions : public QObject
{
    Q_OBJECT

public:
    DocumentActions(core::Queue &queue, QWidget *owner);

    void setDocuments(const std::vector<qint64> &documents); // chosen now
    void setChoices(const std::vector<Choice> &engines, const std::vector<Choice> &schemas);
    void setMayEdit(bool mayEdit, const QString &reason = QString()); // a viewer can't; the tooltips say why

    [[nodiscard]] QList<QAction *> actions() const;
    void fill(QMenu &menu) const;

private:
    QAction *make(const QString &iconName, const QString &text, const QKeySequence &keys = {});
    void forEach(const std::function<void(qint64)> &run) const;
    void update();

    core::Queue &m_queue;
    QWidget *m_owner;
    std::vector<qint64> m_documents;
    bool m_mayEdit = true;
    QAction *m_retry;
    QAction *m_cancel;
    QAction *m_remove;
    QAction *m_showInFolder;
    QAction *m_copyLink;
    QPointer<QMenu> m_withEngine;
    QPointer<QMenu> m_withSchema;
};

} // namespace ui
