// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/mainjob/runs.h"
#include "tests/support/engineprocesses.h"
#include "ui/review/fieldrow.h"

using namespace Qt::Literals::StringLiterals;

namespace mainjob {

QJsonObject secondRun(app::Application &lectern, Robot &robot, const Folders &)
{
    Robot::until(u"alice to be signed in without being asked"_s,
                 [&lectern] { return lectern.accounts().state() == core::Accounts::State::SignedIn; });
    Robot::check(engine::processes().empty(), u"no browser for a silent sign-in"_s);
    Robot::until(u"the five documents"_s, [&lectern] { return lectern.queue().rows().size() == 5; });
    Robot::check(rowNamed(lectern, u"invoice.pdf"_s).state == core::DocumentState::Approved,
                 u"invoice.pdf is approved"_s);
    chooseDocument(lectern, robot, u"invoice.pdf"_s);
    auto &row = robot.find<ui::FieldRow>("field-"_L1 + QLatin1StringView(correctedPath));
    Robot::until(u"the correction"_s, [&row] { return row.field().value == QLatin1StringView(correctedValue); });
    Robot::check(row.field().status == core::FieldStatus::Approved, u"the corrected value is approved"_s);
    robot.photograph(u"second-start"_s);
    return described(lectern);
}

} // namespace mainjob
