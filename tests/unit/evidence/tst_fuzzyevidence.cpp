// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidence.h"
#include "tests/support/textdocument.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::MatchKind;
using core::ValueType;

namespace {

std::vector<core::Evidence> findInScan(const QString &line, const QString &value, ValueType type = ValueType::String)
{
    const TextDocument made({{line}}, core::TextSource::Ocr);
    return core::findEvidence(made.document,
                              {value, core::normalise(value, type, {}).value_or(core::NormalValue()), type, {}});
}

} // namespace

class FuzzyEvidence : public QObject
{
    Q_OBJECT

private slots:
    void aReadingSlipIsForgiven_data();
    void aReadingSlipIsForgiven();
    void aWrongDigitIsNeverForgiven_data();
    void aWrongDigitIsNeverForgiven();
    void whatIsTooFarOffIsNotIt_data();
    void whatIsTooFarOffIsNotIt();
    void aNumberWithALetterInItIsFoundInAScan();
    void aDateReadTheOtherWayRoundIsDoubtful();
};

void FuzzyEvidence::aReadingSlipIsForgiven_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("value");
    QTest::newRow("a letter changed") << u"to Musterhous GmbH today"_s << u"Musterhaus GmbH"_s;
    QTest::newRow("a letter lost") << u"TAMAN DAYA JOHOR BAHRU"_s << u"TAMAN DAYA JOHOR BAHARU"_s;
    QTest::newRow("a letter too many") << u"Restaurannt Adler"_s << u"Restaurant Adler"_s;
    QTest::newRow("O for 0") << u"RE-2O24-17"_s << u"RE-2024-17"_s;
    QTest::newRow("umlaut lost") << u"Mullerstrasse"_s << u"Müllerstrasse"_s;
}

void FuzzyEvidence::aReadingSlipIsForgiven()
{
    QFETCH(QString, printed);
    QFETCH(QString, value);
    const auto found = findInScan(printed, value);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].match, MatchKind::Fuzzy);
    QCOMPARE(found[0].place.source, core::TextSource::Ocr);
}

void FuzzyEvidence::aWrongDigitIsNeverForgiven_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("value");
    QTest::newRow("changed") << u"RE-2024-18"_s << u"RE-2024-17"_s;
    QTest::newRow("lost") << u"INVOICE-20417"_s << u"INVOICE-202417"_s;
    QTest::newRow("added") << u"INVOICE-2024170"_s << u"INVOICE-202417"_s;
    QTest::newRow("house number") << u"Musterstrasse 12"_s << u"Musterstrasse 13"_s;
}

void FuzzyEvidence::aWrongDigitIsNeverForgiven()
{
    QFETCH(QString, printed);
    QFETCH(QString, value);
    QVERIFY(findInScan(printed, value).empty());
}

void FuzzyEvidence::whatIsTooFarOffIsNotIt_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("value");
    QTest::newRow("another name") << u"Schmidt GmbH"_s << u"Becker GmbH"_s;
    QTest::newRow("short words need all their letters") << u"cat"_s << u"car"_s;
    QTest::newRow("half of it") << u"Springfield"_s << u"Springfield Gardens Nursing Home"_s;
}

void FuzzyEvidence::whatIsTooFarOffIsNotIt()
{
    QFETCH(QString, printed);
    QFETCH(QString, value);
    QVERIFY(findInScan(printed, value).empty());
}

void FuzzyEvidence::aNumberWithALetterInItIsFoundInAScan()
{
    const auto found = findInScan(u"Total 1O.5O"_s, u"10.50"_s, ValueType::Money);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].match, MatchKind::Fuzzy);
}

void FuzzyEvidence::aDateReadTheOtherWayRoundIsDoubtful()
{
    const TextDocument made({{u"Date 03/04/2024"_s}});
    const core::Wanted wanted{u"2024-03-04"_s, {u"2024-03-04"_s, {}}, ValueType::Date, {}};
    core::NormalContext dayFirst;
    dayFirst.dayFirst = true;
    const auto found = core::findEvidence(made.document, wanted, dayFirst);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].match, MatchKind::Fuzzy);
    dayFirst.dayFirst = false;
    QCOMPARE(core::findEvidence(made.document, wanted, dayFirst).at(0).match, MatchKind::Normalised);
}

QTEST_GUILESS_MAIN(FuzzyEvidence)
#include "tst_fuzzyevidence.moc"
