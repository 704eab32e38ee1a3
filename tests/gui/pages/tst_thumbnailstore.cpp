// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallwatch.h"
#include "ui/pages/view/thumbnailstore.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

namespace {

class MemoryCache final : public core::ThumbnailCache
{
public:
    core::Async<core::Thumbnails> load(const QString &file) override
    {
        return core::ready<core::Thumbnails>(kept[file]);
    }
    void save(const QString &file, const core::Thumbnails &thumbnails) override
    {
        kept[file].insert(thumbnails.begin(), thumbnails.end());
    }

    std::map<QString, core::Thumbnails> kept;
};

// Until what was added has been made to bytes.
void pack()
{
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
}

QImage page(const QColor &colour)
{
    QImage picture(600, 800, QImage::Format_RGB32);
    picture.fill(colour);
    return picture;
}

} // namespace

class TestThumbnailStore : public QObject
{
    Q_OBJECT

private slots:
    void pagesAreKeptSmallAndUpright()
    {
        ui::ThumbnailStore store;
        store.setDocument(QString(), 3);
        QSignalSpy arrived(&store, &ui::ThumbnailStore::arrived);
        QImage turned = page(Qt::white).transformed(QTransform().rotate(90));
        store.add(2, turned, 90);
        QTRY_COMPARE(arrived.count(), 1);
        const QImage picture = store.picture(2);
        QVERIFY(picture.height() > picture.width());
        QVERIFY(picture.height() <= 300);
        QVERIFY(!store.has(1));
        QVERIFY(store.picture(1).isNull());
        QVERIFY2(store.bytes() < 4000, qPrintable(QString::number(store.bytes())));
    }

    void aThumbnailIsSeenAtOnceAndSaidOnce()
    {
        ui::ThumbnailStore store;
        store.setDocument(QString(), 3);
        QSignalSpy arrived(&store, &ui::ThumbnailStore::arrived);
        store.add(2, page(Qt::red).scaled(96, 124));
        QVERIFY(store.has(2));
        QCOMPARE(store.picture(2).pixelColor(40, 40), QColor(Qt::red));
        pack();
        QVERIFY(store.bytes() > 0);
        QCOMPARE(arrived.count(), 1);
    }

    void aDocumentThatIsOpenedAgainHasThemAll()
    {
        MemoryCache cache;
        ui::ThumbnailStore store;
        store.setCache(&cache);
        store.setDocument(QStringLiteral("a.pdf"), 3);
        store.add(1, page(Qt::red).scaled(96, 124));
        store.add(3, page(Qt::blue).scaled(96, 124));
        pack();
        store.setDocument(QStringLiteral("b.pdf"), 3);
        QVERIFY(!store.has(1));
        store.setDocument(QStringLiteral("a.pdf"), 2); // it is said to be shorter now
        QTRY_VERIFY(store.has(1));
        QVERIFY(!store.has(3));
        QVERIFY(store.picture(1).pixelColor(40, 40).red() > 200);
    }

    void aSecretDocumentLeavesNothing()
    {
        MemoryCache cache;
        {
            ui::ThumbnailStore store;
            store.setCache(&cache);
            store.setDocument(QString(), 3);
            store.add(1, page(Qt::red).scaled(96, 124));
            pack();
        }
        QVERIFY(cache.kept.empty());
    }

    void ofOtherLayersNothingIsKept()
    {
        MemoryCache cache;
        ui::ThumbnailStore store;
        store.setCache(&cache);
        store.setDocument(QStringLiteral("a.pdf"), 3);
        store.add(1, page(Qt::red).scaled(96, 124));
        pack();
        store.setAltered(true);
        QVERIFY(!store.has(1));
        store.add(1, page(Qt::blue).scaled(96, 124));
        store.add(2, page(Qt::blue).scaled(96, 124));
        pack();
        store.setAltered(false);
        QTRY_VERIFY(store.has(1));
        QVERIFY(store.picture(1).pixelColor(40, 40).red() > 200);
        QVERIFY(!store.has(2));
        store.setDocument(QString(), 3);
        QCOMPARE(cache.kept.size(), std::size_t(1));
        QCOMPARE(cache.kept[QStringLiteral("a.pdf")].size(), std::size_t(1));
    }

    void whatComesLateIsNotTheNextDocuments()
    {
        ui::ThumbnailStore store;
        store.setDocument(QString(), 3);
        QSignalSpy arrived(&store, &ui::ThumbnailStore::arrived);
        store.add(1, page(Qt::red), 0);
        store.setDocument(QString(), 3);
        store.add(2, page(Qt::blue), 0);
        QTRY_COMPARE(arrived.count(), 1);
        QCOMPARE(arrived.first().first().toInt(), 2);
        QVERIFY(!store.has(1));
    }
};

LECTERN_GUI_TEST_MAIN(TestThumbnailStore)
#include "tst_thumbnailstore.moc"
