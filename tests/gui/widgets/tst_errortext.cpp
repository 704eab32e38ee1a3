// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errortext.h"
#include "ui/text/formats.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void everyErrorHasWordsOfItsOwnAndNoTechnicalDetail()
    {
        QSet<QString> sentences;
        for (int code = 0; code <= static_cast<int>(core::ErrorCode::KeychainUnavailable); ++code) {
            const core::Error error{static_cast<core::ErrorCode>(code), u"errno 28 at 0xdeadbeef"_s};
            const QString sentence = ui::errorText(error);
            QVERIFY(sentence.size() > 20);
            QVERIFY(!sentence.contains(u"deadbeef"_s));
            QVERIFY(!sentences.contains(sentence));
            sentences += sentence;
            QVERIFY(!ui::shortErrorText(error.code).isEmpty());
            QVERIFY(ui::shortErrorText(error.code).size() < 30);
        }
    }

    void whatIsNotCertainIsNotAHundredPercent()
    {
        QCOMPARE(ui::percentText(0.999), u"99 %"_s);
        QCOMPARE(ui::percentText(1), u"100 %"_s);
        QCOMPARE(ui::percentText(0.29), u"29 %"_s);
        QCOMPARE(ui::percentText(-1), u"0 %"_s);
    }
};

QTEST_MAIN(TestErrorText)
#include "tst_errortext.moc"
