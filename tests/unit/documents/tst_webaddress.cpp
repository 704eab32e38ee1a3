// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/webaddress.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class WebAddressTest : public QObject
{
    Q_OBJECT

private slots:
    void theWebAndMailMayBeOpened_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("opened");
        QTest::newRow("web") << u"https://example.org/a?b=c#d"_s << QByteArray("https://example.org/a?b=c#d");
        QTest::newRow("plain") << u"http://example.org"_s << QByteArray("http://example.org");
        QTest::newRow("capitals") << u"HTTPS://Example.ORG/A"_s << QByteArray("https://example.org/A");
        QTest::newRow("mail") << u"mailto:ann@example.org?subject=Hello"_s
                              << QByteArray("mailto:ann@example.org?subject=Hello");
        // What only looks like another name is shown for what it is.
        QTest::newRow("letters from elsewhere")
            << u"https://ex\u0430mple.org/"_s << QByteArray("https://xn--exmple-4nf.org/");
    }

    void theWebAndMailMayBeOpened()
    {
        QFETCH(QString, text);
        const auto url = core::webAddress(text);
        QVERIFY2(url, qPrintable(url ? QString() : url.error().detail));
        QTEST(url->toEncoded(), "opened");
    }

    void everythingElseMayNot_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s,
                                    u"javascript:alert(1)"_s,
                                    u"JavaScript:alert(1)"_s,
                                    u"file:///etc/passwd"_s,
                                    u"data:text/html,x"_s,
                                    u"ftp://example.org/"_s,
                                    u"lectern://review"_s,
                                    u"smb://host/share"_s,
                                    u"/etc/passwd"_s,
                                    u"www.example.org"_s,
                                    u"//example.org/"_s,
                                    u"https:"_s,
                                    u"https:///path"_s,
                                    u"https://bank.example@evil.example/"_s,
                                    u"https://a:b@example.org/"_s,
                                    u"https://example.org/\u202egnp.exe"_s,
                                    u"https://example.org/\n"_s,
                                    u"https://exa\tmple.org/"_s,
                                    u" https://example.org/"_s,
                                    u"https://example.org\\@evil.example/"_s,
                                    u"https://[::1/"_s,
                                    u"mailto:"_s,
                                    u"mailto:a@b.example?attach=/etc/passwd"_s,
                                    u"mailto:a@b.example?subject=x&Attachment=/etc/passwd"_s,
                                    u"mailto://host/"_s})
            QTest::addRow("%s", qPrintable(text)) << text;
        QTest::newRow("a zero") << u"https://example.org/"_s + QChar(0) + u"x"_s;
        QTest::newRow("two megabytes") << u"https://example.org/"_s + QString(2 << 20, u'a');
    }

    void everythingElseMayNot()
    {
        QFETCH(QString, text);
        const auto url = core::webAddress(text);
        QVERIFY2(!url, qPrintable(url ? QString::fromLatin1(url->toEncoded()) : QString()));
        QVERIFY(url.error().code == core::ErrorCode::InvalidInput);
        QVERIFY(!url.error().detail.contains(u"example"_s));
    }
};

QTEST_GUILESS_MAIN(WebAddressTest)
#include "tst_webaddress.moc"
