// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/logfile.h"
#include "core/base/logging.h"
#include "core/base/secret.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestLogFile : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { qInstallMessageHandler(nullptr); }

    void messagesAreKeptForTheirOwnerOnly()
    {
        const QTemporaryDir folder;
        app::startLog(folder.filePath(u"state"_s));
        qCInfo(lcUi) << "a line with" << core::Secret("hunter2");
        QFile file(folder.filePath(u"state/lectern.log"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("info lectern.ui: a line with"));
        QVERIFY(!text.contains("hunter2"));
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void itStaysSmall()
    {
        const QTemporaryDir folder;
        app::startLog(folder.path());
        const QString line(50'000, u'x');
        for (int i = 0; i < 100; ++i) // five megabytes
            qCInfo(lcUi).noquote() << line;
        const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
        QCOMPARE(files, (QStringList{u"lectern.log"_s, u"lectern.log.1"_s, u"lectern.log.2"_s}));
        for (const QString &name : files)
            QVERIFY(QFileInfo(folder.filePath(name)).size() <= 1024 * 1024);
    }

    void aFolderThatCannotBeWrittenToIsNoDisaster()
    {
        app::startLog(u"/proc/no/such/folder"_s);
        qCInfo(lcUi) << "still here";
    }
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
