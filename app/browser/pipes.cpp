// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/browser/pipes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app {
namespace {

constexpr int firstFree = 3;

bool isPipe(int fd)
{
    struct stat status {
    };
    return ::fstat(fd, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

} // namespace

std::optional<Pipes> takePipes()
{
    if (!isPipe(STDIN_FILENO) || !isPipe(STDOUT_FILENO))
        return {};
    const Pipes pipes{::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, firstFree),
                      ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, firstFree)};
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (pipes.orders < 0 || pipes.news < 0 || nothing < 0)
        return {};
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(nothing, STDOUT_FILENO);
    ::close(nothing);
    return pipes;
}

} // namespace app
