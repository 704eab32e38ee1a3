// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/statetext.h"

#include "ui/text/errortext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

struct StateText {
    Q_DECLARE_TR_FUNCTIONS(ui::StateText)

public:
    static QString running(const core::ExtractProgress &progress);
    static QString words(const core::DocumentRow &row, const core::ExtractProgress &progress);
};

// A file that went away after it was read is another matter than one that never was there.
bool wasNeverThere(const core::DocumentRow &row)
{
    const core::Error error = errorOf(row);
    return error.code == core::ErrorCode::NotFound && error.detail == row.file && row.sha256.isEmpty();
}

QString StateText::running(const core::ExtractProgress &progress)
{
    switch (progress.stage) {
    case core::ExtractStage::Opening:
        return tr("Opening");
    case core::ExtractStage::Reading:
        return progress.total > 1 ? tr("Reading page %1 of %2").arg(progress.done).arg(progress.total) : tr("Reading");
    case core::ExtractStage::Asking:
        return tr("Extracting");
    case core::ExtractStage::Proving:
        return tr("Proving values");
    }
    Q_UNREACHABLE();
}

QString StateText::words(const core::DocumentRow &row, const core::ExtractProgress &progress)
{
    switch (row.state) {
    case core::DocumentState::Waiting:
        return row.errorCode.isEmpty() ? tr("Waiting") : tr("%1, tried again").arg(shortErrorText(errorOf(row)));
    case core::DocumentState::Running:
        return running(progress);
    case core::DocumentState::ToReview:
        return row.doubts == 0 ? tr("No doubts left") : tr("%n doubt(s)", nullptr, row.doubts);
    case core::DocumentState::Approved:
        return tr("Approved");
    case core::DocumentState::Failed:
        return failureTitle(row);
    case core::DocumentState::Cancelled:
        return tr("Cancelled");
    }
    Q_UNREACHABLE();
}

} // namespace

QString stateText(const core::DocumentRow &row, const core::ExtractProgress &progress)
{
    return StateText::words(row, progress);
}

QString failureTitle(const core::DocumentRow &row)
{
    return wasNeverThere(row) ? StateText::tr("No such file") : shortErrorText(errorOf(row));
}

QString failureText(const core::DocumentRow &row)
{
    if (wasNeverThere(row))
        return StateText::tr(
            "There is no file of this name, so nothing was read. Check the name, or put the file there "
            "and try again.");
    return errorText(errorOf(row));
}

core::Error errorOf(const core::DocumentRow &row)
{
    return {errorCodeOf(row.errorCode), row.errorDetail};
}

QString stateIconName(core::DocumentState state)
{
    switch (state) {
    case core::DocumentState::Waiting:
        return u"waiting"_s;
    case core::DocumentState::Running:
        return u"running"_s;
    case core::DocumentState::ToReview:
        return u"question"_s;
    case core::DocumentState::Approved:
        return u"approved"_s;
    case core::DocumentState::Failed:
        return u"failed"_s;
    case core::DocumentState::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

core::ErrorCode errorCodeOf(const QString &name)
{
    for (int code = 0; code <= static_cast<int>(core::ErrorCode::Last); ++code) {
        if (core::toString(static_cast<core::ErrorCode>(code)) == name)
            return static_cast<core::ErrorCode>(code);
    }
    return core::ErrorCode::Internal;
}

} // namespace ui
