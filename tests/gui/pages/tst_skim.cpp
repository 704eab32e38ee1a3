// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/skim.h"
#include "ui/pages/view/thumbnailsize.h"

#include <QTest>

#include <cmath>
#include <set>

namespace {

bool all(int)
{
    return true;
}

} // namespace

class TestSkim : public QObject
{
    Q_OBJECT

private slots:
    void pagesInTheDirectionOfScrollingComeFirst()
    {
        QCOMPARE(ui::pagesToSkim({{5, 6}, 1, 9}, 20, all), (std::vector<int>{5, 6, 7, 8, 9, 4, 3, 2, 1}));
        QCOMPARE(ui::pagesToSkim({{5, 6}, -1, 9}, 20, all), (std::vector<int>{6, 5, 4, 3, 2, 1, 7, 8, 9}));
    }

    void onlyWhatIsMissingIsMade()
    {
        const std::set<int> there{1, 2, 4};
        const auto isMissing = [&there](int page) { return !there.contains(page); };
        QCOMPARE(ui::pagesToSkim({{1, 1}, 1, 6}, 20, isMissing), (std::vector<int>{3, 5, 6}));
    }

    void noMoreThanWantedAndNothingFarAway()
    {
        QCOMPARE(ui::pagesToSkim({{50, 50}, 1, 100}, 3, all), (std::vector<int>{50, 51, 52}));
        QCOMPARE(ui::pagesToSkim({{50, 50}, 1, 100, 2}, 20, all), (std::vector<int>{50, 51, 52, 49, 48, 47}));
    }

    void aDocumentWithoutPagesHasNothingToSkim()
    {
        QVERIFY(ui::pagesToSkim({}, 20, all).empty());
        QVERIFY(ui::pagesToSkim({{1, 0}, 1, 10}, 20, all).empty()); // nothing is in sight yet
    }

    void aThumbnailLiesOverThePageAsTheExactPictureDoes_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("A4") << QSizeF(595.276, 841.89);
        QTest::newRow("A4, rounded") << QSizeF(595, 842);
        QTest::newRow("letter") << QSizeF(612, 792);
        QTest::newRow("A4 on its side") << QSizeF(841.89, 595.276);
        QTest::newRow("slide") << QSizeF(362.835, 272.126);
        QTest::newRow("receipt") << QSizeF(226.77, 1417.3);
    }

    // The last pixel of a side is only partly page. Stretched to the page, that much is out of place.
    void aThumbnailLiesOverThePageAsTheExactPictureDoes()
    {
        QFETCH(QSizeF, size);
        const ui::PageLayout layout({size});
        const ui::RenderJob job = ui::thumbnailJob(layout, 1, ui::Urgency::Skim);
        const QSizeF pixels = size * job.key.dpi / 72;
        constexpr double rounding = 1e-6;
        for (const double side : {pixels.width(), pixels.height()})
            QVERIFY2((std::ceil(side - rounding) - side) / side < 0.0015, qPrintable(QString::number(side)));
        const QSizeF bounds = QSizeF(ui::thumbnailBounds) * ui::sharpestThumbnail;
        QVERIFY(pixels.width() <= bounds.width() + rounding && pixels.height() <= bounds.height() + rounding);
        QVERIFY(job.isThumbnail && job.key.rotation == 0);
    }
};

QTEST_GUILESS_MAIN(TestSkim)
#include "tst_skim.moc"
