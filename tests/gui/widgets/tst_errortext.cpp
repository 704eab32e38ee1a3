// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/intake.h"
#include "core/documents/pagelimit.h"
#include "core/net/clientcertificate.h"
#include "core/net/proxylogin.h"
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
        for (int code = 0; code <= static_cast<int>(core::ErrorCode::Last); ++code) {
            const core::Error error{static_cast<core::ErrorCode>(code), u"errno 28 at 0xdeadbeef"_s};
            const QString sentence = ui::errorText(error);
            QVERIFY(sentence.size() > 20);
            QVERIFY(!sentence.contains(u"deadbeef"_s));
            QVERIFY(!sentences.contains(sentence));
            sentences += sentence;
            QVERIFY(!ui::shortErrorText(error).isEmpty());
            QVERIFY(ui::shortErrorText(error).size() < 30);
        }
    }

    void everyTroubleWithACertificateHasASentenceThatNamesWhatItIsAbout()
    {
        QSet<QString> sentences;
        for (int i = 0; i <= static_cast<int>(core::CertificateTrouble::Refused); ++i) {
            const auto trouble = static_cast<core::CertificateTrouble>(i);
            const core::Error error = core::certificateError(trouble, u"/etc/lectern: 1.pem"_s);
            QCOMPARE(core::certificateProblem(error)->trouble, trouble);
            QCOMPARE(core::certificateProblem(error)->subject, u"/etc/lectern: 1.pem"_s);
            const QString sentence = ui::errorText(error);
            QVERIFY2(sentence.contains(u"/etc/lectern: 1.pem"_s), qPrintable(sentence));
            QVERIFY(!sentences.contains(sentence));
            sentences += sentence;
        }
    }

    void aProxyIsNamed()
    {
        QVERIFY(ui::errorText(core::proxyError(u"proxy.acme.test"_s)).contains(u"proxy.acme.test"_s));
    }

    void tooManyPagesNamesBothNumbersAndAWayOn()
    {
        const core::Error error = core::tooManyPages({10000, 2000});
        const QString sentence = ui::errorText(error);
        QVERIFY2(sentence.contains(u"10,000"_s) && sentence.contains(u"2,000"_s), qPrintable(sentence));
        QVERIFY(sentence.contains(u"PDF of their own"_s));
        const core::Error memory{core::ErrorCode::LimitReached, u"no memory for the picture"_s};
        QVERIFY(ui::errorText(memory) != sentence);
        QVERIFY(!ui::errorText(memory).contains(u"raise the limit"_s)); // there is no setting for it
    }

    void anAccountThatTheServiceRefusesIsNotASignInThatIsGone()
    {
        const core::Error refused{core::ErrorCode::SignInNeeded, u"HTTP 401 UNAUTHENTICATED"_s};
        const core::Error gone{core::ErrorCode::SignInNeeded, u"signed out elsewhere"_s};
        QVERIFY(!ui::errorText(refused).contains(u"not signed in"_s));
        QVERIFY(ui::errorText(refused).contains(u"extraction service refused"_s));
        QVERIFY(ui::errorText(gone).contains(u"not signed in"_s));
        QVERIFY(ui::shortErrorText(refused) != ui::shortErrorText(gone));
    }

    void whatIsNoDocumentSaysWhatItIs()
    {
        const auto text = [](const QString &detail) { return ui::errorText({core::ErrorCode::NotADocument, detail}); };
        QVERIFY(text(core::emptyFile).contains(u"empty"_s));
        QVERIFY(text(core::folderNotFile).contains(u"folder"_s));
        QVERIFY(text(u"unknown kind of file"_s).contains(u"whatever its name says"_s));
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
