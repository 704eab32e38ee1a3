// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "app/common/hardening.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString helpText(const std::vector<app::Command> &commands)
{
    QString text = tr("Lectern gets facts out of documents and proves each one against its page.") + "\n\n"_L1
        + tr("Usage: lectern-cli COMMAND [ARGUMENTS]") + "\n\n"_L1;
    for (const app::Command &command : commands)
        text += u"  %1 %2\n"_s.arg(command.name.leftJustified(10), command.summary);
    return text + u'\n' + tr("`lectern-cli COMMAND --help` says more.");
}

int run(const QStringList &arguments)
{
    const auto commands = app::allCommands();
    const QString name = arguments.value(1);
    if (name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1)
        return app::printLine(helpText(commands)) ? app::Done : app::failOutput();
    if (name == "--version"_L1 || name == "-v"_L1)
        return app::printLine(u"lectern-cli " LECTERN_VERSION ""_s) ? app::Done : app::failOutput();
    if (name.isEmpty()) {
        app::warn(helpText(commands));
        return app::WrongUsage;
    }
    const auto command = std::find_if(commands.begin(), commands.end(),
                                      [&](const app::Command &candidate) { return candidate.name == name; });
    if (command == commands.end()) {
        app::warn(tr("There is no command '%1'. `lectern-cli --help` lists them.").arg(name));
        return app::WrongUsage;
    }
    return command->run(arguments.sliced(2));
}

} // namespace

int main(int argc, char **argv)
{
#ifdef NDEBUG
    app::leaveNoCoreFile();
    app::hideMemory();
#endif
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is a failed write, reported like any other
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"lectern"_s);
    QCoreApplication::setApplicationVersion(u"" LECTERN_VERSION ""_s);
    return run(QCoreApplication::arguments());
}
