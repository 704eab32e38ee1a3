// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/statuslook.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct StatusText {
    Q_DECLARE_TR_FUNCTIONS(ui::StatusText)
};

} // namespace

Tone toneOf(core::FieldStatus status)
{
    switch (status) {
    case core::FieldStatus::Accepted:
        return Tone::Sure;
    case core::FieldStatus::Review:
        return Tone::Doubtful;
    case core::FieldStatus::Missing:
        return Tone::Missing;
    case core::FieldStatus::NotOnPage:
        return Tone::NotOnPage;
    case core::FieldStatus::Ambiguous:
        return Tone::Ambiguous;
    case core::FieldStatus::Corrected:
        return Tone::Corrected;
    case core::FieldStatus::Approved:
        return Tone::Approved;
    }
    Q_UNREACHABLE();
}

QString statusText(core::FieldStatus status)
{
    switch (status) {
    case core::FieldStatus::Accepted:
        return StatusText::tr("sure");
    case core::FieldStatus::Review:
        return StatusText::tr("doubtful");
    case core::FieldStatus::Missing:
        return StatusText::tr("not found");
    case core::FieldStatus::NotOnPage:
        return StatusText::tr("not on the page");
    case core::FieldStatus::Ambiguous:
        return StatusText::tr("several possible");
    case core::FieldStatus::Corrected:
        return StatusText::tr("corrected");
    case core::FieldStatus::Approved:
        return StatusText::tr("approved");
    }
    Q_UNREACHABLE();
}

} // namespace ui
