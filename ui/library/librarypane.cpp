// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypane.h"

#include "ui/library/documentactions.h"
#include "ui/library/documentdelegate.h"
#include "ui/library/documentmodel.h"
#include "ui/library/filterlist.h"
#include "ui/text/errortext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

// A list would search for the letter Esc.
class DocumentList final : public QListView
{
public:
    using QListView::QListView;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Escape)
            event->ignore();
        else
            QListView::keyPressEvent(event);
    }
};

} // namespace

LibraryPane::LibraryPane(core::Queue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_model(new DocumentModel(queue, this))
    , m_filter(new DocumentFilter(this))
    , m_filters(new FilterList(queue, this))
    , m_list(new DocumentList(this))
    , m_stack(new QStackedLayout)
    , m_messages(new MessageBar(this))
    , m_actions(new DocumentActions(queue, this))
{
    setObjectName(u"libraryPane"_s);
    m_filter->setSourceModel(m_model);
    buildList();
    buildEmpty();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, smallGap, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filters);
    auto *line = new QWidget(this);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    layout->addWidget(line);
    layout->addWidget(m_messages);
    layout->addLayout(m_stack, 1);

    connect(m_filters, &FilterList::chosen, m_filter, &DocumentFilter::setShow);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LibraryPane::updateChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &LibraryPane::updateChosen);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &LibraryPane::updateEmpty);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &LibraryPane::updateEmpty);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &LibraryPane::updateEmpty);
    connect(&queue, &core::Queue::storageFailed, this, [this](const core::Error &error, const QString &document) {
        const QString text = errorText(error);
        m_messages->tell(MessageBar::Kind::Error, document.isEmpty() ? text : tr("%1: %2").arg(document, text));
    });
    updateEmpty();
}

void LibraryPane::buildList()
{
    m_list->setObjectName(u"documentList"_s);
    m_list->setAccessibleName(tr("Documents"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new DocumentDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &LibraryPane::showMenu);
    m_stack->addWidget(m_list);
}

void LibraryPane::buildEmpty()
{
    m_empty = new EmptyState(u"drop"_s, tr("Drop documents here"), QString(), this);
    m_empty->setFramed(true);
    connect(m_empty->addButton(tr("Open…"), true), &QPushButton::clicked, this, &LibraryPane::openRequested);
    connect(m_empty->addButton(tr("Try the sample document")), &QPushButton::clicked, this,
            &LibraryPane::sampleRequested);
    m_empty->setFootnote(
        tr("PDF, PNG, JPEG, TIFF.\nNothing leaves this computer unless you choose an engine that does."));
    m_nothingHere =
        new EmptyState(u"search"_s, tr("No document here"), tr("None is in this state, or has this name."), this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_nothingHere);
}

void LibraryPane::lendMessages(QVBoxLayout *elsewhere, int at)
{
    auto *own = static_cast<QVBoxLayout *>(layout());
    const bool isHere = own->indexOf(m_messages) >= 0;
    if (isHere == !elsewhere)
        return;
    const bool isShown = !m_messages->isHidden();
    if (elsewhere)
        elsewhere->insertWidget(at, m_messages);
    else
        own->insertWidget(own->count() - 1, m_messages); // above the list
    m_messages->setVisible(isShown); // another parent hides it
}

void LibraryPane::choose(qint64 document)
{
    QModelIndex index = m_filter->mapFromSource(m_model->indexOf(document));
    if (!index.isValid() && m_model->indexOf(document).isValid()) {
        m_filters->choose(DocumentFilter::Show::All);
        m_filter->setText(QString());
        index = m_filter->mapFromSource(m_model->indexOf(document));
    }
    if (index.isValid())
        m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

qint64 LibraryPane::chosen() const
{
    return m_chosen;
}

void LibraryPane::chooseNext(DocumentFilter::Show among)
{
    const std::vector<qint64> ids = shown();
    const auto at = std::ranges::find(ids, m_chosen);
    const std::size_t from = at == ids.end() ? 0 : static_cast<std::size_t>(at - ids.begin()) + 1;
    for (std::size_t step = 0; step < ids.size(); ++step) {
        const qint64 id = ids[(from + step) % ids.size()];
        const core::DocumentRow *row = m_queue.row(id);
        if (row && id != m_chosen && DocumentFilter::holds(among, row->state)) {
            choose(id);
            return;
        }
    }
}

std::vector<qint64> LibraryPane::shown() const
{
    std::vector<qint64> ids;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        ids.push_back(m_filter->index(row, 0).data(DocumentModel::IdRole).toLongLong());
    return ids;
}

void LibraryPane::setSearch(const QString &text)
{
    m_filter->setText(text);
    updateEmpty();
}

void LibraryPane::showOnly(DocumentFilter::Show which)
{
    m_filters->choose(which);
}

void LibraryPane::beginAnew()
{
    m_list->selectionModel()->clear();
    m_chosen = 0;
    m_filters->choose(DocumentFilter::Show::All);
    setSearch(QString());
}

void LibraryPane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void LibraryPane::setAdding(bool may, const QString &reason)
{
    m_empty->setFramed(may);
    m_empty->setWords(may ? tr("Drop documents here") : tr("No documents yet"), QString());
    for (QPushButton *button : m_empty->findChildren<QPushButton *>()) {
        button->setEnabled(may);
        button->setToolTip(reason);
        button->setAccessibleDescription(reason);
    }
}

void LibraryPane::showMenu(const QPoint &at)
{
    if (!m_list->indexAt(at).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fill(*menu);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void LibraryPane::updateChosen()
{
    std::vector<qint64> selected;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes())
        selected.push_back(index.data(DocumentModel::IdRole).toLongLong());
    m_actions->setDocuments(selected);

    // A document that a filter hides stays open; one that was removed does not.
    const QModelIndex current = m_list->currentIndex();
    const qint64 now = current.isValid() ? current.data(DocumentModel::IdRole).toLongLong() : 0;
    const bool gone = now == 0 && m_chosen != 0 && !m_queue.row(m_chosen);
    if ((now != 0 && now != m_chosen) || gone) {
        m_chosen = now;
        emit documentChosen(now);
    }
}

void LibraryPane::updateEmpty()
{
    QWidget *page = m_list;
    if (m_model->rowCount() == 0)
        page = m_empty;
    else if (m_filter->rowCount() == 0)
        page = m_nothingHere;
    m_stack->setCurrentWidget(page);
    updateChosen();
}

} // namespace ui
