// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/pagelanguages.h"

#include <QLocale>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestPageLanguages : public QObject
{
    Q_OBJECT

private slots:
    void whatAPersonReadsIsTold()
    {
        QCOMPARE(ui::acceptLanguage({u"de-DE"_s, u"de"_s, u"en"_s}), u"de-DE,de,en"_s);
        QCOMPARE(ui::acceptLanguage({u"C"_s, u"fr"_s}), u"fr"_s);
    }

    void whereNobodySaidAnythingItIsEnglish()
    {
        QCOMPARE(ui::acceptLanguage(QLocale::c().uiLanguages()), u"en"_s);
        QCOMPARE(ui::acceptLanguage({}), u"en"_s);
        QCOMPARE(ui::acceptLanguage({u"POSIX"_s, QString()}), u"en"_s);
    }
};

QTEST_GUILESS_MAIN(TestPageLanguages)
#include "tst_pagelanguages.moc"
