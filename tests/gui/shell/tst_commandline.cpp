// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/translation.h"
#include "app/window/commandline.h"
#include "app/window/languages.h"

#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void filesBecomeAbsolute()
    {
        const auto parsed = app::parseWindowArguments({u"a.pdf"_s, u"/b.pdf"_s, u"file:///c%20d.pdf"_s});
        QCOMPARE(parsed.files, (QStringList{QDir::current().absoluteFilePath(u"a.pdf"_s), u"/b.pdf"_s, u"/c d.pdf"_s}));
        QVERIFY(parsed.wrong.isEmpty());
    }

    void aLinkIsNoFile()
    {
        const auto parsed = app::parseWindowArguments({u"lectern://document/7"_s, u"/b.pdf"_s});
        QCOMPARE(parsed.links, QStringList{u"lectern://document/7"_s});
        QCOMPARE(parsed.files, QStringList{u"/b.pdf"_s});
        QCOMPARE(parsed.wanted(), (QStringList{u"/b.pdf"_s, u"lectern://document/7"_s}));
        QVERIFY(app::parseWindowArguments({u"--"_s, u"lectern:x"_s}).links.isEmpty());
    }

    void optionsAreKnownOrNamed()
    {
        QVERIFY(app::parseWindowArguments({u"--help"_s}).help);
        QVERIFY(app::parseWindowArguments({u"-v"_s}).version);
        QCOMPARE(app::parseWindowArguments({u"--frobnicate"_s}).wrong, u"--frobnicate"_s);
    }

    void afterTwoDashesEverythingIsAFile()
    {
        const auto parsed = app::parseWindowArguments({u"--"_s, u"--help"_s});
        QVERIFY(!parsed.help);
        QCOMPARE(parsed.files.size(), 1);
    }

    void germanIsInsideTheProgram()
    {
        const auto found = app::languages();
        QVERIFY(std::ranges::find(found, u"de"_s, &ui::Choice::id) != found.end());
        const auto translators = app::translate(*QCoreApplication::instance(), u"de"_s);
        QCOMPARE(QCoreApplication::translate("ui::ReviewActions", "Undo"), u"Rückgängig"_s);
        QCOMPARE(QCoreApplication::translate("ui::StateText", "%n doubt(s)", nullptr, 2), u"2 Zweifel"_s);
    }

    void englishHasItsPlurals()
    {
        const auto translators = app::translate(*QCoreApplication::instance(), u"en"_s);
        QCOMPARE(QCoreApplication::translate("ui::StateText", "%n doubt(s)", nullptr, 1), u"1 doubt"_s);
        QCOMPARE(QCoreApplication::translate("ui::StateText", "%n doubt(s)", nullptr, 2), u"2 doubts"_s);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
