// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerprocess.h"

#include "core/adapters/pageworker/controlpage.h"
#include "core/adapters/pageworker/protocol.h"
#include "core/base/logging.h"

#include <QFile>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr quint32 longestAnswer = 256U << 20;
constexpr int workerSocket = 3;
constexpr std::chrono::milliseconds patience{200}; // with one that was killed

tl::unexpected<Error> cannotStart(const char *what, int code)
{
    return fail(ErrorCode::WorkerLost,
                u"%1: %2"_s.arg(QString::fromLatin1(what), QString::fromLocal8Bit(std::strerror(code))));
}

// posix_spawn, not fork: the window's process is large. Nothing but the socket is inherited.
int spawn(const WorkerCommand &command, int socket, pid_t &pid)
{
    std::vector<QByteArray> words{QFile::encodeName(command.program)};
    for (const QString &argument : command.arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, workerSocket);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (!lcPages().isDebugEnabled())
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, workerSocket + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    QByteArray oneThread("OMP_THREAD_LIMIT=1"); // Tesseract's threads would only get into each other's way
    std::vector<char *> environment;
    for (char **variable = environ; *variable; ++variable)
        environment.push_back(*variable);
    environment.insert(environment.end(), {oneThread.data(), nullptr});
    const int code = ::posix_spawn(&pid, argv[0], &actions, &attributes, argv.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

// Ours to the last: whenever it ends, nothing of it stays. Who quits meanwhile leaves it to the system.
void reapLater(pid_t pid)
{
    try {
        std::thread([pid] {
            while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) { }
        }).detach();
    } catch (const std::system_error &) {
        qCWarning(lcPages) << "a worker that can't end stays behind:" << pid;
    }
}

} // namespace

Result<std::unique_ptr<WorkerProcess>> WorkerProcess::start(const WorkerCommand &command)
{
    SharedMemory control = SharedMemory::create(controlPageSize);
    std::array<int, 2> ends{};
    if (!control.isValid() || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return cannotStart("socketpair", errno);
    Descriptor ours(ends[0]);
    // dup2() onto its own number would leave it closing itself: keep away from it.
    const Descriptor theirs(::fcntl(ends[1], F_DUPFD_CLOEXEC, workerSocket + 1));
    ::close(ends[1]);
    if (::fcntl(ours.get(), F_SETFL, O_NONBLOCK) != 0)
        return cannotStart("fcntl", errno);
    pid_t pid = 0;
    if (const int code = spawn(command, theirs.get(), pid); code != 0)
        return cannotStart("posix_spawn", code);
    Descriptor process(
        static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))); // the C library of 2022 declares its own wrongly
    std::unique_ptr<WorkerProcess> worker(
        new WorkerProcess(pid, std::move(process), std::move(ours), std::move(control)));
    if (!worker->m_process.isValid())
        return cannotStart("pidfd_open", errno);
    if (!worker->send({MessageType::Setup, 0, pack(SetupCall{})}, worker->m_control.descriptor()))
        return cannotStart("send", errno);
    worker->m_control.closeDescriptor();
    return worker;
}

WorkerProcess::WorkerProcess(int pid, Descriptor process, Descriptor socket, SharedMemory control)
    : m_pid(pid)
    , m_process(std::move(process))
    , m_socket(std::move(socket))
    , m_control(std::move(control))
    , m_reader(longestAnswer)
{
}

void WorkerProcess::listen()
{
    m_readable = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read);
    m_endedNotifier = std::make_unique<QSocketNotifier>(m_process.get(), QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &WorkerProcess::read);
    connect(m_endedNotifier.get(), &QSocketNotifier::activated, this, &WorkerProcess::reap);
}

// One that was killed disappears in a moment, unless it is in the middle of a disk that does not answer.
WorkerProcess::~WorkerProcess()
{
    if (m_reaped)
        return;
    kill();
    pollfd end{m_process.get(), POLLIN, 0};
    while (::poll(&end, 1, static_cast<int>(patience.count())) < 0 && errno == EINTR) { }
    if (::waitpid(m_pid, nullptr, WNOHANG) == 0)
        reapLater(m_pid);
}

bool WorkerProcess::send(const Frame &frame, int fd) const
{
    return sendAll(m_socket.get(), encodeFrame(frame), fd);
}

void WorkerProcess::giveUp(quint64 request) const
{
    cancelledRequest(m_control).store(request, std::memory_order_relaxed);
}

void WorkerProcess::kill() const
{
    if (!m_reaped)
        ::kill(m_pid, SIGKILL);
}

std::chrono::nanoseconds WorkerProcess::cpuTime() const
{
    clockid_t clock{};
    timespec time{};
    if (m_reaped || ::clock_getcpuclockid(m_pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

void WorkerProcess::attend()
{
    while (readSome() == Reading::Some) { } // of its end it will be told in time
}

void WorkerProcess::read()
{
    if (readSome() == Reading::Ended) {
        m_readable->setEnabled(false);
        kill(); // reap() follows
    }
}

WorkerProcess::Reading WorkerProcess::readSome()
{
    std::array<char, 64 * 1024> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): filled before it is read
    const ssize_t got = ::recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return Reading::NothingYet;
    if (got <= 0)
        return Reading::Ended;
    m_reader.feed(QByteArrayView(buffer.data(), got));
    while (const auto frame = m_reader.next())
        emit answered(*frame);
    return m_reader.isBroken() ? Reading::Ended : Reading::Some;
}

void WorkerProcess::reap()
{
    int status = 0;
    if (m_reaped || ::waitpid(m_pid, &status, WNOHANG) != m_pid)
        return;
    m_reaped = true;
    while (readSome() == Reading::Some) { } // its last words
    m_readable->setEnabled(false);
    m_endedNotifier->setEnabled(false);
    emit ended(WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
}

} // namespace core
