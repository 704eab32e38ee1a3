// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/sandbox.h"

#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <memory>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

class PageSandboxTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int noSandbox = 99;

    // What the deed says in a process of its own that has entered the sandbox.
    static int inSandbox(const std::function<int()> &deed)
    {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(core::enterSandbox(qint64{256} << 20) ? deed() : noSandbox);
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

    static int errorOf(long outcome) { return outcome < 0 ? errno : 0; }

    QTemporaryDir m_folder;

private slots:
    void thereIsNoNetwork()
    {
        QCOMPARE(inSandbox([] { return errorOf(::socket(AF_INET, SOCK_STREAM, 0)); }), EPERM);
        QCOMPARE(inSandbox([] { return errorOf(::socket(AF_INET6, SOCK_DGRAM, 0)); }), EPERM);
        QCOMPARE(inSandbox([] { return errorOf(::socket(AF_UNIX, SOCK_STREAM, 0)); }), EPERM);
    }

    void noFileIsWrittenOrChanged()
    {
        QFile file(m_folder.filePath(u"precious"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("original") == 8);
        file.close();
        const QByteArray path = QFile::encodeName(file.fileName());
        const QByteArray other = path + ".new";
        QCOMPARE(inSandbox([&] { return errorOf(::open(other.constData(), O_CREAT | O_WRONLY, 0600)); }), EPERM);
        QCOMPARE(inSandbox([&] { return errorOf(::open(path.constData(), O_RDWR)); }), EPERM);
        QCOMPARE(inSandbox([&] { return errorOf(::open(path.constData(), O_RDONLY | O_TRUNC)); }), EPERM);
        QCOMPARE(inSandbox([&] { return errorOf(::unlink(path.constData())); }), EPERM);
        QCOMPARE(inSandbox([&] { return errorOf(::rename(path.constData(), other.constData())); }), EPERM);
        QCOMPARE(inSandbox([&] { return errorOf(::truncate(path.constData(), 0)); }), EPERM);
        QCOMPARE(inSandbox([&] { return errorOf(::chmod(path.constData(), 0777)); }), EPERM);
        QCOMPARE(inSandbox([&] { return errorOf(::mkdir(other.constData(), 0700)); }), EPERM);
        QVERIFY(!QFile::exists(QFile::decodeName(other)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("original"));
    }

    void aDescriptorThatWasOpenForWritingBeforeTakesNothing()
    {
        const QByteArray path = QFile::encodeName(m_folder.filePath(u"open"_s));
        const int fd = ::open(path.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
        QVERIFY(fd >= 0);
        QCOMPARE(inSandbox([fd] { return errorOf(::write(fd, "x", 1)); }), EFBIG);
        ::close(fd);
    }

    void noProgramIsStartedAndNoProcessLookedInto()
    {
        QCOMPARE(inSandbox([] { return errorOf(::execl("/bin/true", "true", nullptr)); }), EPERM);
        QCOMPARE(inSandbox([] { return errorOf(::fork()); }), EPERM);
        QCOMPARE(inSandbox([] { return errorOf(::ptrace(PTRACE_ATTACH, ::getppid(), 0, 0)); }), EPERM);
        QCOMPARE(inSandbox([] { return errorOf(::kill(::getppid(), 0)); }), EPERM);
        QCOMPARE(inSandbox([] { return errorOf(::syscall(SYS_pidfd_open, ::getppid(), 0)); }), EPERM);
    }

    void theLimitsCannotBeRaisedAgain()
    {
        QCOMPARE(inSandbox([] {
                     const rlimit much{RLIM_INFINITY, RLIM_INFINITY};
                     return errorOf(::setrlimit(RLIMIT_AS, &much));
                 }),
                 EPERM);
    }

    void memoryIsLimited()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the address sanitizer needs more address space than any limit would leave");
#endif
        QCOMPARE(inSandbox([] {
                     void *at =
                         ::mmap(nullptr, size_t{300} << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                     return at == MAP_FAILED ? errno : 0;
                 }),
                 ENOMEM);
    }

    void filesAreReadAndThreadsRun()
    {
        QCOMPARE(inSandbox([] { return errorOf(::open("/etc/passwd", O_RDONLY)); }), 0);
        QCOMPARE(inSandbox([] {
                     int sum = 0;
                     std::thread([&sum] { sum = 5; }).join();
                     return sum;
                 }),
                 5);
    }
};

QTEST_GUILESS_MAIN(PageSandboxTest)
#include "tst_pagesandbox.moc"
