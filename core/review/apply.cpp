// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/approval.h"
#include "core/review/checks.h"
#include "core/review/fieldedits.h"
#include "core/review/rowedits.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// The field named; one that the schema has and the extraction has not yet is added.
ExtractedField *fieldToEdit(Extraction &extraction, const QString &path, const Schema &schema)
{
    if (ExtractedField *field = extraction.field(path))
        return field;
    const SchemaField *known = schema.field(path);
    if (!known)
        return nullptr;
    ExtractedField made;
    made.path = path;
    made.label = known->title;
    made.type = known->type;
    extraction.fields.push_back(std::move(made));
    return &extraction.fields.back();
}

// An acceptance holds for the value that was accepted, not for another that stands there now.
bool standsOn(const Edit &edit, const std::optional<QString> &value)
{
    return edit.after.isEmpty() || value == edit.after;
}

void applyToField(ExtractedField &field, const Edit &edit, const QString &language)
{
    using enum Edit::Kind;
    if (edit.kind == Reject)
        rejectField(field);
    else if (edit.kind == Set || edit.kind == SetCell)
        setField(field, edit, language);
    else if (standsOn(edit, field.value))
        acceptField(field);
}

void applyToCell(const RowPlace &place, const Edit &edit, const QString &language)
{
    using enum Edit::Kind;
    ExtractedCell &cell = *place.cell();
    if (edit.kind == Reject)
        rejectCell(cell);
    else if (edit.kind == Accept && standsOn(edit, cell.value))
        acceptCell(cell);
    else if (edit.kind == Set || edit.kind == SetCell)
        setCell(cell, edit, place.type(), language);
}

void applyToValue(Extraction &extraction, const Edit &edit, const Schema &schema)
{
    if (ExtractedField *field = extraction.field(edit.path))
        applyToField(*field, edit, extraction.language);
    else if (const RowPlace place = findRow(extraction, edit.path); place.cell())
        applyToCell(place, edit, extraction.language);
    else if (ExtractedField *added = fieldToEdit(extraction, edit.path, schema))
        applyToField(*added, edit, extraction.language);
}

Result<> valuePermitted(Extraction extraction, const Edit &edit, const Schema &schema)
{
    const ExtractedField *field = extraction.field(edit.path);
    const RowPlace place = field ? RowPlace() : findRow(extraction, edit.path);
    const bool isCell = place.cell() != nullptr;
    if (!field && !isCell)
        field = fieldToEdit(extraction, edit.path, schema);
    if (!field && !isCell)
        return fail(ErrorCode::InvalidInput, "no such value: "_L1 + edit.path);
    const bool sets = edit.kind == Edit::Kind::Set || edit.kind == Edit::Kind::SetCell;
    const ValueType type = field ? field->type : place.type();
    if (sets && !edit.after.trimmed().isEmpty() && !typedValue(edit.after, type, extraction.language).fits)
        return fail(ErrorCode::InvalidInput, u"not a value of its type"_s);
    return {};
}

} // namespace

Result<> permitted(const Extraction &extraction, const Edit &edit, const Schema &schema)
{
    using enum Edit::Kind;
    switch (edit.kind) {
    case Approve:
        return approvalPermitted(extraction, edit);
    case Reopen:
    case Restore:
        return {};
    case InsertRow:
    case DeleteRow: {
        Extraction copy = extraction;
        const RowPlace place = findRow(copy, edit.path);
        const auto rows = place.table ? static_cast<qsizetype>(place.table->rows.size()) : -1;
        const bool there = edit.kind == InsertRow ? place.row <= rows : place.row < rows;
        return there ? Result<>() : fail(ErrorCode::InvalidInput, "no such row: "_L1 + edit.path);
    }
    case Set:
    case SetCell:
    case Accept:
    case Reject:
        return valuePermitted(extraction, edit, schema);
    }
    return fail(ErrorCode::Internal);
}

Edit completed(const Extraction &extraction, Edit edit)
{
    using enum Edit::Kind;
    Extraction copy = extraction;
    const ExtractedField *field = copy.field(edit.path);
    const RowPlace place = field ? RowPlace() : findRow(copy, edit.path);
    const ExtractedCell *cell = place.cell();
    const QString now = field ? field->value.value_or(QString()) : cell ? cell->value.value_or(QString()) : QString();
    if (edit.kind == Approve)
        edit.after = digestOf(extraction);
    else if (edit.kind == Accept)
        edit.after = now;
    else if (edit.kind == DeleteRow && place.isRow())
        edit.before = digestOf(place.table->rows[static_cast<std::size_t>(place.row)]);
    else if (edit.kind == Set || edit.kind == SetCell || edit.kind == Reject)
        edit.before = now;
    if ((edit.kind == Set || edit.kind == SetCell) && !edit.after.trimmed().isEmpty())
        edit.value = typedValue(edit.after, field ? field->type : place.type(), extraction.language).value;
    return edit;
}

Extraction apply(Extraction extraction, const Edit &edit, const Schema &schema)
{
    using enum Edit::Kind;
    switch (edit.kind) {
    case Approve:
        approve(extraction, edit);
        break;
    case Reopen:
        reopen(extraction);
        break;
    case InsertRow:
        insertRow(findRow(extraction, edit.path), edit);
        break;
    case DeleteRow:
        deleteRow(findRow(extraction, edit.path), edit);
        break;
    case Restore:
        restore(extraction, edit);
        break;
    case Set:
    case SetCell:
    case Accept:
    case Reject:
        applyToValue(extraction, edit, schema);
        break;
    }
    updateChecks(extraction, schema);
    return extraction;
}

} // namespace core
