// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewpane.h"

#include "core/extraction/doubts.h"
#include "ui/review/checklist.h"
#include "ui/review/doubtorder.h"
#include "ui/review/edittext.h"
#include "ui/review/fielddetail.h"
#include "ui/review/fieldlist.h"
#include "ui/review/fieldrow.h"
#include "ui/review/historylist.h"
#include "ui/review/reviewheader.h"
#include "ui/review/section.h"
#include "ui/review/tablegrid.h"
#include "ui/review/valuetext.h"
#include "ui/text/errortext.h"
#include "ui/text/formats.h"
#include "ui/text/schematitles.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {

void ReviewPane::setSession(core::ReviewSession *session, const core::Schema &schema)
{
    if (FieldRow *row = m_fields->row(m_chosen); row && m_session)
        row->finishEditing(); // what was typed is not lost by choosing another document
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_schema = schema;
    m_approving = false;
    m_onTheirWay.clear();
    m_chosen.clear();
    m_fields->preselect(QString()); // the same field of another document is another choice
    m_messages->dismiss();
    if (session) {
        connect(session, &core::ReviewSession::loaded, this, &ReviewPane::loaded);
        connect(session, &core::ReviewSession::changed, this, &ReviewPane::refresh);
        connect(session, &core::ReviewSession::failed, this, &ReviewPane::failed);
        if (session->isLoaded())
            loaded();
    }
    updateActions();
}

void ReviewPane::setReadOnly(const QString &reason)
{
    m_readOnly = reason;
    m_header->setNote(noteText());
    m_fields->setReadOnly(!mayEdit());
    for (const auto &[path, grid] : m_grids)
        grid.second->setReadOnly(!mayEdit());
    updateActions();
}

void ReviewPane::choose(const QString &path)
{
    if (m_fields->row(path)) {
        m_fields->choose(path);
        return;
    }
    for (const auto &[table, grid] : m_grids) {
        if (grid.second->choose(path)) {
            grid.first->setOpen(true);
            chosenBecame(path);
            return;
        }
    }
}

void ReviewPane::takeFocus()
{
    m_focusWhenLoaded = !m_session || !m_session->isLoaded();
    if (!m_focusWhenLoaded)
        focusOn(m_chosen);
}

// A document may have tables only, and nothing in doubt: the focus is to stay here all the same.
void ReviewPane::focusOn(const QString &path)
{
    if (!path.isEmpty())
        return choose(path);
    for (const core::ExtractedTable &table : m_shown.tables) {
        if (!table.rows.empty())
            return m_grids.at(table.path).second->setFocus(Qt::OtherFocusReason);
    }
    m_approveButton->setFocus(Qt::OtherFocusReason);
}

void ReviewPane::takeDrawn(int page, const QRectF &box, const QString &words)
{
    m_actions.draw->setChecked(false);
    if (words.trimmed().isEmpty()) {
        m_messages->tell(MessageBar::Kind::Information, tr("No words are in that box. Draw it around the value."));
        return;
    }
    core::Evidence evidence;
    evidence.place = {page, box, words, core::TextSource::TextLayer};
    set(m_chosen, words, {evidence});
}

void ReviewPane::loaded()
{
    m_stack->setCurrentWidget(m_page);
    showExtraction();
    const core::Extraction &extraction = m_session->extraction();
    for (const core::ExtractedTable &table : extraction.tables)
        m_grids.at(table.path).first->setOpen(!table.rows.empty());
    const QStringList order = m_fields->order();
    QString first = nextDoubt(extraction, order, QString());
    if (first.isEmpty() && !order.isEmpty())
        first = order.front();
    m_scroll->verticalScrollBar()->setValue(0);
    if (m_focusWhenLoaded)
        focusOn(first);
    else if (m_fields->row(first))
        m_fields->preselect(first);
    m_focusWhenLoaded = false;
    emit changed();
}

void ReviewPane::refresh(const QString &path)
{
    m_onTheirWay.removeOne(path);
    showExtraction();
    updatePicture();
    emit changed();
    if (m_approving && core::isApproved(m_session->extraction())) {
        m_approving = false;
        emit approved();
    }
}

void ReviewPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_session && m_session->isLoaded())
        showExtraction(); // signs are drawn in the colours of the moment
}

void ReviewPane::failed(const core::Error &error)
{
    const bool wasApproving = std::exchange(m_approving, false);
    m_onTheirWay.clear();
    if (wasApproving && error.code == core::ErrorCode::InvalidInput)
        tellDoubtsLeft();
    else if (!m_session->unsaved().empty())
        tellUnsaved();
    else
        m_messages->tell(MessageBar::Kind::Error, errorText(error));
}

void ReviewPane::showExtraction()
{
    m_shown = withShownTitles(m_session->extraction(), m_schema);
    const core::Extraction &extraction = m_shown;
    const bool approved = core::isApproved(extraction);
    m_header->setDoubts(core::doubts(extraction), approved,
                        extraction.unreadPages.empty() && extraction.warning.isEmpty());
    m_header->setNote(noteText());
    m_fields->setExtraction(extraction);
    showTables();
    m_checks->setChecks(extraction);
    m_checkSection->setVisible(!extraction.checks.empty());
    m_checkSection->setTitle(m_checks->failing() > 0 ? tr("Checks: %n do(es) not add up", nullptr, m_checks->failing())
                                                     : tr("Checks"));
    m_history->setHistory(m_session->history(), extraction);
    m_historySection->setVisible(!m_session->history().empty());
    m_historySection->setTitle(tr("History (%1)").arg(m_session->history().size()));
    m_fields->setReadOnly(!mayEdit());
    updateActions();
}

void ReviewPane::showTables()
{
    std::map<QString, std::pair<Section *, TableGrid *>> gone;
    gone.swap(m_grids);
    for (const core::ExtractedTable &table : m_shown.tables) {
        TableGrid *grid = nullptr;
        if (const auto there = gone.find(table.path); there != gone.end()) {
            m_grids[table.path] = there->second;
            grid = there->second.second;
            gone.erase(there);
        } else {
            grid = makeGrid(table);
        }
        grid->setTable(table);
        grid->setReadOnly(!mayEdit());
        m_grids.at(table.path)
            .first->setTitle(tr("%1 (%n row(s))", nullptr, static_cast<int>(table.rows.size())).arg(table.label));
    }
    for (const auto &[path, grid] : gone) {
        grid.first->hide();
        grid.first->deleteLater();
    }
}

void ReviewPane::updateActions()
{
    const bool here = m_session && m_session->isLoaded();
    const bool approved = here && core::isApproved(m_session->extraction());
    const bool may = here && m_readOnly.isEmpty();
    for (QAction *action : {m_actions.accept, m_actions.edit, m_actions.reject, m_actions.draw, m_actions.approve}) {
        action->setEnabled(may && !approved);
        action->setStatusTip(m_readOnly);
    }
    m_actions.reopen->setEnabled(may && approved);
    m_actions.undo->setEnabled(may && m_session->canUndo());
    m_actions.redo->setEnabled(may && m_session->canRedo());
    for (QAction *action : {m_actions.nextDoubt, m_actions.previousDoubt, m_actions.doubtsFirst})
        action->setEnabled(here);
    m_approveButton->setEnabled(may);
    m_approveButton->setText(approved ? tr("Open for review again") : tr("Approve and next"));
    m_approveButton->setIcon(QIcon());
    m_approveButton->setProperty("primary", !approved);
    m_approveButton->setToolTip(!m_readOnly.isEmpty() ? m_readOnly
                                    : approved        ? tr("So that values can be changed")
                                               : withKeys(tr("Approve and next"), m_actions.approve->shortcut()));
    m_approveButton->update();
}

void ReviewPane::chosenBecame(const QString &path)
{
    if (m_chosen == path)
        return;
    if (m_actions.draw->isChecked())
        m_actions.draw->setChecked(false);
    m_chosen = path;
    if (QWidget *row = m_fields->row(path)) {
        // Its details change its height only after this.
        QTimer::singleShot(0, row, [this, row] { m_scroll->ensureWidgetVisible(row, 0, gap); });
    } else if (!path.isEmpty()) {
        m_fields->preselect(QString());
    }
    emit chosenChanged(path);
    renewPicture();
}

void ReviewPane::renewPicture()
{
    m_pictureTries = 0;
    updatePicture();
}

// The page may still be on its way; the picture then follows within a moment or stays away.
void ReviewPane::updatePicture()
{
    constexpr int mostTries = 8;
    FieldRow *row = m_fields->row(m_chosen);
    int page = 0;
    const auto box = placeOf(m_chosen, &page);
    if (!row || !m_picture)
        return;
    if (!box) {
        row->detail().setPicture({});
        return;
    }
    const QImage picture = m_picture(page, *box);
    row->detail().setPicture(picture);
    if (picture.isNull() && ++m_pictureTries < mostTries)
        m_pictureTimer.start();
}

std::optional<QRectF> ReviewPane::placeOf(const QString &path, int *page) const
{
    const core::ExtractedField *field = m_session ? m_session->extraction().field(path) : nullptr;
    if (!field || field->evidence.empty())
        return std::nullopt;
    const core::Place &place = field->evidence.front().place;
    *page = place.page;
    return place.box;
}

int ReviewPane::nextPage() const
{
    if (!m_session || !m_session->isLoaded())
        return 0;
    int page = 0;
    const QString next = nextDoubt(m_session->extraction(), m_fields->order(), m_chosen);
    return !next.isEmpty() && placeOf(next, &page) ? page : 0;
}

void ReviewPane::goToDoubt(const QString &from, int step)
{
    if (!m_session || !m_session->isLoaded())
        return;
    // What was just settled is still in doubt until it is on the disk; it is not to be visited again.
    const QStringList order = m_fields->order();
    QString next = nextDoubt(m_session->extraction(), order, from, step);
    for (qsizetype passed = 0; m_onTheirWay.contains(next) && passed < m_onTheirWay.size(); ++passed)
        next = nextDoubt(m_session->extraction(), order, next, step);
    if (!next.isEmpty() && !m_onTheirWay.contains(next))
        choose(next);
}

bool ReviewPane::mayEdit() const
{
    const bool approved = m_session && m_session->isLoaded() && core::isApproved(m_session->extraction());
    return m_readOnly.isEmpty() && !approved;
}

} // namespace ui
