// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reviewdocument.h"
#include "ui/review/edittext.h"
#include "ui/review/reasontext.h"
#include "ui/review/valuetext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestReviewTexts : public QObject
{
    Q_OBJECT

private slots:
    void digitsAreGroupedAsTheLanguageDoes_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("cents") << u"1240.50"_s << u"1,240.50"_s << u"1.240,50"_s;
        QTest::newRow("negative") << u"-1234567.1"_s << u"-1,234,567.1"_s << u"-1.234.567,1"_s;
        QTest::newRow("small") << u"7"_s << u"7"_s << u"7"_s;
        QTest::newRow("more digits than a double holds")
            << u"12345678901234567890.12"_s << u"12,345,678,901,234,567,890.12"_s << u"12.345.678.901.234.567.890,12"_s;
        QTest::newRow("no number") << u"about 5"_s << u"about 5"_s << u"about 5"_s;
    }

    void digitsAreGroupedAsTheLanguageDoes()
    {
        QFETCH(QString, value);
        QTEST(ui::valueText(value, core::ValueType::Number, {}, QLocale(QLocale::English)), "english");
        QTEST(ui::valueText(value, core::ValueType::Number, {}, QLocale(QLocale::German)), "german");
    }

    void moneyNamesItsCurrency()
    {
        const QLocale locale(QLocale::English);
        QCOMPARE(ui::valueText(u"30.00"_s, core::ValueType::Money, u"EUR"_s, locale), u"30.00 EUR"_s);
        QCOMPARE(ui::valueText(u"30.00"_s, core::ValueType::Money, {}, locale), u"30.00"_s);
    }

    void rulesSpeakInTitles()
    {
        const core::Extraction extraction = reviewdocument::extraction();
        QCOMPARE(ui::ruleText(u"sum(items.amount) = total"_s, extraction), u"Σ Amount = Total"_s);
        QCOMPARE(ui::ruleText(u"unknown * total = 2"_s, extraction), u"unknown × Total = 2"_s);
    }

    void everyReasonHasWordsOrNone()
    {
        const core::Extraction extraction = reviewdocument::extraction();
        const core::ExtractedField &total = extraction.fields[2];
        const auto text = [&](const QString &part, const QString &kind = {}, const QString &words = {}) {
            return ui::reasonText({part, kind, words, 0.1}, extraction, total);
        };
        QVERIFY(text(u"match"_s, u"exact"_s).contains(u"page 1"_s));
        QVERIFY(text(u"label"_s, {}, u"Summe"_s).contains(u"Summe"_s));
        QVERIFY(text(u"check"_s, u"holds"_s, u"sum(items.amount) = total"_s).contains(u"Σ Amount = Total"_s));
        QVERIFY(!text(u"check_digit"_s, u"fails"_s).isEmpty());
        QVERIFY(!text(u"second_reading"_s, u"differs"_s).isEmpty());
        QVERIFY(!text(u"person"_s, u"corrected"_s).isEmpty());
        QVERIFY(text(u"engine"_s, u"local"_s).isEmpty());
        QVERIFY(text(u"of a later version"_s).isEmpty());
    }

    void aValueThatIsNowhereIsNotSaidToStandSomewhere()
    {
        core::Extraction extraction = reviewdocument::extraction();
        extraction.fields[0].evidence.clear();
        const QString text = ui::reasonText({u"match"_s, u"exact"_s, {}, 1}, extraction, extraction.fields[0]);
        QVERIFY(text.contains(u"nowhere"_s));
    }

    void editsAreTold()
    {
        const core::Extraction extraction = reviewdocument::extraction();
        core::Edit edit;
        edit.kind = core::Edit::Kind::SetCell;
        edit.path = u"items[1].amount"_s;
        edit.before = u"20.00"_s;
        edit.after = u"21.00"_s;
        core::EditRow row;
        row.kind = u"set_cell"_s;
        row.json = core::toJson(edit);
        QCOMPARE(ui::editText(row, extraction), u"Items, row 2, Amount: 20.00 → 21.00"_s);
        row.json = "{broken";
        QVERIFY(!ui::editText(row, extraction).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReviewTexts)
#include "tst_reviewtexts.moc"
