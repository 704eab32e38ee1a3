// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace app {

// One word after `lectern-cli`, such as "extract".
struct Command {
    QString name;
    QString usage; // what follows the name: "FILE... [--json]"
    QString summary; // one line for the list of commands
    // Gets the arguments after its name, gives the exit code. Called from main with the QCoreApplication alive and its
    // event loop not running: what needs the loop goes through runUntilDone().
    std::function<int(const QStringList &arguments)> run;
};

// Every command, in the order in which help lists them.
[[nodiscard]] std::vector<Command> allCommands();

// Runs the event loop: calls start from it, returns the code that start's work hands to done (at any time, once).
[[nodiscard]] int runUntilDone(const std::function<void(std::function<void(int)> done)> &start);

} // namespace app
