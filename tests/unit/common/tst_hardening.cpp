// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/hardening.h"

#include <QTest>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

class TestHardening : public QObject
{
    Q_OBJECT

    // What a child that was hardened so ends with.
    static int inChild(int (*work)())
    {
        const pid_t child = fork();
        if (child == 0)
            _exit(work());
        int status = 0;
        waitpid(child, &status, 0);
        return status;
    }

private slots:
    void aProgramThatCrashesLeavesNoCore()
    {
        const int status = inChild([] {
            app::leaveNoCoreFile();
            rlimit limit{};
            getrlimit(RLIMIT_CORE, &limit);
            if (limit.rlim_cur != 1 || limit.rlim_max != 1)
                return 1;
            std::signal(SIGABRT, SIG_DFL); // the test program has a handler of its own
            abort();
        });
        QVERIFY(WIFSIGNALED(status));
        QVERIFY(!WCOREDUMP(status));
    }

    void itsMemoryIsHidden()
    {
        QCOMPARE(inChild([] {
                     const bool before = prctl(PR_GET_DUMPABLE) == 1;
                     app::hideMemory();
                     return before && prctl(PR_GET_DUMPABLE) == 0 ? 0 : 1;
                 }),
                 0);
    }
};

QTEST_GUILESS_MAIN(TestHardening)
#include "tst_hardening.moc"
