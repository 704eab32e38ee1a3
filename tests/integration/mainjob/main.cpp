// SPDX-License-Identifier: GPL-3.0-or-later
// lectern-mainjob --state DIR: does the main job in the real window, with nobody there: signs in at the sandbox's
// provider, reads five documents with two engines, corrects, approves, exports, starts again and finds everything.
// Leaves JSON and pictures below DIR. Wants a display, a session bus and an unlocked keyring (packaging/with-desktop.sh
// gives them).
#include "app/common/translation.h"
#include "app/window/logfile.h"
#include "core/base/paths.h"
#include "tests/integration/mainjob/runs.h"
#include "tests/integration/mainjob/sandbox.h"
#include "tests/integration/mainjob/secretscan.h"
#include "tests/support/sampledocuments.h"
#include "ui/settings/settingkeys.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>
#include <QTimer>
#include <QWindow>

using namespace Qt::Literals::StringLiterals;
using namespace mainjob;

namespace {

void say(const QString &text)
{
    QTextStream(stdout) << text << Qt::endl;
}

void writeJson(const QString &file, const QJsonObject &value)
{
    QFile out(file);
    Robot::check(out.open(QIODevice::WriteOnly) && out.write(QJsonDocument(value).toJson()) > 0,
                 u"%1 can be written"_s.arg(file));
}

// One start of the program, in this process.
int drive(QApplication &application, const QString &run, const Folders &folders)
{
    const auto translators = app::translate(application, u"en"_s);
    app::startLog(core::paths::state());
    // The first in light, the second in dark: both are looked at.
    core::FileSettingsStore().set(ui::settings::appearance, run == "first"_L1 ? 1 : 2);
    int code = 0;
    app::Application lectern(application);
    lectern.start({});
    lectern.window().resize(1440, 860);
    Robot robot(lectern.window(), folders.state.filePath(u"pictures/"_s + run));
    try {
        Robot::until(u"the window"_s, [&lectern] { return lectern.window().windowHandle()->isExposed(); });
        const auto job = run == "first"_L1 ? firstRun : secondRun;
        writeJson(folders.result(run), job(lectern, robot, folders));
    } catch (const Failure &failure) {
        say(u"FAILED: %1"_s.arg(QString::fromStdString(failure.what())));
        robot.photograph(u"failure"_s);
        code = 1;
    }
    lectern.window().close();
    return code;
}

// The other start: a process of its own, with folders of its own. Everything on any command line meanwhile is
// collected.
void startRun(const QString &run, const Folders &folders, QByteArrayList &arguments)
{
    say(run == "first"_L1 ? u"First start: sign in, read, correct, approve, export"_s
                          : u"Second start: find everything again"_s);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString home = folders.state.filePath(u"home"_s);
    for (const auto &[name, folder] : {std::pair("XDG_CONFIG_HOME", "config"),
                                       {"XDG_DATA_HOME", "data"},
                                       {"XDG_CACHE_HOME", "cache"},
                                       {"XDG_STATE_HOME", "state"},
                                       {"TMPDIR", "tmp"}}) {
        const QString path = home + u'/' + QLatin1StringView(folder);
        QDir().mkpath(path);
        environment.insert(QLatin1StringView(name), path);
    }
    environment.insert(u"LECTERN_BROWSER"_s, QStringLiteral(LECTERN_BROWSER_PATH));
    environment.insert(u"LECTERN_PAGE_WORKER"_s, QStringLiteral(LECTERN_WORKER_PATH));
    environment.insert(u"XDG_CONFIG_DIRS"_s, folders.state.filePath(u"config"_s));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &process, [&arguments] { arguments += argumentLists(); });
    watch.start(200);
    process.start(QCoreApplication::applicationFilePath(), {u"--state"_s, folders.state.path(), u"--run"_s, run});
    Robot::until(
        u"the %1 run to end"_s.arg(run), [&process] { return process.state() == QProcess::NotRunning; }, 400);
    Robot::check(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                 u"the %1 run ends well"_s.arg(run));
}

void lookForSecrets(const QByteArrayList &secrets, const QByteArrayList &arguments, const Folders &folders)
{
    Robot::check(secrets.size() >= 5, u"the provider issued tokens and saw a verifier (%1)"_s.arg(secrets.size()));
    // The keyring is where a refresh token belongs; what the provider itself keeps is its own.
    const QStringList found =
        filesWith(secrets, {folders.state.path()},
                  {folders.state.filePath(u"home/data/keyrings"_s), folders.state.filePath(u"sandbox/store.json"_s)});
    Robot::check(found.isEmpty(), u"no secret in any file\n"_s + found.join(u'\n'));
    for (const QByteArray &list : arguments) {
        for (const QByteArray &secret : secrets)
            Robot::check(!list.contains(secret), u"no secret on a command line"_s);
    }
    say(u"%1 tokens, codes and verifiers: in no file, on no command line"_s.arg(secrets.size()));
}

int orchestrate(const Folders &folders)
{
    try {
        for (const QString &old : {u"home"_s, u"pictures"_s, u"export"_s, u"documents"_s})
            QDir(folders.state.filePath(old)).removeRecursively();
        QDir().mkpath(folders.samples());
        for (const auto &document : samples::all()) {
            const auto made = samples::make(document.name, folders.samples());
            Robot::check(made.has_value(), u"%1 can be made"_s.arg(document.name));
        }
        Sandbox sandbox(folders.state.filePath(u"config/lectern"_s), folders.state.filePath(u"sandbox"_s));
        QByteArrayList arguments;
        startRun(u"first"_s, folders, arguments);
        startRun(u"second"_s, folders, arguments);
        lookForSecrets(sandbox.issued(), arguments, folders);
    } catch (const Failure &failure) {
        say(u"FAILED: %1"_s.arg(QString::fromStdString(failure.what())));
        return 1;
    }
    say(u"The main job is done: %1"_s.arg(folders.state.path()));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"lectern"_s);
    QCommandLineParser parser;
    parser.addOption({u"state"_s, u"Folder for everything."_s, u"DIR"_s});
    parser.addOption({u"run"_s, u"first or second: one start of the program."_s, u"RUN"_s});
    parser.process(application);
    const Folders folders{QDir(QDir(parser.value(u"state"_s)).absolutePath())};
    if (!parser.isSet(u"state"_s))
        parser.showHelp(2);
    if (parser.isSet(u"run"_s))
        return drive(application, parser.value(u"run"_s), folders);
    return orchestrate(folders);
}
