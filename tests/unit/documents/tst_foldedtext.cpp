// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/compactpage.h"
#include "core/documents/foldedtext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestFoldedText : public QObject
{
    Q_OBJECT

private slots:
    void signsThatMeanTheSameAreTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("folded");
        const auto row = [](const char *name, const QString &text, const char *folded) {
            QTest::newRow(name) << text << QByteArray(folded);
        };
        row("capitals", u"INVOICE No. 7"_s, "invoice no. 7");
        row("accents", u"Ángström café"_s, "angstrom cafe");
        row("accents by themselves", u"cafe\u0301"_s, "cafe");
        row("sharp s", u"Straße"_s, "strasse");
        row("ligatures", u"eﬃcient ﬁle"_s, "efficient file");
        row("gaps", u"a \t\n  b\u00a0c"_s, "a b c");
        row("dashes",
            u"2023–2024 a\u2010b \u2212"
            u"3"_s,
            "2023-2024 a-b -3");
        row("quotes", u"„it’s“"_s, "\"it's\"");
        row("invisible", u"so\u00adft\u200b"_s, "soft");
        row("divided word", u"exam-\nple"_s, "example");
        row("divided word, soft hyphen", u"exam\u00ad\nple"_s, "example");
        row("range of years", u"2023-\n2024"_s, "2023- 2024");
        row("Greek", u"ΑΘΉΝΑ"_s, "\xce\xb1\xce\xb8\xce\xb7\xce\xbd\xce\xb1");
        row("Chinese over lines", u"中\n文"_s, "\xe4\xb8\xad\xe6\x96\x87");
        row("outside the first plane", u"\U0001D400bc"_s, "abc");
        row("half of a pair", QString(QChar(0xd835)) + u"a"_s, "a");
        row("nothing", QString(), "");
    }

    void signsThatMeanTheSameAreTheSame()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, folded);
        QCOMPARE(core::foldedText(text), folded);
    }

    void everyByteKnowsWhereItComesFrom()
    {
        const QString text = u"A ﬁne exam-\nple"_s;
        const core::FoldedText folded = core::foldedWithOrigins(text);
        QCOMPARE(folded.text, QByteArray("a fine example"));
        QCOMPARE(folded.origins.size(), static_cast<size_t>(folded.text.size()) + 1);
        QCOMPARE(folded.origins.back(), static_cast<int>(text.size()));
        QCOMPARE(folded.origins.at(2), 2); // f and i of the ligature
        QCOMPARE(folded.origins.at(3), 2);
        QCOMPARE(text.at(folded.origins.at(static_cast<size_t>(folded.text.indexOf("ple")))), u'p');
    }

    void linesAreJoinedWithoutLosingAHyphen()
    {
        QCOMPARE(core::withoutLines(u"well-\nknown\nand  good"_s), u"well-known and good"_s);
    }

    void aCompactPageIsSmall()
    {
        core::PageText page{3, {600, 800}, core::TextSource::Ocr, {}};
        for (int i = 0; i < 100; ++i)
            page.words.push_back({u"Größe"_s, {10.0 + i, 20, 30, 10}, 0.5, i / 10, i / 50, true});
        const core::CompactPage compact = core::compacted(page);
        QCOMPARE(compact.page, 3);
        QCOMPARE(compact.source, core::TextSource::Ocr);
        QVERIFY(compact.bytes() < 100 * 26);
        const auto words = core::wordsOf(compact);
        QCOMPARE(words.size(), 100U);
        QVERIFY(!words[9].startsLine && words[10].startsLine && !words[10].startsBlock && words[50].startsBlock);
        QVERIFY(QLineF(words[7].box.center(), page.words[7].box.center()).length() < 0.02);
    }

    void aWordLongerThanItsNumberIsSeveral()
    {
        core::PageText page{1, {600, 800}, core::TextSource::TextLayer, {}};
        page.words.push_back({QString(20'000, u'x'), {10, 20, 30, 10}});
        const auto words = core::wordsOf(core::compacted(page));
        int length = 0;
        for (const core::CompactWord &word : words)
            length += word.length;
        QCOMPARE(length, 20'000);
        QVERIFY(!words.front().spaceAfter && words.back().spaceAfter);
    }

    void placesThatLieGiveNoMoreWordsThanTheTextHasRoomFor()
    {
        core::CompactPage page;
        page.size = {600, 800};
        page.text = "abc";
        page.places = QByteArray(10'000, '\xff');
        QVERIFY(core::wordsOf(page).empty());
        page.places = QByteArray(10'000, '\0');
        QVERIFY(core::wordsOf(page).empty());
    }
};

QTEST_GUILESS_MAIN(TestFoldedText)
#include "tst_foldedtext.moc"
