// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/words/pagewords.h"
#include "ui/pages/words/textselection.h"

#include <QTest>

namespace {

core::PageText invoice()
{
    core::PageText text{1, {300, 300}, core::TextSource::TextLayer, {}};
    text.words = {{QStringLiteral("Invoice"), {10, 10, 70, 10}, 1, 0, 0, true},
                  {QStringLiteral("No"), {90, 10, 20, 10}, 1, 0, 0, false},
                  {QStringLiteral("."), {110, 10, 5, 10}, 1, 0, 0, true},
                  {QStringLiteral("17"), {125, 10, 20, 10}, 1, 0, 0, true},
                  {QStringLiteral("Total"), {10, 40, 50, 10}, 1, 1, 0, true},
                  {QString(), {70, 40, 5, 10}, 1, 1, 0, true},
                  {QStringLiteral("1,240.50"), {80, 40, 80, 10}, 1, 1, 0, true},
                  {QStringLiteral("Paid"), {10, 70, 40, 10}, 1, 0, 1, true}}; // lines may start again in another block
    return text;
}

} // namespace

class TestPageWords : public QObject
{
    Q_OBJECT

private slots:
    void theTextHasItsSpacesAndLines()
    {
        const ui::PageWords words(invoice());
        QCOMPARE(words.text(), QStringLiteral("Invoice No. 17\nTotal 1,240.50\nPaid"));
        QCOMPARE(words.count(), 7);
        QCOMPARE(words.words(1, 4), QStringLiteral("No. 17\nTotal"));
        QCOMPARE(words.words(4, 1), QString());
        QCOMPARE(words.words(0, 99), QString());
    }

    void aWordIsFoundUnderAPointOrNearIt()
    {
        const ui::PageWords words(invoice());
        QCOMPARE(words.wordAt({100, 15}), 1);
        QCOMPARE(words.wordAt({85, 15}), -1);
        QCOMPARE(words.nearestWord({299, 12}), 3); // its line rather than a word straight below
        QCOMPARE(words.nearestWord({0, 300}), 6);
        QCOMPARE(ui::PageWords(core::PageText()).nearestWord({1, 1}), -1);
    }

    void aLineEndsWithItsBlock()
    {
        const ui::PageWords words(invoice());
        QCOMPARE(words.lineOf(2), std::pair(0, 3));
        QCOMPARE(words.lineOf(6), std::pair(6, 6));
    }

    void wordsInsideABoxAreThoseWhoseMiddleIs()
    {
        const ui::PageWords words(invoice());
        QCOMPARE(words.wordsInside({80, 5, 80, 50}), QStringLiteral("No. 17\n1,240.50"));
        QCOMPARE(words.wordsInside({0, 0, 40, 300}), QStringLiteral("Total\nPaid"));
        QCOMPARE(words.wordsInside({200, 200, 10, 10}), QString());
    }

    void boxesAreOneALine()
    {
        const ui::PageWords words(invoice());
        QCOMPARE(words.boxesOfWords(1, 4), (std::vector<QRectF>{{90, 10, 55, 10}, {10, 40, 50, 10}}));
        QVERIFY(words.boxesOfWords(0, -1).empty());
        QCOMPARE(words.boxesOfText(3, 4), (std::vector<QRectF>{{40, 10, 40, 10}})); // "oice": four of seven letters
    }

    void aSelectionGrowsBothWaysFromWhereItBegan()
    {
        ui::TextSelection selection;
        selection.begin({2, 5}, {2, 5});
        selection.extendTo({3, 1}, {3, 1});
        QCOMPARE(selection.onPage(2, 10), std::pair(5, 9));
        QCOMPARE(selection.onPage(3, 10), std::pair(0, 1));
        QCOMPARE(selection.onPage(4, 10), std::pair(0, -1));
        selection.extendTo({1, 8}, {1, 8});
        QCOMPARE(selection.onPage(1, 10), std::pair(8, 9));
        QCOMPARE(selection.onPage(2, 10), std::pair(0, 5));
        QCOMPARE(selection.onPage(3, 10), std::pair(0, -1));
    }
};

QTEST_GUILESS_MAIN(TestPageWords)
#include "tst_pagewords.moc"
