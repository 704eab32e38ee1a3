// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certainty/weights.h"
#include "core/extraction/settle.h"
#include "tests/support/textdocument.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::Draft;
using core::FieldStatus;

namespace {

core::SchemaField schemaField(const QString &path, core::ValueType type = core::ValueType::String)
{
    core::SchemaField field;
    field.path = field.name = path;
    field.title = path;
    field.type = type;
    return field;
}

Draft sure()
{
    Draft draft;
    draft.value = u"1"_s;
    draft.evidence.push_back({});
    draft.because = {{u"match"_s, {}, {}, 5}};
    return draft;
}

} // namespace

class Settle : public QObject
{
    Q_OBJECT

private slots:
    void aSureValueIsAccepted();
    void aDoubtfulValueIsToBeReviewed();
    void aDoubtfulValueWithCandidatesIsAmbiguous();
    void withoutEvidenceNothingIsAccepted();
    void withoutAValueItIsMissing();
    void aFindingBringsItsReasons();
    void aFindingFromXmlThatIsNotPrintedIsNotOnThePage();
    void aCheckSpeaksForEveryValueInIt();
    void aColumnWithAGapIsNotSummed();
    void aWrongCheckDigitMakesDoubtful();
};

void Settle::aSureValueIsAccepted()
{
    Draft draft = sure();
    core::settle(draft, 0.9);
    QVERIFY(draft.status == FieldStatus::Accepted);
    QVERIFY(draft.certainty > 0.9);
}

void Settle::aDoubtfulValueIsToBeReviewed()
{
    Draft draft = sure();
    draft.because.clear();
    core::settle(draft, 0.9);
    QVERIFY(draft.status == FieldStatus::Review);
}

void Settle::aDoubtfulValueWithCandidatesIsAmbiguous()
{
    Draft draft = sure();
    draft.because.clear();
    draft.candidates.push_back({u"2"_s, {}});
    core::settle(draft, 0.9);
    QVERIFY(draft.status == FieldStatus::Ambiguous);
}

void Settle::withoutEvidenceNothingIsAccepted()
{
    Draft draft = sure();
    draft.evidence.clear();
    core::settle(draft, 0);
    QVERIFY(draft.status == FieldStatus::NotOnPage);
}

void Settle::withoutAValueItIsMissing()
{
    Draft draft;
    core::settle(draft, 0);
    QVERIFY(draft.status == FieldStatus::Missing);
    draft.candidates.push_back({u"2"_s, {}});
    core::settle(draft, 0);
    QVERIFY(draft.status == FieldStatus::Ambiguous);
}

void Settle::aFindingBringsItsReasons()
{
    const TextDocument made({{u"Total 12.50"_s}}, core::TextSource::Ocr);
    const core::Prover prover(made.document, {});
    core::Finding finding;
    finding.path = u"total"_s;
    finding.raw = u"12.50"_s;
    finding.value = {u"12.50"_s, u"EUR"_s};
    finding.places = {{1, made.document.pages[0].words[1].box, u"12.50"_s, core::TextSource::Ocr}};
    finding.label = u"Total"_s;
    finding.score = 0.8;
    const Draft draft = prover.fromFinding(schemaField(u"total"_s, core::ValueType::Money), finding);
    QStringList parts;
    for (const core::Reason &reason : draft.because)
        parts += reason.part;
    QCOMPARE(parts, QStringList({u"match"_s, u"label"_s, u"source"_s, u"engine"_s}));
    QCOMPARE(draft.currency, u"EUR"_s);
    QVERIFY(draft.because[2].effect < 0); // OCR was not quite sure of the word
}

void Settle::aFindingFromXmlThatIsNotPrintedIsNotOnThePage()
{
    const TextDocument made({{u"nothing"_s}});
    const core::Prover prover(made.document, {});
    core::Finding finding;
    finding.path = u"buyer"_s;
    finding.raw = finding.value.value = u"Acme"_s;
    finding.source = core::TextSource::EmbeddedXml;
    Draft draft = prover.fromFinding(schemaField(u"buyer"_s), finding);
    core::settle(draft, 0.5);
    QVERIFY(draft.status == FieldStatus::NotOnPage);
}

void Settle::aCheckSpeaksForEveryValueInIt()
{
    core::Schema schema;
    schema.checks = {{u"net + tax = gross"_s}};
    std::vector<Draft> fields(4, sure());
    const QStringList paths{u"net"_s, u"tax"_s, u"gross"_s, u"other"_s};
    const QStringList values{u"100"_s, u"19"_s, u"119"_s, u"7"_s};
    for (size_t i = 0; i < fields.size(); ++i) {
        fields[i].path = paths[static_cast<qsizetype>(i)];
        fields[i].value = values[static_cast<qsizetype>(i)];
    }
    std::vector<core::DraftTable> tables;
    const auto outcomes = core::applyChecks(schema, fields, tables);
    QCOMPARE(outcomes.size(), 1u);
    QVERIFY(outcomes[0].holds);
    for (size_t i = 0; i < 3; ++i)
        QCOMPARE(fields[i].because.back().effect, core::weights::checkHolds);
    QCOMPARE(fields[3].because.size(), 1u);
}

void Settle::aColumnWithAGapIsNotSummed()
{
    core::SchemaTable table;
    table.path = u"rows"_s;
    table.columns = {schemaField(u"price"_s, core::ValueType::Money)};
    core::Schema schema;
    schema.checks = {{u"sum(rows.price) = net"_s}};
    Draft net = sure();
    net.path = u"net"_s;
    net.value = u"1"_s;
    std::vector<Draft> fields{net};
    Draft gap;
    std::vector<core::DraftTable> tables{{&table, {{{u"price"_s, sure()}}, {{u"price"_s, gap}}}}};
    QVERIFY(core::applyChecks(schema, fields, tables).empty());
    tables[0].rows.pop_back();
    QCOMPARE(core::applyChecks(schema, fields, tables).size(), 1u);
}

void Settle::aWrongCheckDigitMakesDoubtful()
{
    const TextDocument made({{u"IBAN DE89370400440532013000 DE88370400440532013000"_s}});
    const core::Prover prover(made.document, {});
    const auto field = schemaField(u"iban"_s, core::ValueType::Iban);
    Draft good = prover.fromGiven({u"iban"_s, &field, u"DE89370400440532013000"_s, {}}, nullptr);
    Draft bad = prover.fromGiven({u"iban"_s, &field, u"DE88370400440532013000"_s, {}}, nullptr);
    core::settle(good, 0.9);
    core::settle(bad, 0.9);
    QVERIFY(good.status == FieldStatus::Accepted);
    QVERIFY(bad.status == FieldStatus::Review);
}

QTEST_GUILESS_MAIN(Settle)
#include "tst_settle.moc"
