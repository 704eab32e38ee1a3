// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/picturememory.h"

#include <QTest>

#include <thread>

using core::PictureMemory;

namespace {

constexpr QSize page(800, 1000);
constexpr qsizetype bytes = 800 * 1000 * 4;

} // namespace

class PictureMemoryTest : public QObject
{
    Q_OBJECT

private slots:
    void theMemoryOfAPictureIsUsedAgainOnceItsLastCopyIsGone()
    {
        const auto memories = std::make_shared<PictureMemory>();
        auto memory = memories->take(bytes);
        const uchar *at = memory->data();
        QImage picture = memories->wrap(memory, page);
        memory.reset();
        QCOMPARE(picture.size(), page);
        QImage copy = picture;
        picture = {};
        QCOMPARE(memories->kept(), 0);
        QVERIFY(memories->take(bytes)->data() != at);
        copy = {};
        QCOMPARE(memories->kept(), bytes);
        const auto again = memories->take(bytes - 4000);
        QCOMPARE(again->data(), at);
        QVERIFY(again->descriptor() >= 0);
        QCOMPARE(memories->kept(), 0);
    }

    void muchLargerMemoryIsNotGivenForASmallPicture()
    {
        const auto memories = std::make_shared<PictureMemory>();
        (void)memories->wrap(memories->take(bytes), page);
        QCOMPARE(memories->take(bytes / 3)->size(), bytes / 3);
        QCOMPARE(memories->kept(), bytes);
    }

    void smallPicturesKeepNoDescriptorAndAreNotKept()
    {
        const auto memories = std::make_shared<PictureMemory>();
        const auto memory = memories->take(100 * 100 * 4);
        {
            const QImage picture = memories->wrap(memory, {100, 100});
            QCOMPARE(memory->descriptor(), -1);
        }
        QCOMPARE(memories->kept(), 0);
    }

    void whatIsKeptHasALimit()
    {
        const auto memories = std::make_shared<PictureMemory>();
        std::vector<QImage> pictures;
        for (int i = 0; i < 20; ++i)
            pictures.push_back(memories->wrap(memories->take(bytes), page));
        pictures.clear();
        QVERIFY(memories->kept() > 0);
        QVERIFY(memories->kept() <= 24 << 20);
    }

    void aPictureOutlivesItsWorker()
    {
        auto memories = std::make_shared<PictureMemory>();
        QImage picture = memories->wrap(memories->take(bytes), page);
        memories.reset();
        picture.fill(Qt::red);
        QCOMPARE(picture.pixelColor(799, 999), QColor(Qt::red));
    }

    void aPictureMayEndOnAnotherThread()
    {
        const auto memories = std::make_shared<PictureMemory>();
        std::vector<QImage> pictures;
        for (int i = 0; i < 4; ++i)
            pictures.push_back(memories->wrap(memories->take(bytes), page));
        std::vector<std::thread> threads;
        for (QImage &picture : pictures)
            threads.emplace_back([&picture] { picture = {}; });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(memories->kept(), 4 * bytes);
    }
};

QTEST_GUILESS_MAIN(PictureMemoryTest)
#include "tst_picturememory.moc"
