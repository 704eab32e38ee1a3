// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/fieldlist.h"

#include "core/extraction/doubts.h"
#include "ui/review/fielddetail.h"
#include "ui/review/fieldrow.h"

#include <QVBoxLayout>

#include <algorithm>

namespace ui {

FieldList::FieldList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void FieldList::setExtraction(const core::Extraction &extraction)
{
    m_extraction = extraction;
    if (!sameFields(extraction)) {
        rebuild(extraction);
        return;
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        // The chosen row's reasons speak of the checks, which any edit may change.
        if (m_rows[i]->field() != extraction.fields[i] || m_rows[i]->path() == m_chosen)
            m_rows[i]->setField(extraction, extraction.fields[i]);
    }
    emit rowsChanged();
}

void FieldList::setDoubtsFirst(bool first)
{
    m_doubtsFirst = first;
    arrange();
}

void FieldList::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (FieldRow *row : m_rows)
        row->setReadOnly(readOnly);
}

void FieldList::choose(const QString &path)
{
    if (FieldRow *wanted = row(path))
        wanted->setFocus(Qt::OtherFocusReason);
    mark(path); // without a window there is no focus to bring it
}

void FieldList::preselect(const QString &path)
{
    mark(path);
}

FieldRow *FieldList::row(const QString &path) const
{
    const auto found = std::ranges::find(m_rows, path, &FieldRow::path);
    return found == m_rows.end() ? nullptr : *found;
}

QStringList FieldList::order() const
{
    QStringList paths;
    for (const FieldRow *row : m_shown)
        paths += row->path();
    return paths;
}

bool FieldList::sameFields(const core::Extraction &extraction) const
{
    return std::ranges::equal(m_rows, extraction.fields, {}, &FieldRow::path, &core::ExtractedField::path);
}

void FieldList::rebuild(const core::Extraction &extraction)
{
    for (FieldRow *row : m_rows) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    m_chosen.clear();
    for (const core::ExtractedField &field : extraction.fields)
        m_rows.push_back(makeRow(extraction, field));
    arrange();
}

FieldRow *FieldList::makeRow(const core::Extraction &extraction, const core::ExtractedField &field)
{
    auto *row = new FieldRow(extraction, field, this);
    row->setReadOnly(m_readOnly);
    connect(row, &FieldRow::focused, this, [this, row] { mark(row->path()); });
    connect(row, &FieldRow::accepted, this, [this, row] { emit accepted(row->path()); });
    connect(row, &FieldRow::typed, this, [this, row](const QString &text) { emit typed(row->path(), text); });
    connect(row, &FieldRow::rejected, this, [this, row] { emit rejected(row->path()); });
    connect(row, &FieldRow::stepped, this, [this, row](int rows) { step(row, rows); });
    connect(row, &FieldRow::candidatePicked, this,
            [this, row](int number) { emit candidatePicked(row->path(), number); });
    connect(row, &FieldRow::candidateHovered, this,
            [this, row](int number) { emit candidateHovered(row->path(), number); });
    return row;
}

void FieldList::arrange()
{
    m_shown = m_rows;
    if (m_doubtsFirst)
        std::ranges::stable_partition(m_shown, [](const FieldRow *row) { return core::isDoubt(row->field().status); });
    QWidget *before = nullptr;
    for (FieldRow *row : m_shown) {
        m_layout->removeWidget(row);
        m_layout->addWidget(row);
        if (before)
            QWidget::setTabOrder(before, row);
        before = row;
        row->show();
    }
    emit rowsChanged();
}

void FieldList::mark(const QString &path)
{
    if (path == m_chosen)
        return;
    if (FieldRow *before = row(m_chosen))
        before->setChosen(false);
    m_chosen = path;
    if (FieldRow *now = row(path)) {
        now->detail().explain(m_extraction, now->field());
        now->setChosen(true);
    }
    emit rowsChanged();
    emit chosenChanged(path);
}

void FieldList::step(const FieldRow *from, int rows)
{
    const auto at = std::ranges::find(m_shown, from) - m_shown.begin() + rows;
    if (at >= 0 && at < static_cast<std::ptrdiff_t>(m_shown.size()))
        m_shown[static_cast<std::size_t>(at)]->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
