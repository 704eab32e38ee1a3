// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/approval.h"

#include "core/extraction/doubts.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// Calls what with every field and cell; they share `value` and `status`.
template<typename Given, typename What>
void forEachValue(Given &extraction, What what)
{
    for (auto &field : extraction.fields)
        what(field);
    for (auto &table : extraction.tables) {
        for (auto &row : table.rows) {
            for (auto &[name, cell] : row.cells)
                what(cell);
        }
    }
}

bool holdsNothing(const Extraction &extraction)
{
    bool nothing = true;
    forEachValue(extraction, [&nothing](const auto &value) { nothing = nothing && !value.value; });
    return nothing;
}

bool isEmpty(const Extraction &extraction)
{
    bool empty = true;
    forEachValue(extraction, [&empty](const auto &) { empty = false; });
    return empty;
}

bool wasCorrected(const ExtractedField &field)
{
    return std::any_of(field.because.begin(), field.because.end(), [](const Reason &reason) {
        return reason.part == "person"_L1 && reason.kind == "corrected"_L1;
    });
}

bool wasCorrected(const ExtractedCell &)
{
    return false; // cells carry no reasons
}

void addTo(QCryptographicHash &hash, const QString &name, const QString &value)
{
    hash.addData(name.toUtf8() + '\x1f' + value.toUtf8() + '\n');
}

void addTo(QCryptographicHash &hash, const ExtractedRow &row)
{
    for (const auto &[name, cell] : row.cells)
        addTo(hash, name, cell.value.value_or(QString()));
}

QString textOf(const QCryptographicHash &hash)
{
    return QString::fromLatin1(hash.result().toHex().left(32));
}

} // namespace

int doubts(const Extraction &extraction)
{
    return countDoubts(extraction);
}

bool isApproved(const Extraction &extraction)
{
    bool approved = false;
    bool open = false;
    forEachValue(extraction, [&](const auto &value) {
        approved = approved || value.status == FieldStatus::Approved;
        open = open || (value.status != FieldStatus::Approved && value.status != FieldStatus::Missing);
    });
    return approved && !open;
}

Result<> approvalPermitted(const Extraction &extraction, const Edit &approve)
{
    if (isEmpty(extraction))
        return fail(ErrorCode::InvalidInput, u"there is nothing to approve"_s);
    const int left = doubts(extraction);
    if (left > 0 && !approve.withDoubts)
        return fail(ErrorCode::InvalidInput, u"%1 doubts are left"_s.arg(left));
    if (!approve.after.isEmpty() && approve.after != digestOf(extraction))
        return fail(ErrorCode::InvalidInput, u"other values were approved"_s);
    return {};
}

void approve(Extraction &extraction, const Edit &approve)
{
    if (!approvalPermitted(extraction, approve))
        return;
    const bool emptiness = holdsNothing(extraction);
    forEachValue(extraction, [emptiness](auto &value) {
        if (value.status != FieldStatus::Missing || emptiness)
            value.status = FieldStatus::Approved;
    });
}

void reopen(Extraction &extraction)
{
    forEachValue(extraction, [](auto &value) {
        if (value.status != FieldStatus::Approved)
            return;
        if (!value.value)
            value.status = FieldStatus::Missing;
        else
            value.status = wasCorrected(value) ? FieldStatus::Corrected : FieldStatus::Accepted;
    });
}

QString digestOf(const Extraction &extraction)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const ExtractedField &field : extraction.fields)
        addTo(hash, field.path, field.value.value_or(QString()) + u'\x1f' + field.currency);
    for (const ExtractedTable &table : extraction.tables) {
        for (const ExtractedRow &row : table.rows) {
            addTo(hash, table.path, u"row"_s);
            addTo(hash, row);
        }
    }
    return textOf(hash);
}

QString digestOf(const ExtractedRow &row)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addTo(hash, row);
    return textOf(hash);
}

} // namespace core
