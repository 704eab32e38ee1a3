// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/sql/sqlstore.h"
#include "folders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace core;

namespace {

const auto migrations = QStringLiteral(LECTERN_SOURCE_DIR "/resources/sql");
const Partition acme{u"https://login.example"_s, u"org_acme"_s};
const Partition bolt{u"https://login.example"_s, u"org_bolt"_s};

template<typename T>
Result<T> wait(Async<T> answer)
{
    answer.waitForFinished();
    return answer.result();
}

DocumentRow invoice()
{
    DocumentRow row;
    row.file = u"/home/alice/Rechnung ä.pdf"_s;
    row.name = u"Rechnung ä.pdf"_s;
    row.sha256 = "ab12";
    row.pages = 2;
    row.state = DocumentState::ToReview;
    row.engine = u"gemini"_s;
    row.schema = u"invoice"_s;
    row.doubts = 3;
    row.attempts = 1;
    row.errorCode = u"network"_s;
    row.errorDetail = u"connection reset"_s;
    row.addedAt = QDateTime(QDate(2024, 5, 7), QTime(10, 11, 12, 345), Qt::UTC);
    row.extraction = R"({"format":"lectern.extraction/1"})";
    return row;
}

EditRow edit(qint64 document, const QByteArray &json)
{
    return {0, document, u"set"_s, json, u"alice"_s, QDateTime(QDate(2024, 5, 7), QTime(1, 2, 3, 4), Qt::UTC)};
}

} // namespace

class TestSqlStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<SqlStore>(m_folder->filePath(u"deep/lectern.db"_s), migrations);
    }
    void cleanup() { m_store.reset(); }

    void thatADocumentIsElsewhereIsAllThatIsTold()
    {
        const qint64 id = wait(m_store->add(acme, invoice()))->id;
        QVERIFY(!*wait(m_store->isElsewhere(acme, id)));
        QVERIFY(*wait(m_store->isElsewhere(bolt, id)));
        QVERIFY(*wait(m_store->isElsewhere({}, id)));
        QVERIFY(!*wait(m_store->isElsewhere(bolt, id + 1)));
        QVERIFY(wait(m_store->remove(acme, id)));
        QVERIFY(!*wait(m_store->isElsewhere(bolt, id)));
    }

    void aDocumentComesBackAsItWasAdded();
    void aListLeavesTheExtractionOut();
    void anUpdateWithoutExtractionKeepsTheOneThatIsThere();
    void everyStateComesBack();
    void documentsAreListedOldestFirst();
    void editsComeBackInTheOrderAppended();
    void anotherPartitionSeesAndChangesNothing();
    void aMissingDocumentIsNotFound();
    void aRemovedDocumentIsGoneAndTakesNoEdits();
    void whatWasAskedBeforeTheEndIsStillDone();
    void textIsNeverReadAsSql();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqlStore> m_store;
};

void TestSqlStore::aDocumentComesBackAsItWasAdded()
{
    const auto added = wait(m_store->add(acme, invoice()));
    QVERIFY(added);
    DocumentRow expected = invoice();
    expected.id = added->id;
    QVERIFY(added->id > 0);
    QVERIFY(*added == expected);
    QVERIFY(*wait(m_store->document(acme, added->id)) == expected);
}

void TestSqlStore::aListLeavesTheExtractionOut()
{
    const auto added = wait(m_store->add(acme, invoice()));
    const auto rows = wait(m_store->documents(acme));
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
    DocumentRow expected = *added;
    expected.extraction.clear();
    QVERIFY(rows->front() == expected);
}

void TestSqlStore::anUpdateWithoutExtractionKeepsTheOneThatIsThere()
{
    DocumentRow row = *wait(m_store->add(acme, invoice()));
    const QByteArray extraction = row.extraction;
    row.extraction.clear();
    row.state = DocumentState::Approved;
    QVERIFY(wait(m_store->update(acme, row)));
    QCOMPARE(wait(m_store->document(acme, row.id))->extraction, extraction);
    QVERIFY(wait(m_store->document(acme, row.id))->state == DocumentState::Approved);
    row.extraction = "{}";
    QVERIFY(wait(m_store->update(acme, row)));
    QCOMPARE(wait(m_store->document(acme, row.id))->extraction, QByteArray("{}"));
}

void TestSqlStore::everyStateComesBack()
{
    DocumentRow row = *wait(m_store->add(acme, invoice()));
    for (const auto state : {DocumentState::Waiting, DocumentState::Running, DocumentState::ToReview,
                             DocumentState::Approved, DocumentState::Failed, DocumentState::Cancelled}) {
        row.state = state;
        QVERIFY(wait(m_store->update(acme, row)));
        QVERIFY(wait(m_store->document(acme, row.id))->state == state);
    }
}

void TestSqlStore::documentsAreListedOldestFirst()
{
    for (const QString &name : {u"b"_s, u"a"_s, u"c"_s}) {
        DocumentRow row = invoice();
        row.name = name;
        QVERIFY(wait(m_store->add(acme, row)));
    }
    QStringList names;
    const auto listed = wait(m_store->documents(acme)); // kept: a loop does not keep what it walks over
    for (const DocumentRow &row : *listed)
        names += row.name;
    QCOMPARE(names, QStringList({u"b"_s, u"a"_s, u"c"_s}));
}

void TestSqlStore::editsComeBackInTheOrderAppended()
{
    const qint64 document = wait(m_store->add(acme, invoice()))->id;
    std::vector<EditRow> expected;
    for (const QByteArray &json : {QByteArray("one"), QByteArray("two"), QByteArray("three")}) {
        EditRow row = edit(document, json);
        const auto appended = wait(m_store->append(acme, row));
        QVERIFY(appended);
        row.sequence = appended->sequence;
        expected.push_back(row);
    }
    QVERIFY(expected[0].sequence < expected[1].sequence && expected[1].sequence < expected[2].sequence);
    QVERIFY(*wait(m_store->edits(acme, document)) == expected);
}

void TestSqlStore::anotherPartitionSeesAndChangesNothing()
{
    DocumentRow row = *wait(m_store->add(acme, invoice()));
    QVERIFY(wait(m_store->append(acme, edit(row.id, "one"))));

    for (const Partition &other : {bolt, Partition{}, Partition{u"https://evil.example"_s, u"org_acme"_s}}) {
        QVERIFY(wait(m_store->documents(other))->empty());
        QVERIFY(wait(m_store->edits(other, row.id))->empty());
        QVERIFY(wait(m_store->document(other, row.id)).error().code == ErrorCode::NotFound);
        QVERIFY(wait(m_store->update(other, row)).error().code == ErrorCode::NotFound);
        QVERIFY(wait(m_store->remove(other, row.id)).error().code == ErrorCode::NotFound);
        QVERIFY(wait(m_store->append(other, edit(row.id, "two"))).error().code == ErrorCode::NotFound);
    }
    QVERIFY(*wait(m_store->document(acme, row.id)) == row);
    QCOMPARE(wait(m_store->edits(acme, row.id))->size(), 1);
}

void TestSqlStore::aMissingDocumentIsNotFound()
{
    DocumentRow row = invoice();
    row.id = 4711;
    QVERIFY(wait(m_store->document(acme, 4711)).error().code == ErrorCode::NotFound);
    QVERIFY(wait(m_store->update(acme, row)).error().code == ErrorCode::NotFound);
    QVERIFY(wait(m_store->remove(acme, 4711)).error().code == ErrorCode::NotFound);
    QVERIFY(wait(m_store->append(acme, edit(4711, "one"))).error().code == ErrorCode::NotFound);
    QVERIFY(wait(m_store->edits(acme, 4711))->empty());
}

void TestSqlStore::aRemovedDocumentIsGoneAndTakesNoEdits()
{
    const qint64 id = wait(m_store->add(acme, invoice()))->id;
    QVERIFY(wait(m_store->append(acme, edit(id, "one"))));
    QVERIFY(wait(m_store->remove(acme, id)));
    QVERIFY(wait(m_store->documents(acme))->empty());
    QVERIFY(wait(m_store->document(acme, id)).error().code == ErrorCode::NotFound);
    QVERIFY(wait(m_store->append(acme, edit(id, "two"))).error().code == ErrorCode::NotFound);
    QVERIFY(wait(m_store->add(acme, invoice()))->id != id);
}

void TestSqlStore::whatWasAskedBeforeTheEndIsStillDone()
{
    const qint64 id = wait(m_store->add(acme, invoice()))->id;
    for (int n = 0; n < 50; ++n)
        (void)m_store->append(acme, edit(id, QByteArray::number(n)));
    m_store = std::make_unique<SqlStore>(m_folder->filePath(u"deep/lectern.db"_s), migrations);
    QCOMPARE(wait(m_store->edits(acme, id))->size(), 50);
}

void TestSqlStore::textIsNeverReadAsSql()
{
    const Partition odd{u"' OR '1'='1"_s, u"\"; DROP TABLE documents; --"_s};
    QVERIFY(wait(m_store->add(acme, invoice())));
    QVERIFY(wait(m_store->documents(odd))->empty());
    DocumentRow row = invoice();
    row.name = u"'); DELETE FROM edits; --"_s;
    QVERIFY(wait(m_store->add(odd, row)));
    QCOMPARE(wait(m_store->documents(odd))->front().name, row.name);
    QCOMPARE(wait(m_store->documents(acme))->size(), 1);
}

QTEST_GUILESS_MAIN(TestSqlStore)
#include "tst_sqlstore.moc"
