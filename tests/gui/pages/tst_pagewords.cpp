// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/words/copiedtext.h"
#include "ui/pages/words/pagewords.h"
#include "ui/pages/words/textselection.h"

#include <QTest>

#include <numeric>

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

    void aWordFromRightToLeftBeginsAtItsRightEnd()
    {
        core::PageText text{1, {300, 300}, core::TextSource::TextLayer, {}};
        text.words = {{QStringLiteral("ירושלים"), {90, 10, 70, 10}, 1, 0, 0, true},
                      {QStringLiteral("עולם"), {40, 10, 40, 10}, 1, 0, 0, true}};
        const ui::PageWords words(text);
        QCOMPARE(words.boxesOfText(0, 2), (std::vector<QRectF>{{140, 10, 20, 10}}));
        QCOMPARE(words.boxesOfText(5, 5), (std::vector<QRectF>{{60, 10, 50, 10}})); // to the middle of the next
    }

    void aParagraphIsItsBlock()
    {
        const ui::PageWords words(invoice());
        QCOMPARE(words.blockOf(4), std::pair(0, 5));
        QCOMPARE(words.blockOf(6), std::pair(6, 6));
    }

    void theCompactFormHasTheSameWordsAndPlaces()
    {
        const core::PageText text = invoice();
        const ui::PageWords words(text);
        const ui::PageWords again(core::compacted(text));
        QCOMPARE(again.text(), words.text());
        QCOMPARE(again.count(), words.count());
        for (int word = 0; word < words.count(); ++word) {
            QCOMPARE(again.span(word).start, words.span(word).start);
            QCOMPARE(again.span(word).length, words.span(word).length);
            QCOMPARE(again.span(word).line, words.span(word).line);
            QCOMPARE(again.span(word).block, words.span(word).block);
            QVERIFY(QLineF(again.span(word).box().center(), words.span(word).box().center()).length() < 0.02);
        }
    }

    void compactWordsThatLieDoNoHarm()
    {
        core::CompactPage page = core::compacted(invoice());
        page.text.chop(20);
        const ui::PageWords words(page);
        QVERIFY(words.count() < 7);
        QCOMPARE(words.words(0, words.count() - 1),
                 words.text().left(words.span(words.count() - 1).start + words.span(words.count() - 1).length));
    }

    void copiedTextHasDividedWordsWholeAgain()
    {
        core::PageText text{1, {300, 300}, core::TextSource::TextLayer, {}};
        text.words = {{QStringLiteral("an"), {10, 10, 20, 10}, 1, 0, 0, true},
                      {QStringLiteral("exam-"), {40, 10, 50, 10}, 1, 0, 0, true},
                      {QStringLiteral("ple"), {10, 30, 30, 10}, 1, 1, 0, true},
                      {QStringLiteral("well-"), {50, 30, 40, 10}, 1, 1, 0, true},
                      {QStringLiteral("known"), {10, 50, 40, 10}, 1, 2, 0, true},
                      {QStringLiteral("Well-known"), {60, 50, 90, 10}, 1, 2, 0, true},
                      {QStringLiteral("2023-"), {10, 70, 40, 10}, 1, 3, 0, true},
                      {QStringLiteral("2024"), {10, 90, 40, 10}, 1, 4, 0, true}};
        QCOMPARE(ui::plainText(ui::PageWords(text), {0, 1, 2, 3, 4, 5, 6, 7}),
                 QStringLiteral("an example well-known Well-known\n2023-2024"));
    }

    void copiedColumnsStandApart()
    {
        const ui::PageWords words(invoice());
        QCOMPARE(ui::layoutText(words, {0, 1, 2, 3, 4, 5, 6}),
                 QStringLiteral("Invoice No. 17\n\nTotal  1,240.50\n\nPaid"));
        QCOMPARE(ui::tableText(words, {4, 5}), QStringLiteral("Total\t1,240.50"));
        QCOMPARE(ui::tableText(words, {}), QString());
        QCOMPARE(ui::layoutText(words, {}), QString());
    }

    void aHeadingOverAllColumnsHidesNone()
    {
        core::PageText text{1, {600, 800}, core::TextSource::TextLayer, {}};
        text.words.push_back({QStringLiteral("Thresholds_of_all_releases"), {10, 10, 300, 10}, 1, 0, 0, true});
        for (int line = 1; line < 10; ++line) {
            text.words.push_back({QStringLiteral("name"), {10, 10.0 + 20 * line, 40, 10}, 1, 2 * line, 0, true});
            text.words.push_back({QStringLiteral("here"), {53, 10.0 + 20 * line, 40, 10}, 1, 2 * line, 0, true});
            if (line != 4)
                text.words.push_back({QStringLiteral("17"), {200, 10.0 + 20 * line, 20, 10}, 1, 2 * line + 1, 1, true});
        }
        std::vector<int> all(text.words.size());
        std::iota(all.begin(), all.end(), 0);
        const QStringList rows = ui::tableText(ui::PageWords(text), all).split(u'\n');
        QCOMPARE(rows.size(), 10);
        QCOMPARE(rows.at(0), QStringLiteral("Thresholds_of_all_releases\t"));
        QCOMPARE(rows.at(1), QStringLiteral("name here\t17"));
        QCOMPARE(rows.at(4), QStringLiteral("name here\t"));
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
