// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerstart.h"
#include "tests/integration/pageworker/poolfolder.h"

#include <csignal>

using namespace Qt::Literals::StringLiterals;

// What is done before anybody asks for it.
class WorkerHeadStartTest : public QObject
{
    Q_OBJECT

    PoolFolder m_folder;

private slots:
    void aWorkerCanBeReadyBeforeItIsNeeded()
    {
        core::PoolOptions options;
        options.ready = 1;
        core::WorkerPool pool(options);
        const auto ready = pool.processIds();
        QCOMPARE(ready.size(), std::size_t(1));
        const auto document = m_folder.openHello(pool);
        QVERIFY(answerOf(pool.render({.document = document.handle, .dpi = 72, .region = {}}, {})));
        QCOMPARE(pool.processIds(), ready);
    }

    void aWorkerThatWasStartedBeforeThePoolIsItsFirst()
    {
        auto early = core::startWorker({});
        QVERIFY(early);
        const qint64 pid = (*early)->pid();
        core::WorkerPool pool;
        pool.adopt(*std::move(early));
        const auto document = m_folder.openHello(pool);
        QVERIFY(answerOf(pool.render({.document = document.handle, .dpi = 72, .region = {}}, {})));
        QCOMPARE(pool.processIds(), std::vector{pid});
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0); // and is replaced as any other
        QVERIFY(answerOf(pool.render({.document = document.handle, .dpi = 73, .region = {}}, {})));
        QTRY_VERIFY(!pool.processIds().empty() && pool.processIds().front() != pid);
    }

    void aFileThatIsExpectedIsOpenedOnce()
    {
        core::WorkerPool pool;
        const QString file = m_folder.hello();
        pool.expect(file);
        QCOMPARE(pool.processIds().size(), std::size_t(1)); // before anybody has asked for it
        const auto first = answerOf(pool.open(file, {}, {}));
        const auto second = answerOf(pool.open(file, {}, {}));
        QVERIFY(first && second);
        QVERIFY(first->handle != second->handle); // each has its own to close
        pool.close(first->handle);
        QVERIFY(answerOf(pool.render({.document = second->handle, .dpi = 72, .region = {}}, {})));
    }

    void aFirstPageThatIsExpectedLooksAsAnyOther_data()
    {
        QTest::addColumn<double>("expected");
        QTest::newRow("as it is asked for") << 100.0;
        QTest::newRow("at another scale") << 60.0;
        QTest::newRow("much too large") << 700.0;
    }
    void aFirstPageThatIsExpectedLooksAsAnyOther()
    {
        QFETCH(double, expected);
        const QString file = m_folder.hello();
        std::vector<QImage> pictures;
        for (const bool isExpected : {false, true}) {
            core::WorkerPool pool;
            if (isExpected)
                pool.expect(file, {.dpi = expected});
            const auto opened = answerOf(pool.open(file, {}, {}));
            QVERIFY(opened);
            for (int i = 0; i < 2; ++i) { // once is what it is kept for
                const auto picture = answerOf(pool.render({.document = opened->handle, .dpi = 100, .region = {}}, {}));
                QVERIFY(picture);
                pictures.push_back(picture->copy());
            }
        }
        QCOMPARE(pictures[2], pictures[0]);
        QCOMPARE(pictures[3], pictures[0]);
    }

    void whoKnowsThePasswordDoesNotGetWhatWasExpected()
    {
        core::WorkerPool pool;
        const QString file = m_folder.hello();
        pool.expect(file);
        const auto opened = answerOf(pool.open(file, core::Secret("password"), {}));
        const auto expected = answerOf(pool.open(file, {}, {}));
        QVERIFY(opened && expected);
        QVERIFY(opened->handle != expected->handle);
    }
};

QTEST_GUILESS_MAIN(WorkerHeadStartTest)
#include "tst_workerheadstart.moc"
