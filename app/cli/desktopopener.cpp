// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/desktopopener.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace app {
namespace {

// What it prints is the desktop's noise.
int spawn(const QString &address, pid_t &pid)
{
    QByteArray program("xdg-open");
    QByteArray argument = address.toLocal8Bit();
    std::array<char *, 3> arguments{program.data(), argument.data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    const int code = ::posix_spawnp(&pid, program.constData(), &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

} // namespace

DesktopOpener::~DesktopOpener()
{
    if (m_process >= 0)
        ::close(m_process);
}

void DesktopOpener::open(const QString &address)
{
    if (spawn(address, m_pid) != 0) {
        emit failed();
        return;
    }
    m_process = static_cast<int>(::syscall(SYS_pidfd_open, m_pid, 0));
    if (m_process < 0)
        return; // whether it works is seen by whoever sits there
    m_ended = std::make_unique<QSocketNotifier>(m_process, QSocketNotifier::Read);
    connect(m_ended.get(), &QSocketNotifier::activated, this, &DesktopOpener::reap);
}

void DesktopOpener::reap()
{
    m_ended->setEnabled(false);
    int status = 0;
    const bool isReaped = ::waitpid(m_pid, &status, WNOHANG) == m_pid;
    if (isReaped && !(WIFEXITED(status) && WEXITSTATUS(status) == 0))
        emit failed();
    else
        emit opened();
}

} // namespace app
