// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/link.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestLink : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("document");
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("field");
        QTest::newRow("document") << u"lectern://document/7"_s << qint64(7) << 0 << QString();
        QTest::newRow("page") << u"lectern://document/7?page=2"_s << qint64(7) << 2 << QString();
        QTest::newRow("field") << u"lectern://document/7?field=total"_s << qint64(7) << 0 << u"total"_s;
        QTest::newRow("cell") << u"lectern://document/12?page=3&field=items[1].amount"_s << qint64(12) << 3
                              << u"items[1].amount"_s;
        QTest::newRow("review") << u"lectern://review"_s << qint64(0) << 0 << QString();
    }

    void whatIsWrittenIsRead()
    {
        QFETCH(QString, text);
        const auto link = core::parseLink(text);
        QVERIFY2(link, link ? "" : qPrintable(link.error().detail));
        QTEST(link->document, "document");
        QTEST(link->page, "page");
        QTEST(link->field, "field");
        QCOMPARE(core::linkText(*link), text);
    }

    void otherSpellingsOfAGoodOneAreTaken()
    {
        QCOMPARE(core::parseLink(u"LECTERN://document/7"_s)->document, 7);
        QCOMPARE(core::parseLink(u"lectern://document/7?field=items%5B1%5d.amount"_s)->field, u"items[1].amount"_s);
        QVERIFY(core::parseLink(u"lectern://review/"_s)->kind == core::Link::Kind::Review);
    }

    void everythingElseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList hostile{u""_s,
                                  u"lectern:"_s,
                                  u"lectern:review"_s,
                                  u"lectern:/document/7"_s,
                                  u"lectern://"_s,
                                  u"lectern://document"_s,
                                  u"lectern://document/"_s,
                                  u"lectern://document/0"_s,
                                  u"lectern://document/-7"_s,
                                  u"lectern://document/+7"_s,
                                  u"lectern://document/07"_s,
                                  u"lectern://document/7.0"_s,
                                  u"lectern://document/7e1"_s,
                                  u"lectern://document/0x7"_s,
                                  u"lectern://document/٧"_s,
                                  u"lectern://document/7\n"_s,
                                  u"lectern://document/7 "_s,
                                  u" lectern://document/7"_s,
                                  u"lectern://document/7/"_s,
                                  u"lectern://document/7/../8"_s,
                                  u"lectern://document/%37"_s,
                                  u"lectern://document/9999999999999999999"_s,
                                  u"lectern://Document/7"_s,
                                  u"lectern://user@document/7"_s,
                                  u"lectern://document:80/7"_s,
                                  u"lectern://document/7#x"_s,
                                  u"lectern://document/7?"_s,
                                  u"lectern://document/7?page"_s,
                                  u"lectern://document/7?page="_s,
                                  u"lectern://document/7?page=0"_s,
                                  u"lectern://document/7?page=2&page=3"_s,
                                  u"lectern://document/7?page=9999999"_s,
                                  u"lectern://document/7?field="_s,
                                  u"lectern://document/7?field=a&field=b"_s,
                                  u"lectern://document/7?field=a b"_s,
                                  u"lectern://document/7?field=a%20b"_s,
                                  u"lectern://document/7?field=../../etc/passwd"_s,
                                  u"lectern://document/7?field=a%00"_s,
                                  u"lectern://document/7?field=<script>"_s,
                                  u"lectern://document/7?action=approve"_s,
                                  u"lectern://document/7?page=2&"_s,
                                  u"lectern://document/7?page=2?field=a"_s,
                                  u"lectern://review?page=2"_s,
                                  u"lectern://review/7"_s,
                                  u"lectern://export"_s,
                                  u"lectern://document\\7"_s,
                                  u"lectern://document/7\u202e"_s,
                                  u"https://document/7"_s,
                                  u"javascript:alert(1)"_s,
                                  u"file:///etc/passwd"_s,
                                  u"--help"_s,
                                  u"lectern://document/7?field="_s + QString(300, u'a'),
                                  QString(100'000, u'l')};
        for (const QString &text : hostile)
            QTest::newRow(qPrintable(text.left(60))) << text;
    }

    void everythingElseIsRefused()
    {
        QFETCH(QString, text);
        const auto link = core::parseLink(text);
        QVERIFY(!link);
        QVERIFY(link.error().code == core::ErrorCode::InvalidInput);
        QVERIFY(text.size() < 10 || !link.error().detail.contains(text)); // words for the log are ours alone
    }

    void whatMeansToBeOneIsNoFile()
    {
        QVERIFY(core::isLink(u"lectern:anything"_s));
        QVERIFY(core::isLink(u"Lectern://document/1"_s));
        QVERIFY(!core::isLink(u"/home/lectern:1.pdf"_s));
        QVERIFY(!core::isLink(u"lectern.pdf"_s));
    }
};

QTEST_GUILESS_MAIN(TestLink)
#include "tst_link.moc"
