// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pageworker/server.h"
#include "core/adapters/ocr/ocrengine.h"
#include "core/adapters/pageworker/exitcodes.h"
#include "core/adapters/pageworker/sandbox.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <new>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int programSocket = 3;

// Poppler calls abort() where malloc() gave nothing. The exit code is all that the program learns of it.
void exitForMemory()
{
    ::_exit(core::exitOutOfMemory);
}

void onAbort(int)
{
    if (errno == ENOMEM)
        ::_exit(core::exitOutOfMemory);
    std::signal(SIGABRT, SIG_DFL);
    std::raise(SIGABRT);
}

bool isSocket(int fd)
{
    int type = 0;
    socklen_t size = sizeof type;
    return ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
}

} // namespace

int main(int argc, char *argv[])
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (argc == 2 && std::strcmp(argv[1], "--list-ocr-languages") == 0) {
        std::puts(core::OcrEngine::installedLanguages().join(u'\n').toUtf8().constData());
        return 0;
    }
    if (!isSocket(programSocket)) {
        std::fputs("lectern-page-worker is started by Lectern and is of no use by itself.\n", stderr);
        return core::exitMisused;
    }
    ::close_range(programSocket + 1, ~0U, 0);
    std::set_new_handler(&exitForMemory);
    std::signal(SIGABRT, &onAbort);

    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption memory(u"memory"_s, {}, u"bytes"_s, u"1610612736"_s);
    const QCommandLineOption languages(u"ocr-languages"_s, {}, u"codes"_s);
    const QCommandLineOption yields(u"yield"_s);
    parser.addOptions({memory, languages, yields});
    parser.process(application);
    if (parser.isSet(yields))
        ::setpriority(PRIO_PROCESS, 0, 15); // a page that somebody looks at is drawn first

    if (const auto entered = core::enterSandbox(parser.value(memory).toLongLong()); !entered) {
        std::fprintf(stderr, "%s\n", qPrintable(entered.error().detail));
        return core::exitMisused;
    }
    app::Server server(programSocket, parser.value(languages).split(u'+', Qt::SkipEmptyParts));
    const int code = server.run();
    ::_exit(code); // nothing is left to be tidied up, and a hostile document may have left a trap for destructors
}
