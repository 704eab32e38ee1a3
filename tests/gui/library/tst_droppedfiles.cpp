// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/droppedfiles.h"

#include <QDir>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

class TestDroppedFiles : public QObject
{
    Q_OBJECT

private slots:
    void aFolderGivesTheDocumentsInIt()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"deep/er"_s));
        for (const QString &name : {u"b.pdf"_s, u"a.PDF"_s, u"deep/er/c.tif"_s, u"notes.txt"_s}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder.path())});
        QCOMPARE(ui::documentsIn(ui::droppedFiles(data)),
                 (QStringList{folder.filePath(u"a.PDF"_s), folder.filePath(u"b.pdf"_s),
                              folder.filePath(u"deep/er/c.tif"_s)}));
    }

    void anEmptyFolderIsHandedOnSoThatSomebodySaysWhatIsWrong()
    {
        QTemporaryDir folder;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder.path())});
        QCOMPARE(ui::documentsIn(ui::droppedFiles(data)), QStringList{folder.path()});
        QCOMPARE(ui::documentsIn({u"/nowhere.pdf"_s, folder.path()}), (QStringList{u"/nowhere.pdf"_s, folder.path()}));
    }

    void whatIsNoLocalFileIsLeftAlone()
    {
        QMimeData data;
        data.setUrls({QUrl(u"https://example.org/a.pdf"_s)});
        QVERIFY(!ui::bringsFiles(data));
        QCOMPARE(ui::addressesIn(data), 1);
        QVERIFY(ui::droppedFiles(data).isEmpty());
    }
};

QTEST_MAIN(TestDroppedFiles)
#include "tst_droppedfiles.moc"
