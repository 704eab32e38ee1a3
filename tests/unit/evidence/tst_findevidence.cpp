// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/finder.h"
#include "tests/support/textdocument.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::MatchKind;
using core::ValueType;

namespace {

core::Wanted wanted(const QString &text, ValueType type = ValueType::String, const QStringList &labels = {})
{
    return {text, core::normalise(text, type, {}).value_or(core::NormalValue()), type, labels};
}

std::vector<core::Evidence> find(const QStringList &lines, const core::Wanted &value)
{
    return core::findEvidence(TextDocument({lines}).document, value);
}

} // namespace

class FindEvidence : public QObject
{
    Q_OBJECT

private slots:
    void aValueIsFoundAsPrinted();
    void aValueInsideALongerOneIsNotIt_data();
    void aValueInsideALongerOneIsNotIt();
    void aValueThatStandsNowhereHasNoEvidence();
    void aNumberIsFoundInItsPrintedForm_data();
    void aNumberIsFoundInItsPrintedForm();
    void anotherNumberIsNotTakenForIt_data();
    void anotherNumberIsNotTakenForIt();
    void aDateIsFoundInItsPrintedForm_data();
    void aDateIsFoundInItsPrintedForm();
    void anIbanIsFoundThroughItsSpaces();
    void aHyphenatedWordIsFoundOverTheLineBreak();
    void aValueOverTwoLinesHasABoxALine();
    void aLabelGluedToItsValueIsCutOff();
    void anExactMatchComesBeforeANormalisedOne();
    void aPlaceWithItsLabelComesFirst();
    void aLabelAboveCountsAfterOneBeside();
    void everyPlaceOfAValueIsListed();
    void aFormValueIsFoundThoughItIsNotPrinted();
    void nothingMatchesAcrossPages();
    void emptyAndStrangeValuesFindNothing_data();
    void emptyAndStrangeValuesFindNothing();
    void aThousandPagesAreSearchedQuickly();
};

void FindEvidence::aValueIsFoundAsPrinted()
{
    const auto found = find({u"Invoice  RE-2024-17"_s, u"for you"_s}, wanted(u"RE-2024-17"_s));
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].match, MatchKind::Exact);
    QCOMPARE(found[0].place.page, 1);
    QCOMPARE(found[0].place.text, u"RE-2024-17"_s);
    QCOMPARE(found[0].place.box, QRectF(72 + 6 * 9, 72, 60, 10));
}

void FindEvidence::aValueInsideALongerOneIsNotIt_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("value");
    QTest::newRow("letters before") << u"Schmidt"_s << u"midt"_s;
    QTest::newRow("digits after") << u"4711 8"_s << u"471"_s;
    QTest::newRow("cents") << u"100.50"_s << u"100"_s;
    QTest::newRow("thousands") << u"1,250.00"_s << u"250.00"_s;
    QTest::newRow("part of a number with dashes") << u"2024-17-05"_s << u"17"_s;
}

void FindEvidence::aValueInsideALongerOneIsNotIt()
{
    QFETCH(QString, printed);
    QFETCH(QString, value);
    QVERIFY(find({printed}, wanted(value)).empty());
}

void FindEvidence::aValueThatStandsNowhereHasNoEvidence()
{
    QVERIFY(find({u"Rechnung Nr. 1"_s, u"Summe 12,00"_s}, wanted(u"Acme Holding"_s)).empty());
    QVERIFY(find({}, wanted(u"Acme"_s)).empty());
}

void FindEvidence::aNumberIsFoundInItsPrintedForm_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("German") << u"Summe 1.240,50 EUR"_s << u"1240.50"_s << u"1.240,50"_s;
    QTest::newRow("English") << u"Total $1,240.50"_s << u"1240.50"_s << u"$1,240.50"_s;
    QTest::newRow("Swiss") << u"Total CHF 1'240.50"_s << u"1240.5"_s << u"1'240.50"_s;
    QTest::newRow("fewer zeros") << u"Total 12.00"_s << u"12"_s << u"12.00"_s;
    QTest::newRow("split by a space") << u"Total 1 240,50 EUR"_s << u"1240.50"_s << u"1 240,50"_s;
    QTest::newRow("in brackets") << u"(19,00)"_s << u"19"_s << u"(19,00)"_s;
}

void FindEvidence::aNumberIsFoundInItsPrintedForm()
{
    QFETCH(QString, printed);
    QFETCH(QString, value);
    QFETCH(QString, text);
    const auto found = find({printed}, wanted(value, ValueType::Money));
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].match, MatchKind::Normalised);
    QCOMPARE(found[0].place.text, text);
}

void FindEvidence::anotherNumberIsNotTakenForIt_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("value");
    QTest::newRow("a tenth") << u"124,05"_s << u"1240.50"_s;
    QTest::newRow("ten times") << u"12.405,00"_s << u"1240.50"_s;
    QTest::newRow("one digit off") << u"1.240,60"_s << u"1240.50"_s;
}

void FindEvidence::anotherNumberIsNotTakenForIt()
{
    QFETCH(QString, printed);
    QFETCH(QString, value);
    QVERIFY(find({printed}, wanted(value, ValueType::Money)).empty());
}

void FindEvidence::aDateIsFoundInItsPrintedForm_data()
{
    QTest::addColumn<QString>("printed");
    QTest::newRow("German") << u"Datum: 17.03.2024"_s;
    QTest::newRow("written") << u"Berlin, 17. März 2024"_s;
    QTest::newRow("American") << u"Dated March 17, 2024"_s;
    QTest::newRow("ISO") << u"Date 2024-03-17"_s;
    QTest::newRow("glued") << u"Datum:17.03.2024"_s;
}

void FindEvidence::aDateIsFoundInItsPrintedForm()
{
    QFETCH(QString, printed);
    const auto found = find({printed}, wanted(u"2024-03-17"_s, ValueType::Date));
    QCOMPARE(found.size(), 1u);
    QVERIFY(found[0].match != MatchKind::Fuzzy);
    QVERIFY(found[0].place.text.contains(u"17"_s));
}

void FindEvidence::anIbanIsFoundThroughItsSpaces()
{
    const auto found =
        find({u"IBAN: DE89 3704 0044 0532 0130 00"_s}, wanted(u"DE89370400440532013000"_s, ValueType::Iban));
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].match, MatchKind::Normalised);
    QCOMPARE(found[0].place.text, u"DE89 3704 0044 0532 0130 00"_s);
}

void FindEvidence::aHyphenatedWordIsFoundOverTheLineBreak()
{
    const auto found = find({u"Grundstücksver-"_s, u"waltung Meyer"_s}, wanted(u"Grundstücksverwaltung Meyer"_s));
    QCOMPARE(found.size(), 2u);
    QCOMPARE(found[0].match, MatchKind::Normalised);
    QCOMPARE(found[0].place.text, u"Grundstücksver-"_s);
    QCOMPARE(found[1].place.text, u"waltung Meyer"_s);
}

void FindEvidence::aValueOverTwoLinesHasABoxALine()
{
    const auto found = find({u"x  12 Main Street"_s, u"Springfield  y"_s}, wanted(u"12 Main Street, Springfield"_s));
    QCOMPARE(found.size(), 2u);
    QCOMPARE(found[0].place.box.top(), 72.0);
    QCOMPARE(found[1].place.box.top(), 84.0);
    QCOMPARE(found[1].place.text, u"Springfield"_s);
}

void FindEvidence::aLabelGluedToItsValueIsCutOff()
{
    const auto found = find({u"Datum:17.03.2024"_s}, wanted(u"2024-03-17"_s, ValueType::Date));
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].place.box.left(), 72.0 + 6 * 6);
}

void FindEvidence::anExactMatchComesBeforeANormalisedOne()
{
    const auto found = find({u"ACME GMBH"_s, u"Acme GmbH"_s}, wanted(u"Acme GmbH"_s));
    QCOMPARE(found.size(), 2u);
    QCOMPARE(found[0].match, MatchKind::Exact);
    QCOMPARE(found[0].place.box.top(), 84.0);
    QCOMPARE(found[1].match, MatchKind::Normalised);
}

void FindEvidence::aPlaceWithItsLabelComesFirst()
{
    const auto value = wanted(u"100.00"_s, ValueType::Money, {u"Total"_s, u"Gesamtbetrag"_s});
    const auto found = find({u"Item  100.00"_s, u"-"_s, u"-"_s, u"-"_s, u"Total:  100.00"_s}, value);
    QCOMPARE(found.size(), 2u);
    QCOMPARE(found[0].place.box.top(), 72.0 + 4 * 12);
}

void FindEvidence::aLabelAboveCountsAfterOneBeside()
{
    const auto value = wanted(u"4711"_s, ValueType::String, {u"Order number"_s});
    const TextDocument document({{u"Order number"_s, u"4711"_s, u"-"_s, u"-"_s, u"-"_s, u"Order number  4711"_s}});
    const core::EvidenceFinder finder(document.document);
    const auto found = finder.find(value);
    QCOMPARE(found.size(), 2u);
    QVERIFY(found[0].beside);
    QVERIFY(!found[1].beside);
    QCOMPARE(found[1].label, u"Order number"_s);
}

void FindEvidence::everyPlaceOfAValueIsListed()
{
    const auto document = TextDocument({{u"Acme"_s}, {u"nothing"_s}, {u"Acme and Acme"_s}}).document;
    const auto found = core::findEvidence(document, wanted(u"Acme"_s));
    QCOMPARE(found.size(), 3u);
    QCOMPARE(found[0].place.page, 1);
    QCOMPARE(found[2].place.page, 3);
    QVERIFY(found[1].place.box.left() < found[2].place.box.left());
}

void FindEvidence::aFormValueIsFoundThoughItIsNotPrinted()
{
    TextDocument made({{u"Name"_s}});
    made.document.formValues.push_back({u"f1"_s, {}, u"Jane Doe"_s, {1, QRectF(100, 200, 80, 12), u"Jane Doe"_s}});
    const auto found = core::findEvidence(made.document, wanted(u"Jane Doe"_s));
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].place.source, core::TextSource::FormField);
    QCOMPARE(found[0].place.box, QRectF(100, 200, 80, 12));
}

void FindEvidence::nothingMatchesAcrossPages()
{
    const auto document = TextDocument({{u"Acme"_s}, {u"Holding"_s}}).document;
    QVERIFY(core::findEvidence(document, wanted(u"Acme Holding"_s)).empty());
}

void FindEvidence::emptyAndStrangeValuesFindNothing_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("empty") << QString();
    QTest::newRow("white space") << u" \n\t "_s;
    QTest::newRow("signs") << u"!!!"_s;
    QTest::newRow("line feed") << u"\n"_s;
    QTest::newRow("very long") << QString(100'000, u'a');
    QTest::newRow("lone surrogate") << QString(QChar(0xD800));
}

void FindEvidence::emptyAndStrangeValuesFindNothing()
{
    QFETCH(QString, value);
    for (const auto type : {ValueType::String, ValueType::Date, ValueType::Money, ValueType::Iban, ValueType::Boolean})
        QVERIFY(find({u"Some words 12 and 13.50"_s, u"true"_s}, wanted(value, type)).empty());
}

void FindEvidence::aThousandPagesAreSearchedQuickly()
{
    QStringList lines;
    for (int i = 0; i < 40; ++i)
        lines += u"Position %1 of the annual statement  %1.%2,50 EUR on 17.03.2024"_s.arg(i).arg(100 + i);
    QList<QStringList> pages(1000, lines);
    pages[900] += u"Grand total  9.876.543,21 EUR"_s;
    const TextDocument made(pages);
    QElapsedTimer timer;
    timer.start();
    const core::EvidenceFinder finder(made.document);
    const auto built = timer.restart();
    const auto found = finder.find(wanted(u"9876543.21"_s, ValueType::Money));
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].lines[0].place.page, 901);
    QVERIFY(finder.find(wanted(u"Grand totals of another year"_s)).empty());
    const auto searched = timer.elapsed();
    qInfo("indexed in %lld ms, two searches in %lld ms", static_cast<long long>(built),
          static_cast<long long>(searched));
    QVERIFY(built + searched < 10'000); // generous: a debug build with sanitizers on a busy machine
}

QTEST_GUILESS_MAIN(FindEvidence)
#include "tst_findevidence.moc"
