// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/intake.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

class IntakeTest : public QObject
{
    Q_OBJECT

private:
    QString write(const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(u"file.bin"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    ErrorCode errorOf(const QString &path) const
    {
        const auto taken = core::takeIn(path);
        return taken ? ErrorCode::Internal : taken.error().code;
    }

    QTemporaryDir m_folder;

private slots:
    void theKindIsToldByTheFirstBytes_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("mimeType");
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") << u"application/pdf"_s;
        QTest::newRow("pdf after junk") << QByteArray(1000, ' ') + "%PDF-1.3" << u"application/pdf"_s;
        QTest::newRow("pdf too late") << QByteArray(1100, ' ') + "%PDF-1.3" << QString();
        QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n rest") << u"image/png"_s;
        QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0") << u"image/jpeg"_s;
        QTest::newRow("tiff, little end first") << QByteArray("II*\0", 4) << u"image/tiff"_s;
        QTest::newRow("tiff, big end first") << QByteArray("MM\0*", 4) << u"image/tiff"_s;
        QTest::newRow("text") << QByteArray("Dear PDF reader") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }

    void theKindIsToldByTheFirstBytes()
    {
        QFETCH(QByteArray, head);
        QTEST(core::sniffMimeType(head), "mimeType");
    }

    void aDocumentIsTakenIn()
    {
        const QByteArray bytes = "%PDF-1.7\n" + QByteArray(3'000'000, 'x');
        const auto taken = core::takeIn(write(bytes));
        QVERIFY(taken);
        QCOMPARE(taken->bytes, bytes.size());
        QVERIFY(taken->file->isOpen());
    }

    void whoeverLetsGoOfAFileLastDoesNotWaitForItsServer()
    {
        auto taken = core::takeIn(write("%PDF-1.7\n"));
        QVERIFY(taken);
        std::atomic<QThread *> closedBy = nullptr;
        connect(
            taken->file.get(), &QObject::destroyed, taken->file.get(), [&closedBy] { closedBy = QThread::currentThread(); },
            Qt::DirectConnection);
        taken->file.reset();
        QTRY_VERIFY(closedBy != nullptr);
        QVERIFY(closedBy != QThread::currentThread());
    }

    void whatIsNoDocumentIsRefused()
    {
        QCOMPARE(errorOf(m_folder.filePath(u"missing.pdf"_s)), ErrorCode::NotFound);
        QCOMPARE(errorOf(m_folder.path()), ErrorCode::NotADocument);
        QCOMPARE(errorOf(write({})), ErrorCode::NotADocument);
        QCOMPARE(errorOf(write("just text")), ErrorCode::NotADocument);
    }

    void aPipeIsNotWaitedFor()
    {
        const QString pipe = m_folder.filePath(u"pipe.pdf"_s);
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        QCOMPARE(errorOf(pipe), ErrorCode::NotADocument);
    }

    void aFileThatMayNotBeReadSaysSo()
    {
        const QString path = write("%PDF-1.7\n");
        QVERIFY(QFile::setPermissions(path, {}));
        QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7777)));
        const bool isRoot = ::geteuid() == 0; // whom permissions do not stop
        if (isRoot)
            QCOMPARE(::seteuid(65534), 0);
        const ErrorCode code = errorOf(path);
        if (isRoot)
            QCOMPARE(::seteuid(0), 0);
        QCOMPARE(code, ErrorCode::AccessDenied);
        QFile::remove(path);
    }
};

QTEST_GUILESS_MAIN(IntakeTest)
#include "tst_intake.moc"
