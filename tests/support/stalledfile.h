// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

// Makes a file one that takes forever to open, as on a share whose server is gone: another process holds a lease on it
// (fcntl(2), F_SETLEASE) and does not give it back.
class StalledFile
{
public:
    explicit StalledFile(const QString &file)
    {
        std::array<int, 2> told{};
        if (::pipe(told.data()) != 0)
            return;
        m_holder = ::fork();
        if (m_holder == 0) {
            std::signal(SIGIO, SIG_IGN); // somebody wants it
            const int fd = ::open(QFile::encodeName(file).constData(), O_RDWR);
            const char held = fd >= 0 && ::fcntl(fd, F_SETLEASE, F_WRLCK) == 0 ? 1 : 0;
            if (::write(told[1], &held, 1) == 1)
                ::pause();
            ::_exit(0);
        }
        char held = 0;
        m_stalls = ::read(told[0], &held, 1) == 1 && held == 1;
        ::close(told[0]);
        ::close(told[1]);
    }
    StalledFile(const StalledFile &) = delete;
    StalledFile &operator=(const StalledFile &) = delete;
    ~StalledFile() { answer(); }

    [[nodiscard]] bool stalls() const { return m_stalls; } // false: not on this file system
    void answer()
    {
        if (m_holder <= 0)
            return;
        ::kill(m_holder, SIGKILL);
        ::waitpid(m_holder, nullptr, 0);
        m_holder = 0;
    }

private:
    pid_t m_holder = 0;
    bool m_stalls = false;
};
