// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/workflow/queuebench.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace core;

namespace {

const Partition acme{u"https://login.example"_s, u"org_acme"_s};

Extraction extractionOf(const QString &schema = u"invoice"_s)
{
    Extraction extraction;
    extraction.sha256 = u"ab12"_s;
    extraction.pages = 3;
    extraction.schemaId = schema;
    ExtractedField total;
    total.path = u"total"_s;
    total.value = u"10.00"_s;
    total.status = FieldStatus::Review;
    extraction.fields = {total};
    return extraction;
}

} // namespace

class TestQueue : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bench = std::make_unique<QueueBench>();
        m_queue = m_bench->makeQueue();
    }
    void cleanup()
    {
        m_queue.reset();
        m_bench.reset();
    }

    void aDocumentGoesFromWaitingToReview();
    void noMoreThanTheParallelLimitRun();
    void theOldestWaitsLeast();
    void aStateIsInTheStoreBeforeItIsAnnounced();
    void whatRanWhenTheProgramEndedRunsAgain();
    void filesDroppedBeforeLoadingAreTakenIn();
    void aFileOnItsWayIsNotTakenInTwice();
    void aFinishedFileMayBeAddedAgain();
    void progressIsShownWhileItRuns();
    void theConnectionAndItsEngineAreHandedOver();
    void thePasswordIsHandedOverAndNeverStored();
    void aPasswordGivenToAWaitingDocumentIsUsedAtItsTurn();
    void theSchemaChosenIsHandedOver();
    void aReviewStateIsKept();
    void extractAgainRunsWithAnotherEngine();
    void extractAgainWhileRunningStartsAfresh();
    void anotherPartitionStopsWhatRunsAndShowsItsOwnRows();
    void filesAreAddedToThePartitionTheyWereDroppedIn();

private:
    void open(const Partition &partition = acme)
    {
        QSignalSpy loaded(m_queue.get(), &Queue::loaded);
        m_queue->setPartition(partition);
        QVERIFY(loaded.wait());
    }
    [[nodiscard]] qint64 addOne(const QString &file = u"/tmp/a.pdf"_s, const Queue::AddOptions &options = {})
    {
        QSignalSpy added(m_queue.get(), &Queue::added);
        m_queue->add({file}, options);
        return added.wait() || !added.isEmpty() ? added.last().first().toLongLong() : 0;
    }
    [[nodiscard]] DocumentState stateOf(qint64 id) const { return m_queue->row(id)->state; }

    std::unique_ptr<QueueBench> m_bench;
    std::unique_ptr<Queue> m_queue;
};

void TestQueue::aDocumentGoesFromWaitingToReview()
{
    open();
    const qint64 id = addOne();
    QVERIFY(id > 0);
    QTRY_VERIFY(stateOf(id) == DocumentState::Running);
    QTRY_COMPARE(m_bench->asked.size(), 1);
    QCOMPARE(m_bench->asked.front().file, u"/tmp/a.pdf"_s);
    QVERIFY(!m_bench->asked.front().engine);
    m_bench->answer(extractionOf());
    QTRY_VERIFY(stateOf(id) == DocumentState::ToReview);
    const DocumentRow &row = *m_queue->row(id);
    QCOMPARE(row.doubts, 1);
    QCOMPARE(row.pages, 3);
    QCOMPARE(row.schema, u"invoice"_s);
    QCOMPARE(row.attempts, 1);
    QVERIFY(row.extraction.isEmpty());
    const auto kept = QJsonDocument::fromJson(m_bench->store.kept(id)->extraction).object();
    QCOMPARE(kept[u"format"].toString(), u"lectern.extraction/1"_s);
}

void TestQueue::noMoreThanTheParallelLimitRun()
{
    open();
    m_queue->add({u"/tmp/a"_s, u"/tmp/b"_s, u"/tmp/c"_s, u"/tmp/d"_s}, {});
    QTRY_COMPARE(m_queue->rows().size(), 4);
    QTRY_COMPARE(m_bench->asked.size(), 2);
    m_bench->answer(extractionOf());
    QTRY_COMPARE(m_bench->asked.size(), 2);
    QCOMPARE(std::count_if(m_queue->rows().begin(), m_queue->rows().end(),
                           [](const DocumentRow &row) { return row.state == DocumentState::Waiting; }),
             1);
    m_queue->setParallel(3);
    QTRY_COMPARE(m_bench->asked.size(), 3);
}

void TestQueue::theOldestWaitsLeast()
{
    open();
    m_queue->setParallel(1);
    m_queue->add({u"/tmp/z"_s, u"/tmp/a"_s, u"/tmp/m"_s}, {});
    for (const QString &expected : {u"/tmp/z"_s, u"/tmp/a"_s, u"/tmp/m"_s}) {
        QTRY_COMPARE(m_bench->asked.size(), 1);
        QCOMPARE(m_bench->asked.front().file, expected);
        m_bench->answer(extractionOf());
    }
}

void TestQueue::aStateIsInTheStoreBeforeItIsAnnounced()
{
    open();
    bool always = true;
    const auto check = [&](qint64 id) {
        const DocumentRow *kept = m_bench->store.kept(id);
        always = always && kept && kept->state == m_queue->row(id)->state;
    };
    connect(m_queue.get(), &Queue::added, this, check);
    connect(m_queue.get(), &Queue::changed, this, check);
    const qint64 id = addOne();
    QTRY_COMPARE(m_bench->asked.size(), 1);
    m_bench->store.held = true;
    m_bench->answer(extractionOf());
    QSignalSpy changed(m_queue.get(), &Queue::changed);
    QVERIFY(!changed.wait(50)); // not on the disk yet, so nothing is said
    QVERIFY(stateOf(id) == DocumentState::Running);
    m_bench->store.release();
    QTRY_VERIFY(stateOf(id) == DocumentState::ToReview);
    QVERIFY(always);
}

void TestQueue::whatRanWhenTheProgramEndedRunsAgain()
{
    open();
    const qint64 id = addOne();
    QTRY_VERIFY(stateOf(id) == DocumentState::Running);
    m_queue.reset(); // as a crash would leave it
    m_bench->asked.clear();
    QVERIFY(m_bench->store.kept(id)->state == DocumentState::Running);
    m_queue = m_bench->makeQueue();
    m_queue->setParallel(0);
    open();
    QVERIFY(stateOf(id) == DocumentState::Waiting);
    QVERIFY(m_bench->store.kept(id)->state == DocumentState::Waiting);
    m_queue->setParallel(1);
    QTRY_COMPARE(m_bench->asked.size(), 1);
    QCOMPARE(m_queue->row(id)->attempts, 2);
}

void TestQueue::filesDroppedBeforeLoadingAreTakenIn()
{
    m_queue->add({u"/tmp/a"_s}, {});
    open();
    QTRY_COMPARE(m_queue->rows().size(), 1);
    QVERIFY(m_bench->store.rows.front().partition == acme);
}

void TestQueue::aFileOnItsWayIsNotTakenInTwice()
{
    open();
    m_queue->setParallel(0);
    QSignalSpy added(m_queue.get(), &Queue::added);
    m_queue->add({u"/tmp/a.pdf"_s, u"/tmp/../tmp/a.pdf"_s, u"/tmp/a.pdf"_s}, {});
    QTRY_VERIFY(!added.isEmpty());
    const qint64 id = added.first().first().toLongLong();
    m_queue->add({u"/tmp/a.pdf"_s}, {});
    QCOMPARE(added.last().first().toLongLong(), id);
    m_queue->setParallel(1);
    QTRY_VERIFY(stateOf(id) == DocumentState::Running);
    m_queue->add({u"/tmp/a.pdf"_s}, {});
    QCOMPARE(added.last().first().toLongLong(), id);
    QCOMPARE(m_bench->store.rows.size(), 1);
}

void TestQueue::aFinishedFileMayBeAddedAgain()
{
    open();
    const qint64 first = addOne();
    QTRY_COMPARE(m_bench->asked.size(), 1);
    m_bench->answer(extractionOf());
    QTRY_VERIFY(stateOf(first) == DocumentState::ToReview);
    QVERIFY(addOne() != first);
    QCOMPARE(m_queue->rows().size(), 2);
}

void TestQueue::progressIsShownWhileItRuns()
{
    open();
    const qint64 id = addOne();
    QTRY_COMPARE(m_bench->asked.size(), 1);
    QSignalSpy changed(m_queue.get(), &Queue::changed);
    const auto progress = m_bench->asked.front().progress;
    progress({ExtractStage::Reading, 4, 12});
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_queue->progress(id).stage == ExtractStage::Reading);
    QCOMPARE(m_queue->progress(id).done, 4);
    QCOMPARE(m_queue->progress(id).total, 12);
    m_bench->answer(extractionOf());
    QTRY_VERIFY(stateOf(id) == DocumentState::ToReview);
    changed.clear();
    progress({ExtractStage::Reading, 5, 12}); // a straggler
    QVERIFY(changed.isEmpty());
}

void TestQueue::theConnectionAndItsEngineAreHandedOver()
{
    open();
    (void)addOne(u"/tmp/a"_s, {u"gemini"_s, {}, {}});
    QTRY_COMPARE(m_bench->asked.size(), 1);
    QVERIFY(m_bench->asked.front().engine);
    QCOMPARE(m_bench->asked.front().connection, u"gemini"_s);
}

void TestQueue::thePasswordIsHandedOverAndNeverStored()
{
    open();
    (void)addOne(u"/tmp/a"_s, {u"local"_s, {}, Secret("correct horse")});
    QTRY_COMPARE(m_bench->asked.size(), 1);
    QCOMPARE(m_bench->asked.front().options.password.reveal(), QByteArray("correct horse"));
}

void TestQueue::aPasswordGivenToAWaitingDocumentIsUsedAtItsTurn()
{
    open();
    m_queue->setParallel(1);
    (void)addOne(u"/tmp/a"_s);
    const qint64 locked = addOne(u"/tmp/b"_s);
    QTRY_COMPARE(m_bench->asked.size(), 1);
    m_queue->setPassword(locked, Secret("correct horse"));
    m_bench->answer(Extraction());
    QTRY_COMPARE(m_bench->asked.size(), 1);
    QCOMPARE(m_bench->asked.front().options.password.reveal(), QByteArray("correct horse"));
}

void TestQueue::theSchemaChosenIsHandedOver()
{
    Schema invoice;
    invoice.id = u"invoice"_s;
    Schema receipt;
    receipt.id = u"receipt"_s;
    m_queue->setSchemas({invoice, receipt});
    open();
    (void)addOne(u"/tmp/a"_s, {u"local"_s, u"receipt"_s, {}});
    QTRY_COMPARE(m_bench->asked.size(), 1);
    QVERIFY(m_bench->asked.front().options.schema);
    QCOMPARE(m_bench->asked.front().options.schema->id, u"receipt"_s);
    (void)addOne(u"/tmp/b"_s);
    QTRY_COMPARE(m_bench->asked.size(), 2);
    QVERIFY(!m_bench->asked.back().options.schema);
    QCOMPARE(m_bench->asked.back().options.schemas.size(), 2);
}

void TestQueue::aReviewStateIsKept()
{
    open();
    const qint64 id = addOne();
    QTRY_COMPARE(m_bench->asked.size(), 1);
    m_queue->setReviewState(id, DocumentState::Approved, 0); // not while it runs
    m_bench->answer(extractionOf());
    QTRY_VERIFY(stateOf(id) == DocumentState::ToReview);
    const QByteArray extraction = m_bench->store.kept(id)->extraction;
    m_queue->setReviewState(id, DocumentState::Approved, 0);
    QTRY_VERIFY(stateOf(id) == DocumentState::Approved);
    QCOMPARE(m_bench->store.kept(id)->doubts, 0);
    QCOMPARE(m_bench->store.kept(id)->extraction, extraction);
}

void TestQueue::extractAgainRunsWithAnotherEngine()
{
    open();
    const qint64 id = addOne();
    QTRY_COMPARE(m_bench->asked.size(), 1);
    m_bench->answer(extractionOf());
    QTRY_VERIFY(stateOf(id) == DocumentState::ToReview);
    m_queue->extractAgain(id, u"gemini"_s, {});
    QTRY_COMPARE(m_bench->asked.size(), 1);
    QCOMPARE(m_bench->asked.front().connection, u"gemini"_s);
    QVERIFY(!m_bench->asked.front().options.schema);
}

void TestQueue::extractAgainWhileRunningStartsAfresh()
{
    open();
    const qint64 id = addOne();
    QTRY_COMPARE(m_bench->asked.size(), 1);
    m_queue->extractAgain(id, u"gemini"_s, {});
    QVERIFY(m_bench->asked.front().stop.stop_requested());
    m_bench->answer(fail(ErrorCode::Cancelled));
    QTRY_COMPARE(m_bench->asked.size(), 1);
    QCOMPARE(m_bench->asked.front().connection, u"gemini"_s);
    QVERIFY(stateOf(id) == DocumentState::Running);
}

void TestQueue::anotherPartitionStopsWhatRunsAndShowsItsOwnRows()
{
    open();
    const qint64 id = addOne();
    QTRY_COMPARE(m_bench->asked.size(), 1);
    const QueueBench::Asked running = m_bench->asked.front();
    open({});
    QVERIFY(running.stop.stop_requested());
    QVERIFY(m_queue->rows().empty());
    QVERIFY(m_bench->store.kept(id)->state == DocumentState::Waiting);
    QSignalSpy changed(m_queue.get(), &Queue::changed);
    m_bench->answer(extractionOf()); // too late
    running.progress({});
    QVERIFY(!changed.wait(50));
    QVERIFY(m_bench->store.kept(id)->extraction.isEmpty());
    open();
    QTRY_COMPARE(m_bench->asked.size(), 1);
}

void TestQueue::filesAreAddedToThePartitionTheyWereDroppedIn()
{
    open();
    m_bench->store.held = true;
    m_queue->setPartition({u"https://b.example"_s, {}});
    m_queue->add({u"/tmp/b"_s}, {});
    m_queue->setPartition(acme);
    m_bench->store.held = false;
    m_bench->store.release();
    QSignalSpy loaded(m_queue.get(), &Queue::loaded);
    QVERIFY(loaded.wait());
    QCOMPARE(m_bench->store.rows.size(), 1);
    QCOMPARE(m_bench->store.rows.front().partition.issuer, u"https://b.example"_s);
    QVERIFY(m_queue->rows().empty());
}

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
