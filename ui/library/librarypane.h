// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/queue.h"
#include "ui/library/documentfilter.h"

#include <QWidget>

class QListView;
class QStackedLayout;
class QVBoxLayout;

namespace ui {

class DocumentActions;
class DocumentModel;
class EmptyState;
class FilterList;
class MessageBar;

// Every document of this partition, and the place to drop more.
class LibraryPane : public QWidget
{
    Q_OBJECT

public:
    explicit LibraryPane(core::Queue &queue, QWidget *parent = nullptr);

    [[nodiscard]] DocumentActions &actionsOfDocument() { return *m_actions; }
    [[nodiscard]] MessageBar &messages() { return *m_messages; }
    // While the pane is not on the screen, its messages are shown at the top of `elsewhere`; null: in the pane again.
    void lendMessages(QVBoxLayout *elsewhere, int at = 0);

    void choose(qint64 document); // shows it in the list; documentChosen() follows
    [[nodiscard]] qint64 chosen() const; // 0: none
    void chooseNext(DocumentFilter::Show among); // the next one in the list of that kind, from the top again at the end
    [[nodiscard]] std::vector<qint64> shown() const; // as filtered now, top down
    void setSearch(const QString &text);
    void showOnly(DocumentFilter::Show which);
    void beginAnew(); // all documents, none chosen, whatever was searched for
    void focusList();
    void setAdding(bool may, const QString &reason = QString()); // a viewer adds nothing; `reason`: why

signals:
    void documentChosen(qint64 document); // 0 when there is none any more
    void openRequested();
    void sampleRequested();

private:
    void buildList();
    void buildEmpty();
    void showMenu(const QPoint &at);
    void updateChosen();
    void updateEmpty();

    core::Queue &m_queue;
    DocumentModel *m_model;
    DocumentFilter *m_filter;
    FilterList *m_filters;
    QListView *m_list;
    EmptyState *m_empty = nullptr;
    EmptyState *m_nothingHere = nullptr;
    QStackedLayout *m_stack;
    MessageBar *m_messages;
    DocumentActions *m_actions;
    qint64 m_chosen = 0;
};

} // namespace ui
