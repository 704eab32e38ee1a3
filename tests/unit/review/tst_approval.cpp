// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/review/invoicesample.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace core;
using enum Edit::Kind;
using sample::edit;

namespace {

Extraction applied(const Edit &step, const Extraction &before)
{
    return apply(before, completed(before, step), sample::schema());
}

Extraction withoutDoubts()
{
    return applied(edit(Accept, u"date"_s), applied(edit(Accept, u"total_net"_s), sample::invoice()));
}

Edit approveWithDoubts()
{
    Edit made = edit(Approve);
    made.withDoubts = true;
    return made;
}

} // namespace

class TestApproval : public QObject
{
    Q_OBJECT

private slots:
    void doubtfulAmbiguousAndNotOnThePageAreDoubts();
    void approvingIsRefusedWhileDoubtsAreLeft();
    void approvingMarksWhatWasAcceptedAndCorrected();
    void approvingTakesDoubtsOnWhenThePersonSaysSo();
    void whatIsMissingStaysMissing();
    void emptinessCanBeApproved();
    void nothingAtAllCannotBeApproved();
    void anApprovalCoversNoOtherValues();
    void aChangedValueIsNotApproved();
    void reopeningTellsCorrectedFromAccepted();
};

void TestApproval::doubtfulAmbiguousAndNotOnThePageAreDoubts()
{
    Extraction extraction = sample::invoice();
    QCOMPARE(doubts(extraction), 2);
    extraction.field(u"number"_s)->status = FieldStatus::NotOnPage;
    QCOMPARE(doubts(extraction), 3);
    extraction.tables[0].rows[0].cells[u"line_total"_s].status = FieldStatus::Review;
    QCOMPARE(doubts(extraction), 4);
}

void TestApproval::approvingIsRefusedWhileDoubtsAreLeft()
{
    const Extraction before = sample::invoice();
    const auto may = permitted(before, edit(Approve), sample::schema());
    QVERIFY(!may && may.error().code == ErrorCode::InvalidInput);
    const Extraction after = applied(edit(Approve), before);
    QVERIFY(after.fields == before.fields);
    QVERIFY(!isApproved(after));
}

void TestApproval::approvingMarksWhatWasAcceptedAndCorrected()
{
    const Extraction before = applied(edit(Set, u"number"_s, u"RE-18"_s), withoutDoubts());
    QVERIFY(permitted(before, edit(Approve), sample::schema()));
    const Extraction after = applied(edit(Approve), before);
    for (const QString &path : {u"number"_s, u"total_net"_s, u"date"_s})
        QVERIFY(after.field(path)->status == FieldStatus::Approved);
    QVERIFY(after.tables[0].rows[1].cells.at(u"line_total"_s).status == FieldStatus::Approved);
    QVERIFY(isApproved(after));
}

void TestApproval::approvingTakesDoubtsOnWhenThePersonSaysSo()
{
    QVERIFY(permitted(sample::invoice(), approveWithDoubts(), sample::schema()));
    const Extraction after = applied(approveWithDoubts(), sample::invoice());
    QVERIFY(isApproved(after));
    QCOMPARE(doubts(after), 0);
}

void TestApproval::whatIsMissingStaysMissing()
{
    const Extraction after = applied(edit(Approve), withoutDoubts());
    QVERIFY(after.field(u"iban"_s)->status == FieldStatus::Missing);
}

void TestApproval::emptinessCanBeApproved()
{
    Extraction empty;
    empty.fields = {sample::field(u"number"_s, ValueType::String, {}, FieldStatus::Missing, 0)};
    QVERIFY(!isApproved(empty));
    const Extraction after = applied(edit(Approve), empty);
    QVERIFY(isApproved(after));
    QVERIFY(!isApproved(applied(edit(Reopen), after)));
}

void TestApproval::nothingAtAllCannotBeApproved()
{
    QVERIFY(!permitted(Extraction(), edit(Approve), sample::schema()));
    QVERIFY(!isApproved(Extraction()));
}

void TestApproval::anApprovalCoversNoOtherValues()
{
    const Extraction seen = withoutDoubts();
    const Edit approval = completed(seen, edit(Approve));
    Extraction later = seen;
    later.field(u"number"_s)->value = u"RE-99"_s;
    QVERIFY(!isApproved(apply(later, approval, sample::schema())));
    later = seen;
    later.tables[0].rows.pop_back();
    QVERIFY(!isApproved(apply(later, approval, sample::schema())));
    QVERIFY(isApproved(apply(seen, approval, sample::schema())));
}

void TestApproval::aChangedValueIsNotApproved()
{
    const Extraction approved = applied(edit(Approve), withoutDoubts());
    QVERIFY(!isApproved(applied(edit(Set, u"number"_s, u"RE-18"_s), approved)));
}

void TestApproval::reopeningTellsCorrectedFromAccepted()
{
    const Extraction corrected = applied(edit(Set, u"number"_s, u"RE-18"_s), withoutDoubts());
    const Extraction after = applied(edit(Reopen), applied(edit(Approve), corrected));
    QVERIFY(after.field(u"number"_s)->status == FieldStatus::Corrected);
    QVERIFY(after.field(u"date"_s)->status == FieldStatus::Accepted);
    QVERIFY(!isApproved(after));
}

QTEST_GUILESS_MAIN(TestApproval)
#include "tst_approval.moc"
