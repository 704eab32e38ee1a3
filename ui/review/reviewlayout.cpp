// SPDX-License-Identifier: GPL-3.0-or-later
// How the review pane is put together; what it does is in reviewpane.cpp.
#include "ui/review/checklist.h"
#include "ui/review/fieldlist.h"
#include "ui/review/fieldrow.h"
#include "ui/review/historylist.h"
#include "ui/review/reviewheader.h"
#include "ui/review/reviewpane.h"
#include "ui/review/section.h"
#include "ui/review/tablegrid.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

QWidget *hairline(QWidget *parent)
{
    auto *line = new QWidget(parent);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

} // namespace

ReviewPane::ReviewPane(QWidget *parent)
    : QWidget(parent)
    , m_actions(this)
    , m_stack(new QStackedLayout(this))
    , m_page(new QWidget(this))
    , m_nothing(new EmptyState(u"page"_s, QString(), QString(), this))
    , m_nothingButton(nullptr)
    , m_firstButton(m_nothing->addButton(QString(), true))
    , m_header(new ReviewHeader(m_actions, m_page))
    , m_messages(new MessageBar(m_page))
    , m_scroll(new QScrollArea(m_page))
{
    setObjectName(u"reviewPane"_s);
    buildScroll();
    auto *layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(hairline(m_page));
    layout->addWidget(m_messages);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(hairline(m_page));
    layout->addWidget(buildFooter());
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_page);
    m_nothingButton = m_nothing->addButton(QString());
    m_nothingButton->hide();
    m_firstButton->hide();
    connect(m_firstButton, &QPushButton::clicked, this, [this] {
        if (const auto action = m_firstAction)
            action();
    });
    connect(m_nothingButton, &QPushButton::clicked, this, [this] {
        if (const auto action = m_nothingAction)
            action();
    });
    m_pictureTimer.setSingleShot(true);
    m_pictureTimer.setInterval(120);
    connect(&m_pictureTimer, &QTimer::timeout, this, &ReviewPane::updatePicture);
    connectActions();
    connectFields();
    updateActions();
}

void ReviewPane::buildScroll()
{
    auto *content = new QWidget(m_scroll);
    m_fields = new FieldList(content);
    m_checks = new CheckList(content);
    m_history = new HistoryList(content);
    m_checkSection = new Section(tr("Checks"), m_checks, content);
    m_historySection = new Section(tr("History"), m_history, content);
    m_historySection->setOpen(false);
    m_tables = new QVBoxLayout;
    m_tables->setSpacing(0);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_fields);
    layout->addLayout(m_tables);
    layout->addWidget(m_checkSection);
    layout->addWidget(m_historySection);
    layout->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_scroll->viewport()->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
}

QWidget *ReviewPane::buildFooter()
{
    auto *footer = new QWidget(m_page);
    m_approveButton = new QPushButton(tr("Approve and next"), footer);
    m_approveButton->setObjectName(u"approveButton"_s);
    m_approveButton->setProperty("primary", true);
    m_approveButton->setMinimumHeight(34);
    auto *layout = new QVBoxLayout(footer);
    layout->setContentsMargins(gap, smallGap + 2, gap, smallGap + 2);
    layout->addWidget(m_approveButton);
    connect(m_approveButton, &QPushButton::clicked, this, [this] {
        if (m_session && m_session->isLoaded() && core::isApproved(m_session->extraction()))
            m_actions.reopen->trigger();
        else
            m_actions.approve->trigger();
    });
    return footer;
}

void ReviewPane::connectActions()
{
    connect(m_actions.accept, &QAction::triggered, this, [this] { accept(m_chosen); });
    connect(m_actions.edit, &QAction::triggered, this, [this] {
        if (FieldRow *row = m_fields->row(m_chosen))
            row->startEditing();
    });
    connect(m_actions.reject, &QAction::triggered, this, [this] { reject(m_chosen); });
    connect(m_actions.draw, &QAction::toggled, this, &ReviewPane::drawRequested);
    connect(m_actions.nextDoubt, &QAction::triggered, this, [this] { goToDoubt(m_chosen, 1); });
    connect(m_actions.previousDoubt, &QAction::triggered, this, [this] { goToDoubt(m_chosen, -1); });
    connect(m_actions.undo, &QAction::triggered, this, [this] {
        if (m_session)
            m_session->undo();
    });
    connect(m_actions.redo, &QAction::triggered, this, [this] {
        if (m_session)
            m_session->redo();
    });
    connect(m_actions.approve, &QAction::triggered, this, [this] { approve(false); });
    connect(m_actions.reopen, &QAction::triggered, this, [this] {
        if (m_session && m_readOnly.isEmpty())
            perform(core::Edit::Kind::Reopen, QString());
    });
    connect(m_actions.doubtsFirst, &QAction::toggled, m_fields, &FieldList::setDoubtsFirst);
}

void ReviewPane::connectFields()
{
    connect(m_fields, &FieldList::chosenChanged, this, [this](const QString &path) {
        if (!path.isEmpty())
            chosenBecame(path);
    });
    connect(m_fields, &FieldList::accepted, this, &ReviewPane::accept);
    connect(m_fields, &FieldList::rejected, this, &ReviewPane::reject);
    connect(m_fields, &FieldList::candidatePicked, this, &ReviewPane::pick);
    connect(m_fields, &FieldList::candidateHovered, this, &ReviewPane::candidateHovered);
    connect(m_fields, &FieldList::typed, this, [this](const QString &path, const QString &text) {
        FieldRow *row = m_fields->row(path);
        const bool byEnter = row && row->isEnteredByKey();
        set(path, text);
        if (byEnter && row && !row->isEditing())
            goToDoubt(path, 1);
    });
}

TableGrid *ReviewPane::makeGrid(const core::ExtractedTable &table)
{
    auto *holder = new QWidget(m_scroll->widget());
    auto *grid = new TableGrid(holder);
    grid->setObjectName("table-"_L1 + table.path);
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(gap, 0, gap, smallGap);
    layout->addWidget(grid);
    auto *section = new Section(table.label, holder, m_scroll->widget());
    m_tables->addWidget(section);
    m_grids[table.path] = {section, grid};
    connect(grid, &TableGrid::cellChosen, this, &ReviewPane::chosenBecame);
    connect(grid, &TableGrid::accepted, this, &ReviewPane::accept);
    connect(grid, &TableGrid::typed, this, [this](const QString &path, const QString &text) { set(path, text); });
    connect(grid, &TableGrid::rowInserted, this,
            [this](const QString &path) { perform(core::Edit::Kind::InsertRow, path); });
    connect(grid, &TableGrid::rowDeleted, this,
            [this](const QString &path) { perform(core::Edit::Kind::DeleteRow, path); });
    return grid;
}

void ReviewPane::setPictureSource(PictureSource source)
{
    m_picture = std::move(source);
}

void ReviewPane::setPosition(int position, int count)
{
    m_header->setPosition(position, count);
}

// Why nothing can be changed, and what may be missing.
QString ReviewPane::noteText() const
{
    QStringList notes;
    if (!m_readOnly.isEmpty())
        notes += m_readOnly;
    if (const int count = static_cast<int>(m_shown.unreadPages.size()); count > 0) {
        QStringList pages;
        for (const int page : m_shown.unreadPages)
            pages += QLocale().toString(page);
        notes += tr("%n page(s) could not be read (%1): what stands there is missing here.", nullptr, count)
                     .arg(pages.join(u", "_s));
    }
    if (!m_shown.warning.isEmpty())
        notes += tr("The engine did not finish its answer (%1): values may be missing.").arg(m_shown.warning);
    return notes.join(u'\n');
}

QString ReviewPane::doubtsText() const
{
    return m_header->doubtsText();
}

void ReviewPane::showNothing(const QString &iconName, const QString &title, const QString &text,
                             const QString &actionText, std::function<void()> action)
{
    setSession(nullptr, {});
    m_nothing->setPicture(iconName);
    m_nothing->setWords(title, text);
    m_nothingButton->setText(actionText);
    m_nothingButton->setVisible(!actionText.isEmpty());
    m_nothingAction = std::move(action);
    m_firstButton->hide();
    m_firstAction = {};
    m_stack->setCurrentWidget(m_nothing);
}

void ReviewPane::offerFirst(const QString &actionText, std::function<void()> action)
{
    m_firstButton->setText(actionText);
    m_firstButton->show();
    m_firstAction = std::move(action);
}

} // namespace ui
