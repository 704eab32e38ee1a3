// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerprocess.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>
#include <csignal>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

bool exists(pid_t pid)
{
    return ::kill(pid, 0) == 0;
}

// Watches a process, so that it does not disappear before this does: like one that the kernel can't end because a disk
// does not answer. 0: it may not.
pid_t startHolding(pid_t process)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        return 0;
    const pid_t holder = ::fork();
    if (holder == 0) {
        const char held = ::ptrace(PTRACE_SEIZE, process, nullptr, nullptr) == 0 ? 1 : 0;
        (void)!::write(ends[1], &held, 1);
        while (held != 0)
            ::pause();
        ::_exit(0);
    }
    char held = 0;
    (void)!::read(ends[0], &held, 1);
    ::close(ends[0]);
    ::close(ends[1]);
    if (held == 0 && holder > 0)
        ::waitpid(holder, nullptr, 0);
    return held != 0 ? holder : 0;
}

} // namespace

class TestWorkerProcess : public QObject
{
    Q_OBJECT

private slots:
    void oneThatIsEndedIsGoneAtOnce()
    {
        auto worker = core::WorkerProcess::start({u"/bin/sleep"_s, {u"600"_s}});
        QVERIFY(worker);
        const auto pid = static_cast<pid_t>((*worker)->pid());
        QVERIFY(exists(pid));
        worker->reset();
        QVERIFY(!exists(pid)); // not even as a zombie
    }

    void oneThatCannotEndIsNotWaitedFor()
    {
        auto worker = core::WorkerProcess::start({u"/bin/sleep"_s, {u"600"_s}});
        QVERIFY(worker);
        const auto pid = static_cast<pid_t>((*worker)->pid());
        const pid_t holder = startHolding(pid);
        if (holder == 0)
            QSKIP("Processes can't be held here");
        QElapsedTimer clock;
        clock.start();
        worker->reset();
        const qint64 took = clock.elapsed();
        const bool wasThere = exists(pid);
        ::kill(holder, SIGKILL);
        ::waitpid(holder, nullptr, 0);
        QVERIFY(wasThere);
        QVERIFY2(took < 2000, qPrintable(QString::number(took)));
        QTRY_VERIFY(!exists(pid)); // in the end it leaves nothing either
    }
};

QTEST_GUILESS_MAIN(TestWorkerProcess)
#include "tst_workerprocess.moc"
