// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/hardening.h"
#include "app/common/translation.h"
#include "app/window/application.h"
#include "app/window/commandline.h"
#include "app/window/logfile.h"
#include "app/window/singleinstance.h"
#include "app/window/termination.h"
#include "core/base/paths.h"
#include "ui/settings/settingkeys.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

void print(FILE *stream, const QString &text)
{
    std::fputs(qPrintable(text + u'\n'), stream);
}

void describe()
{
    QCoreApplication::setApplicationName(u"lectern"_s);
    QCoreApplication::setApplicationVersion(u"" LECTERN_VERSION ""_s);
    QGuiApplication::setDesktopFileName(u"lectern"_s);
}

// What needs no window; -1 when one is needed.
int answerWithoutWindow(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    describe();
    const auto translators = app::translate(application, core::FileSettingsStore().get(ui::settings::language));
    const auto arguments = app::parseWindowArguments(QCoreApplication::arguments().sliced(1));
    if (arguments.help)
        print(stdout, app::windowHelp());
    else if (arguments.version)
        print(stdout, u"lectern " LECTERN_VERSION ""_s);
    return arguments.help || arguments.version ? 0 : -1;
}

// Most likely a file: parsing says so only when there is an application.
bool namesFile(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) { return *argument != '-'; });
}

int openWindow(int argc, char **argv)
{
    auto worker = namesFile(argc, argv) ? app::Application::startPageWorker() : nullptr;
    QApplication application(argc, argv);
    describe();
    const auto translators = app::translate(application, core::FileSettingsStore().get(ui::settings::language));
    const auto arguments = app::parseWindowArguments(QCoreApplication::arguments().sliced(1));
    if (!arguments.wrong.isEmpty()) {
        print(stderr,
              QCoreApplication::translate("Window", "There is no option %1. `lectern --help` says what there is.")
                  .arg(arguments.wrong));
        return 2;
    }
    app::SingleInstance instance(core::paths::runtime());
    switch (instance.start(arguments.wanted())) {
    case app::SingleInstance::Role::Later:
        return 0;
    case app::SingleInstance::Role::Unheard:
        print(stderr, QCoreApplication::translate("Window", "Lectern is running already and does not answer."));
        return 1;
    case app::SingleInstance::Role::First:
        break;
    }
    app::startLog(core::paths::state());
    app::Application lectern(application, arguments.files.value(0), std::move(worker));
    QObject::connect(&instance, &app::SingleInstance::filesReceived, &lectern, &app::Application::open);
    const app::Termination termination;
    QObject::connect(&termination, &app::Termination::asked, &application, &QCoreApplication::quit);
    lectern.start(arguments.wanted());
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
#ifdef NDEBUG
    app::leaveNoCoreFile();
#endif
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView argument(argv[i]);
        if (argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v")
            return answerWithoutWindow(argc, argv);
    }
    return openWindow(argc, argv);
}
