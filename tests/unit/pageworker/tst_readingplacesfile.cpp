// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/thumbnails/placesformat.h"
#include "core/adapters/thumbnails/readingplacesfile.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ReadingPlace;

class TestReadingPlacesFile : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPackedComesOut()
    {
        const std::vector<core::KeptPlace> places{{"aa", onPage(3)}, {"bb", ReadingPlace()}};
        QCOMPARE(core::unpackPlaces(core::packPlaces(places)), places);
        QVERIFY(core::unpackPlaces(core::packPlaces({})).empty());
    }

    void aDamagedFileIsHarmless()
    {
        const QByteArray good = core::packPlaces({{"aa", onPage(3)}, {"bb", ReadingPlace()}});
        QVERIFY(core::unpackPlaces({}).empty());
        QVERIFY(core::unpackPlaces("{\"format\":\"lectern.places/2\",\"places\":[]}").empty());
        QRandomGenerator random(5);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes = good;
            bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(32, 127));
            for (const core::KeptPlace &kept : core::unpackPlaces(bytes))
                QVERIFY(kept.place.page >= 1 && kept.place.rotation % 90 == 0 && kept.place.zoom > 0);
        }
    }

    void aPlaceIsKeptByContentAndNotByName()
    {
        const QString file = write(u"a.pdf"_s, "%PDF-1.7 first");
        {
            core::ReadingPlacesFile places(path());
            places.save(file, u"me"_s, onPage(3));
        }
        const QString moved = m_folder->filePath(u"moved.pdf"_s);
        QVERIFY(QFile::rename(file, moved));
        core::ReadingPlacesFile places(path());
        QCOMPARE(loaded(places, moved), onPage(3));
        QVERIFY(write(u"moved.pdf"_s, "%PDF-1.7 other") == moved);
        QCOMPARE(loaded(places, moved), std::nullopt);
        const auto missing = places.load(m_folder->filePath(u"none.pdf"_s), u"me"_s);
        QTRY_VERIFY(missing.isFinished());
        QCOMPARE(missing.result().error().code, core::ErrorCode::NotFound);
    }

    void aPlaceBelongsToWhomWasReading()
    {
        const QString file = write(u"a.pdf"_s, "%PDF-1.7 first");
        core::ReadingPlacesFile places(path());
        places.save(file, u"me"_s, onPage(3));
        QCOMPARE(loaded(places, file, u"you"_s), std::nullopt);
        QCOMPARE(loaded(places, file, u"me"_s), onPage(3));
    }

    void thoseThatWereLeftLongAgoAreForgotten()
    {
        core::ReadingPlacesFile places(path(), 3);
        QStringList files;
        for (int i = 0; i < 4; ++i)
            files += write(u"%1.pdf"_s.arg(i), QByteArray::number(i));
        for (const int i : {0, 1, 2, 0, 3})
            places.save(files[i], u"me"_s, onPage(i + 1));
        QCOMPARE(loaded(places, files[1]), std::nullopt);
        QCOMPARE(loaded(places, files[0]), onPage(1));
        QCOMPARE(loaded(places, files[3]), onPage(4));
    }

    void theFileNamesNobodyAndIsReadableByItsOwnerOnly()
    {
        const QString file = write(u"dismissal-letter.pdf"_s, "%PDF-1.7 first");
        {
            core::ReadingPlacesFile places(path());
            places.save(file, u"https://login.example"_s, onPage(3));
        }
        QFile kept(path());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        const QByteArray bytes = kept.readAll();
        QVERIFY(!bytes.isEmpty() && !bytes.contains("dismissal") && !bytes.contains("example"));
        QCOMPARE(QFileInfo(path()).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
    }

    void whereAFileThatHasChangedSinceWasLeftIsNotKeptForTheNewOne()
    {
        const QString file = write(u"e.pdf"_s, "%PDF-1.7 before");
        core::ReadingPlacesFile places(path());
        QCOMPARE(loaded(places, file), std::nullopt);
        QVERIFY(write(u"e.pdf"_s, "%PDF-1.7 after") == file);
        places.save(file, u"me"_s, onPage(2));
        QCOMPARE(loaded(places, file), std::nullopt);
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    static ReadingPlace onPage(int page)
    {
        return {page, {12.5, 300}, ReadingPlace::Fit::None, 1.25, 90, false, true, true, 2};
    }

    [[nodiscard]] QString path() const { return m_folder->filePath(u"state/places.json"_s); }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    static std::optional<ReadingPlace> loaded(core::ReadingPlacesFile &places, const QString &file,
                                              const QString &owner = u"me"_s)
    {
        const auto answer = places.load(file, owner);
        if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }) || !answer.result())
            return ReadingPlace{-1, {}, {}, 0, 0, false, false, false, 0};
        return *answer.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestReadingPlacesFile)
#include "tst_readingplacesfile.moc"
