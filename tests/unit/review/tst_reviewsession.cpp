// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakestore.h"
#include "tests/support/manualclock.h"
#include "tests/unit/review/invoicesample.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace core;
using enum Edit::Kind;
using sample::edit;

class TestReviewSession : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup()
    {
        m_session.reset();
        m_store.reset();
    }

    void anEditIsAppendedBeforeItIsShown();
    void anEditCarriesWhoAndWhen();
    void anEditThatCannotBeKeptChangesNothing();
    void whatCouldNotBeKeptIsSavedAgainInItsOrder();
    void anotherEditTakesThePlaceOfTheOneThatCouldNotBeKept();
    void aReplayGivesTheSameValues();
    void undoAndRedoAreAppended();
    void undoOutlivesTheSession();
    void aNewEditEndsRedo();
    void editsMadeInARowAreAllKept();
    void afterARefusalWhatWasTypedBehindItIsDropped();
    void editsMadeBeforeLoadingAreTakenUp();
    void aRefusedEditIsNotAppended();
    void anUnknownEditFailsTheLoad();
    void aDocumentWithoutExtractionFailsTheLoad();
    void aSessionThatIsClosedWithAnEditUnderWayIsSafe();

private:
    void open()
    {
        m_session =
            std::make_unique<ReviewSession>(*m_store, m_partition, m_document, sample::schema(), m_clock, u"alice"_s);
        QSignalSpy loaded(m_session.get(), &ReviewSession::loaded);
        m_session->load();
        QVERIFY(loaded.wait());
    }
    void perform(const Edit &step)
    {
        QSignalSpy changed(m_session.get(), &ReviewSession::changed);
        m_session->perform(step);
        QVERIFY(changed.wait());
    }
    [[nodiscard]] QString valueOf(const QString &path) const
    {
        return m_session->extraction().field(path)->value.value_or(QString());
    }

    const Partition m_partition{u"https://login.example"_s, u"org_acme"_s};
    std::unique_ptr<FakeStore> m_store;
    ManualClock m_clock;
    std::unique_ptr<ReviewSession> m_session;
    qint64 m_document = 7;
};

void TestReviewSession::init()
{
    m_store = std::make_unique<FakeStore>();
    DocumentRow row;
    row.id = m_document;
    row.extraction = QJsonDocument(toJson(sample::invoice())).toJson();
    m_store->rows.push_back({m_partition, row});
}

void TestReviewSession::anEditIsAppendedBeforeItIsShown()
{
    open();
    m_store->held = true;
    QSignalSpy changed(m_session.get(), &ReviewSession::changed);
    m_session->perform(edit(Set, u"number"_s, u"RE-18"_s));
    QVERIFY(m_session->isBusy());
    QVERIFY(!changed.wait(50));
    QCOMPARE(valueOf(u"number"_s), u"RE-17"_s);
    m_store->release();
    QVERIFY(changed.wait());
    QCOMPARE(changed.first().first().toString(), u"number"_s);
    QCOMPARE(valueOf(u"number"_s), u"RE-18"_s);
    QVERIFY(!m_session->isBusy());
    QCOMPARE(m_store->appended.size(), 1);
}

void TestReviewSession::anEditCarriesWhoAndWhen()
{
    open();
    perform(edit(Accept, u"date"_s));
    const EditRow &row = m_store->appended.front().row;
    QCOMPARE(row.actor, u"alice"_s);
    QCOMPARE(row.at, m_clock.time);
    QCOMPARE(row.kind, u"accept"_s);
    QVERIFY(m_store->appended.front().partition == m_partition);
    QVERIFY(m_session->history().front() == row);
}

void TestReviewSession::anEditThatCannotBeKeptChangesNothing()
{
    open();
    m_store->refuseWrites = Error{ErrorCode::Storage, u"disk full"_s};
    QSignalSpy failed(m_session.get(), &ReviewSession::failed);
    m_session->perform(edit(Set, u"number"_s, u"RE-18"_s));
    QVERIFY(failed.wait());
    QVERIFY(failed.first().first().value<Error>().code == ErrorCode::Storage);
    QCOMPARE(valueOf(u"number"_s), u"RE-17"_s);
    QVERIFY(m_session->history().empty());
    QVERIFY(!m_session->canUndo());
    m_store->refuseWrites.reset();
    perform(edit(Set, u"number"_s, u"RE-18"_s));
}

void TestReviewSession::whatCouldNotBeKeptIsSavedAgainInItsOrder()
{
    open();
    m_store->refuseWrites = Error{ErrorCode::Storage, u"disk full"_s};
    QSignalSpy failed(m_session.get(), &ReviewSession::failed);
    m_store->held = true;
    m_session->perform(edit(Set, u"number"_s, u"RE-18"_s));
    m_session->perform(edit(Accept, u"date"_s)); // behind it
    m_store->held = false;
    m_store->release();
    QVERIFY(failed.wait());
    QCOMPARE(m_session->unsaved().size(), 2);
    QCOMPARE(m_session->unsaved().front().after, u"RE-18"_s);
    m_store->refuseWrites.reset();
    m_session->saveAgain();
    QTRY_COMPARE(m_store->appended.size(), 2);
    QTRY_COMPARE(valueOf(u"number"_s), u"RE-18"_s);
    QVERIFY(m_session->unsaved().empty());
    QCOMPARE(m_store->appended.back().row.kind, u"accept"_s);
}

void TestReviewSession::anotherEditTakesThePlaceOfTheOneThatCouldNotBeKept()
{
    open();
    m_store->refuseWrites = Error{ErrorCode::Storage, u"disk full"_s};
    QSignalSpy failed(m_session.get(), &ReviewSession::failed);
    m_session->perform(edit(Set, u"number"_s, u"RE-18"_s));
    QVERIFY(failed.wait());
    m_store->refuseWrites.reset();
    perform(edit(Set, u"number"_s, u"RE-19"_s));
    QVERIFY(m_session->unsaved().empty());
    m_session->saveAgain();
    QCOMPARE(valueOf(u"number"_s), u"RE-19"_s);
}

void TestReviewSession::aReplayGivesTheSameValues()
{
    open();
    perform(edit(Set, u"total_net"_s, u"100.00"_s));
    perform(edit(SetCell, u"items[0].description"_s, u"Card"_s));
    perform(edit(DeleteRow, u"items[1]"_s));
    perform(edit(Accept, u"date"_s));
    perform(edit(Approve));
    QVERIFY(isApproved(m_session->extraction()));
    const auto before = toJson(m_session->extraction());
    open();
    QCOMPARE(toJson(m_session->extraction()), before);
    QCOMPARE(m_session->history().size(), 5);
}

void TestReviewSession::undoAndRedoAreAppended()
{
    open();
    const QJsonValue engine = toJson(m_session->extraction())[u"fields"];
    QVERIFY(!m_session->canUndo());
    perform(edit(Set, u"number"_s, u"RE-18"_s));
    perform(edit(Accept, u"date"_s));
    QSignalSpy changed(m_session.get(), &ReviewSession::changed);
    m_session->undo();
    m_session->undo();
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(toJson(m_session->extraction())[u"fields"] == engine);
    QVERIFY(!m_session->canUndo());
    QVERIFY(m_session->canRedo());
    m_session->redo();
    QTRY_COMPARE(valueOf(u"number"_s), u"RE-18"_s);
    QStringList kinds;
    for (const auto &each : m_store->appended)
        kinds += each.row.kind;
    QCOMPARE(kinds, QStringList({u"set"_s, u"accept"_s, u"undo"_s, u"undo"_s, u"redo"_s}));
}

void TestReviewSession::undoOutlivesTheSession()
{
    open();
    perform(edit(Set, u"number"_s, u"RE-18"_s));
    perform(edit(Set, u"number"_s, u"RE-19"_s));
    m_session->undo();
    QTRY_COMPARE(valueOf(u"number"_s), u"RE-18"_s);
    open();
    QVERIFY(m_session->canRedo());
    m_session->redo();
    QTRY_COMPARE(valueOf(u"number"_s), u"RE-19"_s);
    m_session->undo();
    m_session->undo();
    QTRY_COMPARE(valueOf(u"number"_s), u"RE-17"_s);
}

void TestReviewSession::aNewEditEndsRedo()
{
    open();
    perform(edit(Set, u"number"_s, u"RE-18"_s));
    m_session->undo();
    QTRY_VERIFY(m_session->canRedo());
    perform(edit(Accept, u"date"_s));
    QVERIFY(!m_session->canRedo());
    open();
    QVERIFY(!m_session->canRedo());
}

void TestReviewSession::editsMadeInARowAreAllKept()
{
    open();
    m_store->held = true;
    m_session->perform(edit(Set, u"number"_s, u"RE-18"_s));
    m_session->perform(edit(Set, u"number"_s, u"RE-19"_s));
    m_session->undo();
    m_session->perform(edit(Accept, u"date"_s));
    m_store->held = false;
    m_store->release();
    QTRY_COMPARE(m_store->appended.size(), 4);
    QTRY_VERIFY(!m_session->isBusy());
    QCOMPARE(valueOf(u"number"_s), u"RE-18"_s);
    QVERIFY(m_session->extraction().field(u"date"_s)->status == FieldStatus::Accepted);
}

void TestReviewSession::afterARefusalWhatWasTypedBehindItIsDropped()
{
    open();
    m_store->refuseWrites = Error{ErrorCode::Storage, u"disk full"_s};
    QSignalSpy failed(m_session.get(), &ReviewSession::failed);
    m_session->perform(edit(Set, u"number"_s, u"RE-18"_s));
    m_session->perform(edit(Approve));
    QVERIFY(failed.wait());
    QVERIFY(!failed.wait(50));
    QVERIFY(!m_session->isBusy());
    QVERIFY(m_store->appended.empty());
}

void TestReviewSession::editsMadeBeforeLoadingAreTakenUp()
{
    m_session =
        std::make_unique<ReviewSession>(*m_store, m_partition, m_document, sample::schema(), m_clock, u"alice"_s);
    m_session->load();
    m_session->perform(edit(Accept, u"date"_s));
    QTRY_COMPARE(m_store->appended.size(), 1);
}

void TestReviewSession::aRefusedEditIsNotAppended()
{
    open();
    QSignalSpy failed(m_session.get(), &ReviewSession::failed);
    m_session->perform(edit(Approve));
    QCOMPARE(failed.size(), 1);
    m_session->perform(edit(Set, u"date"_s, u"soon"_s));
    QCOMPARE(failed.size(), 2);
    m_session->undo();
    QCOMPARE(failed.size(), 3);
    QVERIFY(m_store->appended.empty());
}

void TestReviewSession::anUnknownEditFailsTheLoad()
{
    EditRow later;
    later.document = m_document;
    later.json = R"({"kind":"merge"})";
    m_store->appended.push_back({m_partition, later});
    m_session =
        std::make_unique<ReviewSession>(*m_store, m_partition, m_document, sample::schema(), m_clock, u"alice"_s);
    QSignalSpy failed(m_session.get(), &ReviewSession::failed);
    m_session->load();
    QVERIFY(failed.wait()); // rather than showing values without a correction
    QVERIFY(!m_session->isLoaded());
}

void TestReviewSession::aDocumentWithoutExtractionFailsTheLoad()
{
    m_store->rows.front().row.extraction.clear();
    m_session =
        std::make_unique<ReviewSession>(*m_store, m_partition, m_document, sample::schema(), m_clock, u"alice"_s);
    QSignalSpy failed(m_session.get(), &ReviewSession::failed);
    m_session->load();
    QVERIFY(failed.wait());
    QVERIFY(failed.first().first().value<Error>().code == ErrorCode::NotFound);
}

void TestReviewSession::aSessionThatIsClosedWithAnEditUnderWayIsSafe()
{
    open();
    m_store->held = true;
    m_session->perform(edit(Accept, u"date"_s));
    m_session.reset();
    m_store->release();
    QCOMPARE(m_store->appended.size(), 1); // what was asked for is kept
}

QTEST_GUILESS_MAIN(TestReviewSession)
#include "tst_reviewsession.moc"
