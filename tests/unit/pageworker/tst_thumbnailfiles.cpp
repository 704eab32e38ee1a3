// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/thumbnails/thumbnailfiles.h"
#include "core/adapters/thumbnails/thumbnailformat.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class ThumbnailFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPackedComesOut()
    {
        const core::Thumbnails thumbnails{{1, "one"}, {7, QByteArray()}, {900'000, QByteArray(5000, 'x')}};
        QCOMPARE(core::unpackThumbnails(core::packThumbnails(thumbnails)), thumbnails);
        QCOMPARE(core::unpackThumbnails(core::packThumbnails({})), core::Thumbnails());
    }

    void aDamagedFileIsNone()
    {
        const QByteArray good = core::packThumbnails({{1, "one"}, {2, "two"}});
        QVERIFY(!core::unpackThumbnails({}));
        QVERIFY(!core::unpackThumbnails("something else"));
        QVERIFY(!core::unpackThumbnails(good.chopped(1)));
        QVERIFY(!core::unpackThumbnails(good + 'x'));
        QRandomGenerator random(7);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes = good;
            bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            for (const auto &[page, jpeg] : core::unpackThumbnails(bytes).value_or(core::Thumbnails()))
                QVERIFY(page >= 1 && page <= 1'000'000 && jpeg.size() <= bytes.size());
        }
    }

    void whatWasSavedIsThereAtTheNextOpening()
    {
        const QString file = write(u"a.pdf"_s, "%PDF-1.7 first");
        {
            core::ThumbnailFiles files(folder());
            files.save(file, {{1, "one"}});
            files.save(file, {{2, "two"}});
        }
        core::ThumbnailFiles files(folder());
        QCOMPARE(loaded(files, file), (core::Thumbnails{{1, "one"}, {2, "two"}}));
        QCOMPARE(loaded(files, write(u"b.pdf"_s, "%PDF-1.7 other")), core::Thumbnails());
        QVERIFY(write(u"a.pdf"_s, "%PDF-1.7 changed") == file);
        QCOMPARE(loaded(files, file), core::Thumbnails());
        const auto missing = files.load(m_folder.filePath(u"none.pdf"_s));
        QTRY_VERIFY(missing.isFinished());
        QVERIFY(missing.result().error().code == core::ErrorCode::NotFound);
    }

    void whatWasSeenOfAFileThatHasChangedSinceIsNotKeptForTheNewOne()
    {
        const QString file = write(u"e.pdf"_s, "%PDF-1.7 before");
        core::ThumbnailFiles files(folder());
        QCOMPARE(loaded(files, file), core::Thumbnails());
        QVERIFY(write(u"e.pdf"_s, "%PDF-1.7 after") == file);
        files.save(file, {{1, "of what was before"}});
        QCOMPARE(loaded(files, file), core::Thumbnails());
    }

    void onlyTheOwnerReadsThem()
    {
        const QString file = write(u"c.pdf"_s, "%PDF-1.7 secret");
        core::ThumbnailFiles(folder()).save(file, {{1, "one"}});
        for (const QFileInfo &kept : QDir(folder()).entryInfoList(QDir::Files))
            QCOMPARE(kept.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void theLongestUnusedMakeRoom()
    {
        const QString place = m_folder.filePath(u"small"_s);
        for (int document = 0; document < 10; ++document) {
            const QString file = write(u"d%1.pdf"_s.arg(document), "%PDF-1.7 " + QByteArray::number(document));
            core::ThumbnailFiles(place, 3000).save(file, {{1, QByteArray(900, 'x')}});
        }
        qint64 bytes = 0;
        for (const QFileInfo &kept : QDir(place).entryInfoList(QDir::Files))
            bytes += kept.size();
        QVERIFY(bytes > 0 && bytes <= 3000);
    }

private:
    [[nodiscard]] QString folder() const { return m_folder.filePath(u"thumbnails"_s); }

    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    static core::Thumbnails loaded(core::ThumbnailFiles &files, const QString &file)
    {
        const auto answer = files.load(file);
        return QTest::qWaitFor([&answer] { return answer.isFinished(); }) && answer.result()
            ? *answer.result()
            : core::Thumbnails{{-1, "no answer"}};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ThumbnailFilesTest)
#include "tst_thumbnailfiles.moc"
