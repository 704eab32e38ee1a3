// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerpool.h"
#include "tests/support/hostiledocuments.h"
#include "tests/support/processes.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <map>
#include <set>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

constexpr int pagesOfBook = 300;

template<typename T>
core::Result<T> answerOf(const core::Async<T> &answer)
{
    return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 30'000) && answer.resultCount() > 0
        ? answer.result()
        : core::Result<T>(core::fail(ErrorCode::Internal, u"no answer"_s));
}

// Counts what comes of many questions.
struct Tally {
    std::vector<int> answers; // of each question
    std::map<ErrorCode, int> failures;
    int pictures = 0;
    int total = 0;

    void ask(core::WorkerPool &pool, const core::RenderRequest &request, const std::stop_token &stop = {})
    {
        const std::size_t question = answers.size();
        answers.push_back(0);
        core::whenDone(pool.render(request, stop), &pool, [this, question](const core::Result<QImage> &image) {
            ++answers[question];
            ++total;
            if (image)
                ++pictures;
            else
                ++failures[image.error().code];
        });
    }

    [[nodiscard]] bool isComplete() const { return total == static_cast<int>(answers.size()); }
    [[nodiscard]] bool eachAnsweredOnce() const
    {
        return std::ranges::all_of(answers, [](int count) { return count == 1; });
    }
};

// Everything that this process and its workers hold.
struct Holdings {
    qsizetype descriptors = 0;
    qint64 memory = 0;
    std::size_t processes = 0;

    static Holdings now()
    {
        Holdings holdings;
        std::vector<qint64> all = childProcesses();
        holdings.processes = all.size();
        all.push_back(::getpid());
        for (const qint64 pid : all) {
            holdings.descriptors += openDescriptors(pid);
            holdings.memory += filledMemory(pid);
        }
        return holdings;
    }
};

} // namespace

// What may happen to page workers, on purpose and many times over.
class WorkerDrillsTest : public QObject
{
    Q_OBJECT

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    core::DocumentHandle openBook(core::WorkerPool &pool) const
    {
        const auto opened = answerOf(pool.open(write(u"book.pdf"_s, pdfWithPages(pagesOfBook)), {}, {}));
        return opened ? opened->handle : 0;
    }

    static core::RenderRequest pageOf(core::DocumentHandle document, int page, double dpi = 30)
    {
        return {.document = document, .page = 1 + page % pagesOfBook, .dpi = dpi, .region = {}};
    }

    // No process but the pool's own, none of them dead.
    static bool isTidy(const core::WorkerPool &pool)
    {
        const auto children = childProcesses();
        const auto workers = pool.processIds();
        return std::set(children.begin(), children.end()) == std::set(workers.begin(), workers.end());
    }

    QTemporaryDir m_folder;

private slots:
    // As on a share whose server is gone: there, even closing a file takes forever.
    void anotherDocumentOpensSoonWhenNoWorkerLetsGoOfTheLast()
    {
        core::WorkerPool pool;
        const core::DocumentHandle book = openBook(pool);
        QVERIFY(book);
        const auto first = pool.render(pageOf(book, 1), {});
        const auto second = pool.render(pageOf(book, 2), {});
        QVERIFY(answerOf(first) && answerOf(second));
        const auto workers = pool.processIds();
        QVERIFY(workers.size() > 1);
        for (const qint64 pid : workers)
            QCOMPARE(::kill(static_cast<pid_t>(pid), SIGSTOP), 0);
        pool.close(book);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(openBook(pool));
        QVERIFY2(clock.elapsed() < 4'000, qPrintable(QString::number(clock.elapsed()))); // half a worker's deadline: 6
        QTRY_VERIFY(isTidy(pool));
    }

    void ofTenThousandRequestsThatAreCancelledEachEndsOnce()
    {
        constexpr int requests = 10'000;
        core::WorkerPool pool;
        const core::DocumentHandle book = openBook(pool);
        QVERIFY(book);
        const auto workers = pool.processIds();
        Tally tally;
        // As a reader who scrolls: a list of wishes, dropped for the next one. Every hundredth is meant.
        std::vector<std::stop_source> stops(requests);
        for (int i = 0; i < requests; ++i) {
            tally.ask(pool, pageOf(book, i), stops[static_cast<size_t>(i)].get_token());
            if (i % 20 == 19) {
                for (int j = i - 19; j <= i; ++j) {
                    if (j % 100 != 0)
                        stops[static_cast<size_t>(j)].request_stop();
                }
                QCoreApplication::processEvents();
            }
        }
        QVERIFY(QTest::qWaitFor([&tally] { return tally.isComplete(); }, 30'000));
        QVERIFY(tally.eachAnsweredOnce());
        QVERIFY(tally.pictures >= requests / 100);
        QCOMPARE(tally.failures[ErrorCode::Cancelled], requests - tally.pictures);
        QVERIFY(answerOf(pool.render(pageOf(book, 1), {})));
        for (const qint64 worker : workers) { // giving up is no reason to be replaced
            const auto still = pool.processIds();
            QVERIFY(std::ranges::find(still, worker) != still.end());
        }
        QVERIFY(isTidy(pool));
    }

    void workersKilledInTheMidstOfItLoseNoRequest()
    {
        constexpr int requests = 600;
        core::WorkerPool pool;
        const core::DocumentHandle book = openBook(pool);
        Tally tally;
        QSignalSpy replaced(&pool, &core::WorkerPool::workerReplaced);
        for (int i = 0; i < requests; ++i)
            tally.ask(pool, pageOf(book, i));
        int nextKill = 10;
        QVERIFY(QTest::qWaitFor(
            [&] {
                if (tally.total >= nextKill && !pool.processIds().empty()) {
                    nextKill += 25;
                    const auto pids = pool.processIds();
                    ::kill(static_cast<pid_t>(pids.at(static_cast<size_t>(nextKill) % pids.size())), SIGKILL);
                }
                return tally.isComplete();
            },
            60'000));
        QVERIFY(tally.eachAnsweredOnce());
        QVERIFY(replaced.count() >= 10);
        QCOMPARE(tally.pictures + tally.failures[ErrorCode::WorkerLost], requests);
        QVERIFY(tally.failures[ErrorCode::WorkerLost] <= 2); // the same one twice is rare
        QTRY_VERIFY(isTidy(pool));
    }

    void whileOneWorkerStandsStillTheOthersGoOn()
    {
        core::PoolOptions options;
        options.workers = 2;
        options.deadline = std::chrono::milliseconds(4000);
        core::WorkerPool pool(options);
        const core::DocumentHandle book = openBook(pool);
        Tally tally;
        for (int i = 0; i < 40; ++i)
            tally.ask(pool, pageOf(book, i));
        QTRY_COMPARE(pool.processIds().size(), std::size_t(2));
        const qint64 stopped = pool.processIds().at(0);
        ::kill(static_cast<pid_t>(stopped), SIGSTOP);
        for (int i = 0; i < 200; ++i)
            tally.ask(pool, pageOf(book, i));
        QElapsedTimer clock;
        clock.start();
        QVERIFY(QTest::qWaitFor([&tally] { return tally.total >= 239; }, 20'000)); // all but the one it may be at
        QVERIFY(clock.elapsed() < 10'000);
        QVERIFY(QTest::qWaitFor([&tally] { return tally.isComplete(); }, 20'000));
        QVERIFY(tally.eachAnsweredOnce());
        QCOMPARE(tally.pictures, 240);
        // One that was stopped while it had nothing to do is found out by the next who wants something of it.
        Tally again;
        for (int i = 0; i < 40; ++i)
            again.ask(pool, pageOf(book, i));
        QVERIFY(QTest::qWaitFor([&again] { return again.isComplete(); }, 20'000));
        QCOMPARE(again.pictures, 40);
        const auto now = pool.processIds();
        QVERIFY(std::ranges::find(now, stopped) == now.end());
        QVERIFY(isTidy(pool));
    }

    void endlessPagesDoNotKeepOthersFromBeingDrawn()
    {
        core::PoolOptions options;
        options.workers = 2;
        options.deadline = std::chrono::milliseconds(1500);
        core::WorkerPool pool(options);
        const core::DocumentHandle book = openBook(pool);
        const auto endless = answerOf(pool.open(write(u"forever.pdf"_s, pdfThatTakesForever()), {}, {}));
        QVERIFY(endless);
        Tally stuck;
        Tally tally;
        for (int i = 0; i < 4; ++i)
            stuck.ask(pool, {.document = endless->handle, .page = 1, .dpi = 30.0 + i, .region = {}});
        for (int i = 0; i < 100; ++i)
            tally.ask(pool, pageOf(book, i));
        QVERIFY(QTest::qWaitFor([&] { return tally.isComplete() && stuck.isComplete(); }, 30'000));
        QVERIFY(tally.eachAnsweredOnce() && stuck.eachAnsweredOnce());
        QCOMPARE(tally.pictures, 100);
        QCOMPARE(stuck.failures[ErrorCode::Timeout], 4);
        QTRY_VERIFY(isTidy(pool));
    }

    void bombsOfMemoryTakeNothingAlong()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("there is no memory limit under the address sanitizer");
#endif
        core::PoolOptions options;
        options.memoryLimit = qint64{300} << 20;
        options.deadline = std::chrono::milliseconds(2500);
        core::WorkerPool pool(options);
        const core::DocumentHandle book = openBook(pool);
        for (const HostileDocument &bomb : pictureBombs()) {
            const auto opened = answerOf(pool.open(write(bomb.name, bomb.bytes), {}, {}));
            QVERIFY2(opened, qPrintable(bomb.name));
            Tally tally;
            for (int i = 0; i < 20; ++i)
                tally.ask(pool, pageOf(book, i));
            QElapsedTimer clock;
            clock.start();
            const auto image = answerOf(pool.render({.document = opened->handle, .page = 1, .region = {}}, {}));
            QVERIFY2(image || (image.error().code != ErrorCode::Internal && image.error().code != ErrorCode::Cancelled),
                     qPrintable(bomb.name));
            QVERIFY2(clock.elapsed() < 20'000, qPrintable(bomb.name));
            QVERIFY(QTest::qWaitFor([&tally] { return tally.isComplete(); }, 20'000));
            QCOMPARE(tally.pictures, 20);
            qint64 memory = 0;
            for (const qint64 pid : pool.processIds())
                memory = std::max(memory, ownMemory(pid));
            QVERIFY2(memory < options.memoryLimit, qPrintable(bomb.name));
            pool.close(opened->handle);
        }
        QTRY_VERIFY(isTidy(pool));
    }

    void twentyFourDocumentsOpenedAndClosedFiftyTimesLeaveNothing_data()
    {
        QTest::addColumn<bool>("patiently");
        QTest::newRow("after a page was drawn") << true;
        QTest::newRow("while they are being opened") << false;
    }

    void twentyFourDocumentsOpenedAndClosedFiftyTimesLeaveNothing()
    {
        QFETCH(bool, patiently);
        constexpr int documents = 24;
        constexpr int rounds = 50;
        constexpr int settled = 10; // rounds after which everything has its size
        QStringList files;
        for (int i = 0; i < documents; ++i)
            files += write(u"shelf%1.pdf"_s.arg(i), pdfWithPages(20 + i));
        core::PoolOptions options;
        options.workers = 2;
        core::WorkerPool pool(options);
        Holdings before;
        for (int round = 0; round < rounds; ++round) {
            std::stop_source stop;
            std::vector<core::Async<core::OpenedDocument>> opening;
            for (const QString &file : files)
                opening.push_back(pool.open(file, {}, stop.get_token()));
            if (!patiently) {
                (void)QTest::qWaitFor([&opening] { return opening[8].isFinished(); }, 30'000);
                stop.request_stop();
            }
            for (const auto &one : opening) {
                const auto opened = answerOf(one);
                QVERIFY(opened || opened.error().code == ErrorCode::Cancelled);
                QVERIFY(opened || !patiently);
                if (!opened)
                    continue;
                if (patiently)
                    QVERIFY(answerOf(pool.render({.document = opened->handle, .dpi = 40, .region = {}}, {})));
                else // as it is closed while it is being drawn
                    (void)pool.render({.document = opened->handle, .dpi = 40, .region = {}}, {});
                pool.close(opened->handle);
            }
            if (round == settled)
                before = Holdings::now();
        }
        QVERIFY(answerOf(pool.open(files[0], {}, {}))); // the workers have done all they were told before
        const Holdings after = Holdings::now();
        QCOMPARE(after.processes, before.processes);
        // What was closed a moment ago goes with its last event.
        QTRY_VERIFY2(Holdings::now().descriptors <= before.descriptors + 4,
                     qPrintable(u"%1 descriptors, then %2"_s.arg(before.descriptors).arg(after.descriptors)));
#ifndef __SANITIZE_ADDRESS__ // which keeps freed memory
        QVERIFY2(static_cast<double>(after.memory) < 1.1 * static_cast<double>(before.memory) + (4 << 20),
                 qPrintable(u"%1 KiB, then %2"_s.arg(before.memory >> 10).arg(after.memory >> 10)));
#endif
        QVERIFY(isTidy(pool));
    }
};

QTEST_GUILESS_MAIN(WorkerDrillsTest)
#include "tst_workerdrills.moc"
