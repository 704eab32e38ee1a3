// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/review/invoicesample.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace core;
using enum Edit::Kind;
using sample::edit;

namespace {

Extraction applied(const Edit &step, const Extraction &before = sample::invoice())
{
    return apply(before, completed(before, step), sample::schema());
}

bool sameValues(const Extraction &one, const Extraction &other)
{
    if (one.fields != other.fields || one.tables.size() != other.tables.size())
        return false;
    for (std::size_t n = 0; n < one.tables.size(); ++n) {
        if (one.tables[n].rows != other.tables[n].rows)
            return false;
    }
    return true;
}

} // namespace

class TestEdit : public QObject
{
    Q_OBJECT

private slots:
    void settingNormalisesAndKeepsWhatWasTyped();
    void whatSpokeForTheOldValueSaysNothingOfTheNew();
    void settingTheValueThatStandsThereAcceptsIt();
    void aCandidateBringsItsPlace();
    void aDrawnPlaceIsTaken();
    void aPlaceThatShowsSomethingElseProvesNothing();
    void aMisreadDigitKeepsItsPlace();
    void anEmptyValueIsMissing();
    void rejectingSaysThatThereIsNone();
    void acceptingGivesThePersonAsReason();
    void acceptingAnotherValueThanWasSeenDoesNothing();
    void aFieldOfTheSchemaCanBeAdded();
    void cellsAreSetAndAccepted();
    void rowsAreInsertedAndDeleted();
    void deletingAnotherRowThanWasSeenDoesNothing();
    void checksFollowTheValues();
    void whatIsNoValueIsRefused_data();
    void whatIsNoValueIsRefused();
    void aReplayDoesNotDependOnTheRulesOfToday();
    void everyEditIsUndoneByItsInverse_data();
    void everyEditIsUndoneByItsInverse();
    void anEditSurvivesJson();
    void brokenJsonIsAnError_data();
    void brokenJsonIsAnError();
};

void TestEdit::settingNormalisesAndKeepsWhatWasTyped()
{
    const Extraction after = applied(edit(Set, u"total_net"_s, u"1,240.50"_s));
    const ExtractedField &field = *after.field(u"total_net"_s);
    QCOMPARE(field.value, u"1240.50"_s);
    QCOMPARE(field.raw, u"1,240.50"_s);
    QCOMPARE(field.currency, u"EUR"_s);
    QVERIFY(field.status == FieldStatus::Corrected);
    QCOMPARE(field.because.back().part, u"person"_s);
    QCOMPARE(field.because.back().kind, u"corrected"_s);
    QCOMPARE(field.certainty, 1.0);
}

void TestEdit::whatSpokeForTheOldValueSaysNothingOfTheNew()
{
    const Extraction after = applied(edit(Set, u"number"_s, u"INV/2024/00042"_s));
    const auto &because = after.field(u"number"_s)->because;
    QCOMPARE(because.size(), 1);
    QCOMPARE(because.front().part, u"person"_s);
    QCOMPARE(because.front().effect, 1.0);
}

void TestEdit::settingTheValueThatStandsThereAcceptsIt()
{
    const Extraction after = applied(edit(Set, u"date"_s, u"2024-05-07"_s));
    QVERIFY(after.field(u"date"_s)->status == FieldStatus::Accepted);
    QCOMPARE(after.field(u"date"_s)->evidence.size(), 1);
}

void TestEdit::aCandidateBringsItsPlace()
{
    const Extraction after = applied(edit(Set, u"date"_s, u"2024-06-07"_s));
    const ExtractedField &field = *after.field(u"date"_s);
    QCOMPARE(field.evidence.size(), 1);
    QCOMPARE(field.evidence.front().place.text, u"7 June 2024"_s);
    QVERIFY(field.status == FieldStatus::Corrected);
}

void TestEdit::aDrawnPlaceIsTaken()
{
    Edit step = edit(Set, u"number"_s, u"RE-18"_s);
    step.evidence = {sample::place(u"RE-18"_s, 500)};
    QVERIFY(applied(step).field(u"number"_s)->evidence == step.evidence);
}

void TestEdit::aPlaceThatShowsSomethingElseProvesNothing()
{
    QVERIFY(applied(edit(Set, u"number"_s, u"INV/2024/00042"_s)).field(u"number"_s)->evidence.empty());
}

void TestEdit::aMisreadDigitKeepsItsPlace()
{
    const Extraction after = applied(edit(Set, u"total_net"_s, u"100.00"_s));
    const auto &evidence = after.field(u"total_net"_s)->evidence;
    QCOMPARE(evidence.size(), 1);
    QVERIFY(evidence.front().match == MatchKind::Fuzzy); // not exact: it says something else there
}

void TestEdit::anEmptyValueIsMissing()
{
    const Extraction after = applied(edit(Set, u"number"_s, u"  "_s));
    QVERIFY(after.field(u"number"_s)->status == FieldStatus::Missing);
    QVERIFY(!after.field(u"number"_s)->value);
    QVERIFY(after.field(u"number"_s)->evidence.empty());
}

void TestEdit::rejectingSaysThatThereIsNone()
{
    const Extraction after = applied(edit(Reject, u"total_net"_s));
    QVERIFY(after.field(u"total_net"_s)->status == FieldStatus::Missing);
    QCOMPARE(after.field(u"total_net"_s)->because.back().kind, u"missing"_s);
    QCOMPARE(doubts(after), doubts(sample::invoice()) - 1);
}

void TestEdit::acceptingGivesThePersonAsReason()
{
    const Extraction after = applied(edit(Accept, u"total_net"_s));
    const ExtractedField &field = *after.field(u"total_net"_s);
    QVERIFY(field.status == FieldStatus::Accepted);
    QCOMPARE(field.value, u"103.00"_s);
    QCOMPARE(field.because.back().part, u"person"_s);
    QCOMPARE(field.because.back().effect, 0.4);
    QCOMPARE(field.because.size(), 2);
    const Extraction twice = applied(edit(Accept, u"total_net"_s), after);
    QVERIFY(twice.field(u"total_net"_s)->because == field.because); // one person, once
}

void TestEdit::acceptingAnotherValueThanWasSeenDoesNothing()
{
    const Extraction before = sample::invoice();
    const Edit accepted = completed(before, edit(Accept, u"total_net"_s));
    Extraction later = before; // another run of an engine read another value
    later.field(u"total_net"_s)->value = u"999.00"_s;
    QVERIFY(apply(later, accepted, sample::schema()).field(u"total_net"_s)->status == FieldStatus::Review);
    const Edit corrected = completed(before, edit(Set, u"total_net"_s, u"100.00"_s));
    QCOMPARE(apply(later, corrected, sample::schema()).field(u"total_net"_s)->value, u"100.00"_s);
}

void TestEdit::aFieldOfTheSchemaCanBeAdded()
{
    const Extraction after = applied(edit(Set, u"note"_s, u"paid in cash"_s));
    QVERIFY(after.field(u"note"_s));
    QCOMPARE(after.field(u"note"_s)->value, u"paid in cash"_s);
    QVERIFY(sameValues(applied(edit(Set, u"no_such_field"_s, u"x"_s)), sample::invoice()));
}

void TestEdit::cellsAreSetAndAccepted()
{
    Extraction after = applied(edit(SetCell, u"items[1].line_total"_s, u"43,00 EUR"_s));
    const ExtractedCell &cell = after.tables[0].rows[1].cells[u"line_total"_s];
    QCOMPARE(cell.value, u"43.00"_s);
    QCOMPARE(cell.raw, u"43,00 EUR"_s);
    QVERIFY(cell.status == FieldStatus::Corrected);
    QVERIFY(after.tables[0].rows[0] == sample::invoice().tables[0].rows[0]);
    after = applied(edit(Accept, u"items[1].line_total"_s), after);
    QVERIFY(after.tables[0].rows[1].cells[u"line_total"_s].status == FieldStatus::Accepted);
}

void TestEdit::rowsAreInsertedAndDeleted()
{
    Extraction after = applied(edit(InsertRow, u"items[1]"_s));
    QCOMPARE(after.tables[0].rows.size(), 3);
    QCOMPARE(after.tables[0].rows[1].cells.size(), 2);
    QCOMPARE(doubts(after), doubts(sample::invoice())); // an empty row is no doubt
    after = applied(edit(InsertRow, u"items[3]"_s), after);
    QCOMPARE(after.tables[0].rows.size(), 4);
    after = applied(edit(DeleteRow, u"items[0]"_s), after);
    QCOMPARE(after.tables[0].rows.size(), 3);
    QCOMPARE(after.tables[0].rows[1].cells[u"description"_s].value, u"Ink"_s);
}

void TestEdit::deletingAnotherRowThanWasSeenDoesNothing()
{
    const Extraction before = sample::invoice();
    const Edit deleted = completed(before, edit(DeleteRow, u"items[0]"_s));
    Extraction later = before;
    std::swap(later.tables[0].rows[0], later.tables[0].rows[1]);
    QVERIFY(sameValues(apply(later, deleted, sample::schema()), later));
}

void TestEdit::checksFollowTheValues()
{
    const Extraction before = applied(edit(Accept, u"number"_s));
    QCOMPARE(before.checks.size(), 1);
    QVERIFY(!before.checks.front().holds);
    const Extraction after = applied(edit(Set, u"total_net"_s, u"100.00"_s));
    QCOMPARE(after.checks.size(), 1);
    QVERIFY(after.checks.front().holds);
    QVERIFY(applied(edit(Reject, u"total_net"_s)).checks.empty()); // nothing to compare with
}

void TestEdit::whatIsNoValueIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("kind");
    QTest::newRow("a date in words that are none") << u"date"_s << u"soon"_s << int(Set);
    QTest::newRow("money without figures") << u"total_net"_s << u"a lot"_s << int(Set);
    QTest::newRow("a cell") << u"items[0].line_total"_s << u"a lot"_s << int(SetCell);
    QTest::newRow("no such field") << u"colour"_s << u"blue"_s << int(Set);
    QTest::newRow("no such row") << u"items[7].line_total"_s << u"1.00"_s << int(SetCell);
    QTest::newRow("no such column") << u"items[0].colour"_s << u"blue"_s << int(SetCell);
    QTest::newRow("no such table") << u"things[0].line_total"_s << u"1.00"_s << int(SetCell);
    QTest::newRow("a row beyond the end") << u"items[3]"_s << QString() << int(InsertRow);
    QTest::newRow("deleting a row beyond the end") << u"items[2]"_s << QString() << int(DeleteRow);
    QTest::newRow("a number that no row can have") << u"items[99999999999]"_s << QString() << int(DeleteRow);
}

void TestEdit::whatIsNoValueIsRefused()
{
    QFETCH(QString, path);
    QFETCH(QString, typed);
    QFETCH(int, kind);
    const Edit step = edit(static_cast<Edit::Kind>(kind), path, typed);
    const auto may = permitted(sample::invoice(), step, sample::schema());
    QVERIFY(!may);
    QVERIFY(may.error().code == ErrorCode::InvalidInput);
    (void)applied(step); // and applying it all the same does no harm
}

void TestEdit::aReplayDoesNotDependOnTheRulesOfToday()
{
    Edit step = completed(sample::invoice(), edit(Set, u"date"_s, u"7 June 2024"_s));
    QVERIFY(step.value);
    step.value->value = u"2024-07-06"_s; // what the rules said then
    const Extraction after = apply(sample::invoice(), step, sample::schema());
    QCOMPARE(after.field(u"date"_s)->value, u"2024-07-06"_s);
}

void TestEdit::everyEditIsUndoneByItsInverse_data()
{
    QTest::addColumn<Edit>("step");
    Edit approve = edit(Approve);
    approve.withDoubts = true;
    QTest::newRow("set") << edit(Set, u"total_net"_s, u"1,240.50"_s);
    QTest::newRow("set a field that was not there") << edit(Set, u"note"_s, u"x"_s);
    QTest::newRow("accept") << edit(Accept, u"date"_s);
    QTest::newRow("reject") << edit(Reject, u"date"_s);
    QTest::newRow("approve") << approve;
    QTest::newRow("reopen") << edit(Reopen);
    QTest::newRow("set cell") << edit(SetCell, u"items[1].description"_s, u"Toner"_s);
    QTest::newRow("accept cell") << edit(Accept, u"items[1].description"_s);
    QTest::newRow("insert row") << edit(InsertRow, u"items[2]"_s);
    QTest::newRow("delete first row") << edit(DeleteRow, u"items[0]"_s);
    QTest::newRow("delete last row") << edit(DeleteRow, u"items[1]"_s);
}

void TestEdit::everyEditIsUndoneByItsInverse()
{
    QFETCH(Edit, step);
    const Extraction before = sample::invoice();
    const Edit done = completed(before, step);
    const Extraction after = apply(before, done, sample::schema());
    const auto kept = editFromJson(toJson(inverse(before, done)));
    QVERIFY(kept);
    const Extraction back = apply(after, *kept, sample::schema());
    QVERIFY(sameValues(back, before));
    QVERIFY(sameValues(apply(back, done, sample::schema()), after)); // and redone
}

void TestEdit::anEditSurvivesJson()
{
    Edit full = edit(Set, u"items[2].line_total"_s, u"„1.240,50“ €"_s);
    full.before = u"1"_s;
    full.evidence = {sample::place(u"1.240,50"_s, 33.3)};
    full.evidence.front().match = MatchKind::Fuzzy;
    full.evidence.front().place.source = TextSource::Ocr;
    full.withDoubts = true;
    full.value = NormalValue{u"1240.50"_s, u"EUR"_s};
    full.state = {{u"a"_s, 1}};
    const auto back = editFromJson(toJson(full));
    QVERIFY(back);
    QVERIFY(*back == full);
    for (const auto kind : {Set, Accept, Reject, Approve, Reopen, SetCell, InsertRow, DeleteRow, Restore})
        QVERIFY(editFromJson(toJson(edit(kind)))->kind == kind);
}

void TestEdit::brokenJsonIsAnError_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no kind") << QByteArray("{}");
    QTest::newRow("a kind of a later version") << QByteArray(R"({"kind":"merge"})");
    QTest::newRow("cut off") << QByteArray(R"({"kind":"set","path":"a)");
    QTest::newRow("half a box") << QByteArray(R"({"kind":"set","evidence":[{"page":1,"box":[1,2]}]})");
    QTest::newRow("page zero") << QByteArray(
        R"({"kind":"set","evidence":[{"page":0,"box":[1,2,3,4],"source":"ocr","match":"exact"}]})");
}

void TestEdit::brokenJsonIsAnError()
{
    QFETCH(QByteArray, json);
    const auto read = editFromJson(json);
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
