// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/pipeline.h"
#include "tests/support/textdocument.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::FieldStatus;

namespace {

const QByteArray schemaJson = R"({"$id":"bill","type":"object","properties":{
    "number":{"type":["string","null"],"title":"Bill number"},
    "total":{"type":["number","null"],"title":"Amount","x-lectern":{"type":"money"}},
    "count":{"type":["number","null"],"title":"Count"},
    "day":{"type":["string","null"],"format":"date","title":"Day"},
    "party":{"type":"array","title":"Parties","items":{"type":"string"}},
    "seller":{"type":"object","properties":{"name":{"type":"string","title":"Name"}}},
    "rows":{"type":"array","items":{"type":"object","properties":{
        "what":{"type":"string"},"price":{"type":"number"}}}}}})";

core::Extraction prove(const QStringList &lines, const QJsonObject &values)
{
    const auto schema = core::parseSchema(schemaJson);
    return core::proveValues(TextDocument({lines}).document, *schema, values, {});
}

bool hasReason(const core::ExtractedField &field, const QString &part, const QString &kind)
{
    return std::any_of(field.because.begin(), field.because.end(),
                       [&](const core::Reason &reason) { return reason.part == part && reason.kind == kind; });
}

} // namespace

class ProveValues : public QObject
{
    Q_OBJECT

private slots:
    void aValueOnThePageHasItsPlace();
    void aValueThatIsNotOnThePageIsSaidToBeNot();
    void aNumberTakesItsZerosFromThePage();
    void aMissingValueIsMissing();
    void aListBecomesAFieldAnItem();
    void anEmptyListIsOneMissingField();
    void nestedValuesAreFound();
    void rowsBecomeATable();
    void valuesOfAWrongShapeAreMissing_data();
    void valuesOfAWrongShapeAreMissing();
    void whatTheSchemaDoesNotNameIsLeft();
    void aCellStandsOnTheLineOfItsRow();
    void equalRowsStandBelowEachOther();
    void aRateIsNoAmount();
    void anotherReadingsPlaceComesFirst();
    void aLabelMakesSurer();
    void printedOtherwiseIsLessSureThanInventedIsNever();
};

void ProveValues::aValueOnThePageHasItsPlace()
{
    const auto extraction = prove({u"Bill number: B-17"_s}, {{u"number"_s, u"B-17"_s}});
    const auto *field = extraction.field(u"number"_s);
    QVERIFY(field && field->value);
    QCOMPARE(*field->value, u"B-17"_s);
    QCOMPARE(field->evidence.size(), 1u);
    QCOMPARE(field->evidence[0].match, core::MatchKind::Exact);
    QVERIFY(hasReason(*field, u"match"_s, u"exact"_s));
    QVERIFY(field->certainty > 0.5);
}

void ProveValues::aValueThatIsNotOnThePageIsSaidToBeNot()
{
    const auto extraction = prove({u"Nothing of interest"_s}, {{u"number"_s, u"B-17"_s}, {u"total"_s, 99.5}});
    for (const QString &path : {u"number"_s, u"total"_s}) {
        const auto *field = extraction.field(path);
        QVERIFY(field->status == FieldStatus::NotOnPage);
        QVERIFY(field->evidence.empty());
        QVERIFY(field->certainty < 0.3);
    }
}

void ProveValues::aNumberTakesItsZerosFromThePage()
{
    const auto extraction = prove({u"Amount 1.240,50 EUR"_s}, {{u"total"_s, 1240.5}});
    const auto *field = extraction.field(u"total"_s);
    QCOMPARE(field->value.value_or(QString()), u"1240.50"_s);
    QCOMPARE(field->raw, u"1.240,50"_s);
    QCOMPARE(field->evidence[0].match, core::MatchKind::Normalised);
}

void ProveValues::aMissingValueIsMissing()
{
    const auto extraction = prove({u"words"_s}, {{u"number"_s, QJsonValue()}});
    const auto *field = extraction.field(u"number"_s);
    QVERIFY(!field->value);
    QVERIFY(field->status == FieldStatus::Missing);
    QCOMPARE(field->certainty, 0.0);
}

void ProveValues::aListBecomesAFieldAnItem()
{
    const auto extraction = prove({u"between Acme Inc and Globex Corp"_s},
                                  {{u"party"_s, QJsonArray{u"Acme Inc"_s, QJsonValue(), u"Globex Corp"_s}}});
    QCOMPARE(extraction.field(u"party[0]"_s)->value.value_or(QString()), u"Acme Inc"_s);
    QCOMPARE(extraction.field(u"party[1]"_s)->value.value_or(QString()), u"Globex Corp"_s);
    QVERIFY(!extraction.field(u"party[2]"_s));
}

void ProveValues::anEmptyListIsOneMissingField()
{
    const auto extraction = prove({u"words"_s}, {{u"party"_s, QJsonArray()}});
    QVERIFY(extraction.field(u"party[0]"_s)->status == FieldStatus::Missing);
}

void ProveValues::nestedValuesAreFound()
{
    const auto extraction = prove({u"Name Acme"_s}, {{u"seller"_s, QJsonObject{{u"name"_s, u"Acme"_s}}}});
    QCOMPARE(extraction.field(u"seller.name"_s)->value.value_or(QString()), u"Acme"_s);
}

void ProveValues::rowsBecomeATable()
{
    const QJsonArray rows{QJsonObject{{u"what"_s, u"Paper"_s}, {u"price"_s, 3.5}},
                          QJsonObject{{u"what"_s, u"Diamonds"_s}, {u"price"_s, 9999}}};
    const auto extraction = prove({u"Paper 3.50"_s, u"Ink 4.20"_s}, {{u"rows"_s, rows}});
    QCOMPARE(extraction.tables.size(), 1u);
    QCOMPARE(extraction.tables[0].rows.size(), 2u);
    const auto &paper = extraction.tables[0].rows[0].cells.at(u"price"_s);
    QCOMPARE(paper.value.value_or(QString()), u"3.50"_s);
    QCOMPARE(paper.evidence.size(), 1u);
    QVERIFY(extraction.tables[0].rows[1].cells.at(u"what"_s).status == FieldStatus::NotOnPage);
}

void ProveValues::valuesOfAWrongShapeAreMissing_data()
{
    QTest::addColumn<QJsonObject>("values");
    QTest::newRow("nothing") << QJsonObject();
    QTest::newRow("a list for a text") << QJsonObject{{u"number"_s, QJsonArray{u"B-17"_s}}};
    QTest::newRow("an object for a text") << QJsonObject{{u"number"_s, QJsonObject{{u"x"_s, 1}}}};
    QTest::newRow("a text for rows") << QJsonObject{{u"rows"_s, u"many"_s}};
    QTest::newRow("rows of texts") << QJsonObject{{u"rows"_s, QJsonArray{u"a"_s, 5}}};
    QTest::newRow("a huge text") << QJsonObject{{u"number"_s, QString(1'000'000, u'9')}};
    QTest::newRow("a huge number") << QJsonObject{{u"count"_s, 1e300}};
}

void ProveValues::valuesOfAWrongShapeAreMissing()
{
    QFETCH(QJsonObject, values);
    const auto extraction = prove({u"B-17 9999999 5"_s}, values);
    for (const core::ExtractedField &field : extraction.fields)
        QVERIFY2(!field.value, qPrintable(field.path));
    QVERIFY(extraction.tables[0].rows.empty());
}

void ProveValues::whatTheSchemaDoesNotNameIsLeft()
{
    const auto extraction = prove({u"evil"_s}, {{u"__proto__"_s, u"evil"_s}, {u"extra"_s, u"evil"_s}});
    for (const core::ExtractedField &field : extraction.fields)
        QVERIFY(!field.value);
}

void ProveValues::aCellStandsOnTheLineOfItsRow()
{
    const auto extraction =
        prove({u"High Street 20"_s, u"Copper pipe     20"_s},
              {{u"rows"_s, QJsonArray{QJsonObject{{u"what"_s, u"Copper pipe"_s}, {u"price"_s, 20}}}}});
    const auto &cells = extraction.tables.front().rows.front().cells;
    QCOMPARE(cells.at(u"price"_s).evidence.size(), 1u);
    QCOMPARE(cells.at(u"price"_s).evidence.front().place.box.top(),
             cells.at(u"what"_s).evidence.front().place.box.top());
}

void ProveValues::equalRowsStandBelowEachOther()
{
    const QJsonObject row{{u"what"_s, u"Copper pipe"_s}, {u"price"_s, 20}};
    const auto extraction =
        prove({u"Copper pipe     20"_s, u"Copper pipe     20"_s}, {{u"rows"_s, QJsonArray{row, row}}});
    const auto &rows = extraction.tables.front().rows;
    QVERIFY(rows.at(0).cells.at(u"price"_s).evidence.front().place.box.top()
            < rows.at(1).cells.at(u"price"_s).evidence.front().place.box.top());
}

void ProveValues::aRateIsNoAmount()
{
    const auto extraction = prove({u"Tax (0%): 0.00"_s}, {{u"total"_s, 0}});
    const auto *field = extraction.field(u"total"_s);
    QCOMPARE(field->raw, u"0.00"_s);
    QCOMPARE(field->evidence.size(), 1u);
}

void ProveValues::anotherReadingsPlaceComesFirst()
{
    const auto extraction =
        prove({u"7 of all 7 parts"_s, u""_s, u"Count: 7"_s, u"Delivered 5 March 2018"_s, u"Day: 5 March 2018"_s},
              {{u"day"_s, u"2018-03-05"_s}});
    const auto *field = extraction.field(u"day"_s);
    QVERIFY(hasReason(*field, u"second_reading"_s, u"agrees"_s));
    QVERIFY(field->evidence.size() > 1);
    QVERIFY(field->evidence.at(0).place.box.top() > field->evidence.at(1).place.box.top());
}

void ProveValues::aLabelMakesSurer()
{
    const auto with = prove({u"Bill number: B-17"_s}, {{u"number"_s, u"B-17"_s}});
    const auto without = prove({u"somewhere B-17"_s}, {{u"number"_s, u"B-17"_s}});
    QVERIFY(with.field(u"number"_s)->certainty > without.field(u"number"_s)->certainty);
}

void ProveValues::printedOtherwiseIsLessSureThanInventedIsNever()
{
    const auto exact = prove({u"Day 2024-03-17"_s}, {{u"day"_s, u"2024-03-17"_s}});
    const auto otherwise = prove({u"Day 17 March 2024"_s}, {{u"day"_s, u"2024-03-17"_s}});
    const auto invented = prove({u"Day of rest"_s}, {{u"day"_s, u"2024-03-17"_s}});
    QVERIFY(exact.field(u"day"_s)->certainty >= otherwise.field(u"day"_s)->certainty);
    QVERIFY(otherwise.field(u"day"_s)->certainty > invented.field(u"day"_s)->certainty + 0.3);
}

QTEST_GUILESS_MAIN(ProveValues)
#include "tst_provevalues.moc"
