// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/signin.h"

#include <QCoreApplication>
#include <QTimer>

namespace app {

std::vector<Command> allCommands()
{
    return {
        extractCommand(),  textCommand(),     groundCommand(), renderCommand(),  signInCommand(),  signOutCommand(),
        accountsCommand(), profilesCommand(), secretCommand(), schemasCommand(), enginesCommand(), doctorCommand(),
    };
}

int runUntilDone(const std::function<void(std::function<void(int)> done)> &start)
{
    QTimer::singleShot(0, [&start] { start([](int code) { QCoreApplication::exit(code); }); });
    return QCoreApplication::exec();
}

} // namespace app
