// SPDX-License-Identifier: GPL-3.0-or-later
// The person's word on the values: what the review pane does to its session.
#include "core/extraction/doubts.h"
#include "ui/review/edittext.h"
#include "ui/review/fieldlist.h"
#include "ui/review/fieldrow.h"
#include "ui/review/reviewpane.h"
#include "ui/review/tablegrid.h"
#include "ui/review/valuetext.h"
#include "ui/widgets/messagebar.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {

void ReviewPane::accept(const QString &path)
{
    if (!m_session || !m_session->isLoaded())
        return;
    bool doubt = false;
    if (const core::ExtractedField *field = m_session->extraction().field(path))
        doubt = core::isDoubt(field->status) && field->value;
    for (const auto &[table, grid] : m_grids) {
        const core::ExtractedCell *cell = grid.second->cell(path);
        doubt = doubt || (cell && core::isDoubt(cell->status));
    }
    if (doubt && mayEdit())
        perform(core::Edit::Kind::Accept, path);
    goToDoubt(path, 1);
}

void ReviewPane::set(const QString &path, const QString &text, std::vector<core::Evidence> evidence)
{
    FieldRow *row = m_fields->row(path);
    if (!mayEdit() || !m_session || !m_session->isLoaded())
        return;
    core::Edit edit;
    edit.kind = row ? core::Edit::Kind::Set : core::Edit::Kind::SetCell;
    edit.path = path;
    edit.after = text;
    edit.evidence = std::move(evidence);
    if (const auto permitted = core::permitted(m_session->extraction(), edit, m_schema); !permitted) {
        const core::ExtractedField *field = m_session->extraction().field(path);
        const QString why = field ? typeHint(field->type) : tr("“%1” is not a value for this column.").arg(text);
        if (row && row->isEditing())
            row->refuse(why);
        else
            m_messages->tell(MessageBar::Kind::Warning, why);
        return;
    }
    m_messages->dismiss();
    if (row)
        row->stopEditing();
    m_onTheirWay += path;
    m_session->perform(edit);
}

void ReviewPane::pick(const QString &path, int number)
{
    const core::ExtractedField *field = m_session ? m_session->extraction().field(path) : nullptr;
    if (!field || number < 1 || number > static_cast<int>(field->candidates.size()))
        return;
    const core::Candidate candidate = field->candidates[static_cast<std::size_t>(number) - 1];
    set(path, candidate.value, candidate.evidence);
    goToDoubt(path, 1);
}

void ReviewPane::reject(const QString &path)
{
    if (!mayEdit() || !m_session || !m_session->isLoaded())
        return;
    perform(core::Edit::Kind::Reject, path);
    goToDoubt(path, 1);
}

void ReviewPane::approve(bool withDoubts)
{
    if (!mayEdit() || !m_session || !m_session->isLoaded())
        return;
    if (FieldRow *row = m_fields->row(m_chosen); row && row->isEditing()) {
        row->finishEditing();
        if (row->isEditing())
            return; // what is typed there can't be
    }
    if (core::doubts(m_session->extraction()) > 0 && !withDoubts && !m_session->isBusy()) {
        tellDoubtsLeft();
        goToDoubt(QString(), 1);
        return;
    }
    core::Edit edit;
    edit.kind = core::Edit::Kind::Approve;
    edit.withDoubts = withDoubts;
    m_approving = true;
    m_session->perform(edit);
}

void ReviewPane::tellDoubtsLeft()
{
    const int left = core::doubts(m_session->extraction());
    m_messages->tell(MessageBar::Kind::Warning,
                     tr("%n doubt(s) left. Look at them first, or take them on as they are.", nullptr, left),
                     {tr("Approve all the same"), [this] { approve(true); }});
}

void ReviewPane::perform(core::Edit::Kind kind, const QString &path)
{
    core::Edit edit;
    edit.kind = kind;
    edit.path = path;
    m_onTheirWay += path;
    m_session->perform(edit);
}

// Nothing typed is lost: it is offered to the disk again.
void ReviewPane::tellUnsaved()
{
    const std::vector<core::Edit> &unsaved = m_session->unsaved();
    const core::Edit &first = unsaved.front();
    const bool typed = first.kind == core::Edit::Kind::Set || first.kind == core::Edit::Kind::SetCell;
    const QString text = typed && unsaved.size() == 1
        ? tr("“%1” could not be saved for %2, so the value is as it was. Make room on the disk, then save it again.")
              .arg(first.after, titleOf(first.path, m_shown))
        : tr("%n edit(s) could not be saved and are not made yet. Make room on the disk, then save again.", nullptr,
             static_cast<int>(unsaved.size()));
    m_messages->tell(MessageBar::Kind::Error, text, {tr("Save again"), [this] {
                                                         m_messages->dismiss();
                                                         if (m_session)
                                                             m_session->saveAgain();
                                                     }});
}

} // namespace ui
