// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/browser/browser.h"
#include "app/common/hardening.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int misused = 2;

// The page is wiped; the engine's processes are of this group and have nothing left to do.
[[noreturn]] void endGroup()
{
    if (::getpgrp() == ::getpid())
        ::kill(0, SIGKILL);
    ::_exit(0);
}

} // namespace

int main(int argc, char **argv)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    app::leaveNoCoreFile();
    const auto pipes = app::takePipes();
    if (!pipes) {
        std::fputs("lectern-browser is started by Lectern and is of no use by itself.\n", stderr);
        return misused;
    }
    ::setpgid(0, 0);
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts); // the web engine asks for it
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"lectern"_s);
    QCoreApplication::setApplicationVersion(u"" LECTERN_VERSION ""_s);
    QGuiApplication::setDesktopFileName(u"lectern"_s);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    const app::Browser browser(application, *pipes);
    QApplication::exec();
    // The engine writes down how it draws, even off the record.
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/QtWebEngine/OffTheRecord"_s)
        .removeRecursively();
    endGroup();
}
