// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/application.h"
#include "tests/integration/mainjob/robot.h"

#include <QDir>
#include <QJsonObject>

// The main job in two starts of the program.
namespace mainjob {

inline constexpr char correctedPath[] = "invoice_number";
inline constexpr char correctedValue[] = "CHECKED-BY-HAND-7";

// Where a run finds and leaves things, below build/demo.
struct Folders {
    QDir state;

    [[nodiscard]] QString samples() const { return state.filePath(QStringLiteral("documents")); }
    [[nodiscard]] QString exported() const { return state.filePath(QStringLiteral("export")); }
    [[nodiscard]] QString result(const QString &run) const { return state.filePath(run + QStringLiteral(".json")); }
};

// Signs in, drops five documents, reads them with both engines, corrects, approves, exports.
[[nodiscard]] QJsonObject firstRun(app::Application &lectern, Robot &robot, const Folders &folders);
// Finds all of it again without being asked to sign in.
[[nodiscard]] QJsonObject secondRun(app::Application &lectern, Robot &robot, const Folders &folders);

// Both runs' ways of doing things.
void chooseDocument(app::Application &lectern, Robot &robot, const QString &name);
void choosePicker(Robot &robot, const QString &objectName, const QString &data);
[[nodiscard]] const core::DocumentRow &rowNamed(app::Application &lectern, const QString &name);
[[nodiscard]] QJsonObject described(app::Application &lectern);

} // namespace mainjob
