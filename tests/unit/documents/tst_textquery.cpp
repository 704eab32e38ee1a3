// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/foldedtext.h"
#include "core/documents/textquery.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Options = core::TextQuery::Options;

class TestTextQuery : public QObject
{
    Q_OBJECT

    static QStringList found(const QString &text, const QString &query, Options options = {})
    {
        core::CompactPage page;
        page.text = text.toUtf8();
        page.folded = core::foldedText(text);
        QStringList parts;
        for (const core::TextRange &place : core::placesInText(text, core::TextQuery(query, options).matchesIn(page)))
            parts.append(text.mid(place.start, place.length));
        return parts;
    }

private slots:
    void capitalsAccentsAndLinesMakeNoDifference()
    {
        QCOMPARE(found(u"The Café and the CAFE"_s, u"cafe"_s), (QStringList{u"Café"_s, u"CAFE"_s}));
        QCOMPARE(found(u"grand\ntotal"_s, u"Grand Total"_s), QStringList{u"grand\ntotal"_s});
        QCOMPARE(found(u"aaaa"_s, u"aa"_s), (QStringList{u"aa"_s, u"aa"_s})); // side by side
    }

    void exactLettersWhenAskedFor()
    {
        QCOMPARE(found(u"The Café and the CAFE"_s, u"Café"_s, {.matchCase = true}), QStringList{u"Café"_s});
        QCOMPARE(found(u"Cafe\u0301"_s, u"Café"_s, {.matchCase = true}), QStringList{u"Cafe\u0301"_s});
        QCOMPARE(found(u"an Exam-\nple"_s, u"Example"_s, {.matchCase = true}), QStringList{u"Exam-\nple"_s});
        QCOMPARE(found(u"an exam-\nple"_s, u"Example"_s, {.matchCase = true}), QStringList());
    }

    void wholeWordsOnly()
    {
        QCOMPARE(found(u"art, party, Art"_s, u"art"_s, {.wholeWords = true}), (QStringList{u"art"_s, u"Art"_s}));
        QCOMPARE(found(u"(art)"_s, u"art"_s, {.wholeWords = true}).size(), 1);
        QCOMPARE(found(u"hearth art"_s, u"art"_s, {.wholeWords = true}).size(), 1); // one that is not does not hide one
    }

    void aDividedWordIsFoundEitherWay()
    {
        QCOMPARE(found(u"the exam-\nple"_s, u"example"_s), QStringList{u"exam-\nple"_s});
        QCOMPARE(found(u"a well-\nknown and a well-known"_s, u"well-known"_s),
                 (QStringList{u"well-\nknown"_s, u"well-known"_s}));
        QCOMPARE(found(u"wellknown"_s, u"well-known"_s), QStringList());
        QCOMPARE(found(u"from 2023-\n2024"_s, u"2023- 2024"_s).size(), 1);
    }

    void halfOfALigatureIsAllOfIt() { QCOMPARE(found(u"eﬃcient"_s, u"eff"_s), QStringList{u"eﬃ"_s}); }

    void nothingIsLookedForByBlanks()
    {
        QVERIFY(core::TextQuery(u"  \n"_s, {}).isEmpty());
        QVERIFY(core::TextQuery().isEmpty());
        QCOMPARE(found(u"a b"_s, u" "_s), QStringList());
    }

    void aSnippetIsOneLineWithItsMatch()
    {
        const QString text = u"First line\nof a longer exam-\nple that goes on and on"_s;
        const core::Snippet snippet = core::snippetOf(text, {23, 9}, 9);
        QCOMPARE(snippet.text, u"…a longer exam-ple that goe…"_s);
        QCOMPARE(snippet.text.mid(snippet.match.start, snippet.match.length), u"exam-ple"_s);
        QCOMPARE(core::snippetOf(u"x"_s, {5, 10}, 3).match.length, 0); // what is not there
    }
};

QTEST_GUILESS_MAIN(TestTextQuery)
#include "tst_textquery.moc"
