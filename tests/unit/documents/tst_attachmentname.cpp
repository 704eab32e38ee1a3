// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/attachmentname.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class AttachmentNameTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingButAPlainNameIsLeft_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("plain") << u"notes.txt"_s << u"notes.txt"_s;
        QTest::newRow("letters") << u"Größe & Maß (2).pdf"_s << u"Größe & Maß (2).pdf"_s;
        QTest::newRow("elsewhere") << u"../../.ssh/authorized_keys"_s << u"authorized_keys"_s;
        QTest::newRow("Windows") << u"C:\\x\\evil.txt"_s << u"evil.txt"_s;
        QTest::newRow("hidden") << u"...profile"_s << u"profile"_s;
        QTest::newRow("turned round") << u"a\u202etxt.exe"_s << u"atxt.exe"_s;
        QTest::newRow("control") << u"a\nb\u0000.txt"_s << u"ab.txt"_s;
        QTest::newRow("signs") << u"a:b|c?.txt"_s << u"a_b_c_.txt"_s;
        QTest::newRow("nothing") << u"/"_s << u"attachment"_s;
        QTest::newRow("dots") << u".."_s << u"attachment"_s;
        QTest::newRow("long") << QString(500, u'x') + u".pdf"_s << QString(116, u'x') + u".pdf"_s;
    }

    void nothingButAPlainNameIsLeft()
    {
        QFETCH(QString, name);
        QTEST(core::attachmentFileName(name), "file");
    }
};

QTEST_GUILESS_MAIN(AttachmentNameTest)
#include "tst_attachmentname.moc"
