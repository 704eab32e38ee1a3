// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/manualclock.h"
#include "ui/pages/view/pagepictures.h"

#include <QSignalSpy>
#include <QTest>

namespace {

constexpr QSizeF pageSize(300, 400);
constexpr int pages = 60;

} // namespace

class TestPagePictures : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(QStringLiteral("a.pdf"), pages, pageSize);
        m_source->openHandles.insert(1, QStringLiteral("a.pdf"));
        m_layout = ui::PageLayout(std::vector<QSizeF>(pages, pageSize));
        m_layout.setMargin(10);
        m_layout.setAvailable({900, 800});
        m_layout.setScale(2);
        m_pictures = std::make_unique<ui::PagePictures>(*m_source, m_clock);
        m_pictures->setDocument(1);
        m_pictures->thumbnails().setDocument({}, pages);
    }

    void cleanup() { m_pictures.reset(); }

    void everyPageGetsAThumbnailInTheEnd()
    {
        scrollTo(20);
        QTRY_COMPARE(thumbnails(), pages);
        QVERIFY(m_pictures->isIdle());
    }

    void whatIsInSightIsAskedForBeforeAnythingIsSkimmed()
    {
        m_source->holdRenders = true;
        scrollTo(20);
        QVERIFY(!m_source->renders.empty());
        QCOMPARE(m_source->renders.front().request.page, 20);
        QCOMPARE(m_source->renders.front().request.dpi, ui::wantedDpi(m_layout));
    }

    void aPictureThatIsDrawnAlreadyIsSeenUntilTheRightOneIsThere()
    {
        m_source->holdRenders = true;
        m_pictures->wantFirst({1, 50, 0, {}});
        scrollTo(1);
        QCOMPARE(m_source->renders.front().request.page, 1);
        QCOMPARE(m_source->renders.front().request.dpi, 50.0);
        QVERIFY(std::ranges::any_of(m_source->renders, [this](const auto &asked) {
            return asked.request.page == 1 && asked.request.dpi == ui::wantedDpi(m_layout);
        }));
        m_source->holdRenders = false;
        m_source->releaseRenders();
        QTRY_VERIFY(m_pictures->cache().nearest(1, ui::wantedDpi(m_layout), 0));
        m_source->renders.clear();
        scrollTo(2);
        for (const auto &asked : m_source->renders)
            QVERIFY(asked.request.dpi != 50.0); // it was wanted once
    }

    void skimmingGoesWhereTheReaderDoes()
    {
        scrollTo(20);
        QTRY_VERIFY(thumbnails() > 0 && m_pictures->thumbnails().has(33));
        QVERIFY(!m_pictures->thumbnails().has(1));
    }

    void theExactPictureComesFirstWhileTheReaderIsSlow()
    {
        m_source->holdRenders = true;
        scrollTo(20);
        scrollTo(20, 40); // still in sight
        for (const auto &asked : m_source->renders)
            QCOMPARE(asked.request.dpi, ui::wantedDpi(m_layout));
    }

    void whoIsFasterThanThePagesSeesThumbnailsFirst()
    {
        m_source->holdRenders = true;
        scrollTo(20);
        m_source->renders.clear();
        scrollTo(25); // and 20 has not been drawn
        QVERIFY(!m_source->renders.empty());
        const core::RenderRequest first = m_source->renders.front().request;
        QCOMPARE(first.page, 25);
        QCOMPARE(first.priority, static_cast<int>(ui::Urgency::Visible));
        QVERIFY(first.dpi < ui::wantedDpi(m_layout) / 2);
    }

    void aPageThatStaysInSightIsDrawnExactlyEvenInAHurry()
    {
        m_source->holdRenders = true;
        scrollTo(20);
        scrollTo(25);
        scrollTo(25, 10);
        m_clock.time = m_clock.time.addMSecs(150);
        m_source->renders.clear();
        scrollTo(25, 20);
        m_source->holdRenders = false;
        m_source->releaseRenders();
        QTRY_VERIFY(m_pictures->cache().has(ui::wholePage(m_layout, 25)));
    }

    void atRestWhatIsInSightIsDrawnExactly()
    {
        m_source->holdRenders = true;
        scrollTo(20);
        scrollTo(25);
        m_source->holdRenders = false;
        m_source->releaseRenders();
        QTRY_VERIFY(m_pictures->cache().has(ui::wholePage(m_layout, 25)));
    }

    void aPageThatTakesLongIsNotSkimmedForEver()
    {
        m_source->holdRenders = true;
        scrollTo(20);
        const auto goesOnToSkim = [this] {
            m_source->releaseRenders();
            return isSkimming();
        };
        QTRY_VERIFY(goesOnToSkim());
        m_clock.time = m_clock.time.addSecs(600); // with the first one
        m_source->holdRenders = false;
        m_source->releaseRenders();
        QTRY_VERIFY(m_pictures->thumbnails().has(24) && m_pictures->thumbnails().has(16));
        QTRY_VERIFY(m_pictures->isIdle());
        QVERIFY(thumbnails() < pages / 2);
    }

    void aPageWithoutAPictureHasThePapersColour()
    {
        QCOMPARE(m_pictures->paper(), QColor(Qt::white));
        m_source->paper = QColor(255, 244, 214);
        scrollTo(20);
        QTRY_COMPARE(m_pictures->paper(), m_source->paper);
        m_pictures->setDocument(2);
        QCOMPARE(m_pictures->paper(), QColor(Qt::white));
    }

    void aPageThatCannotBeDrawnIsSkimmedOnce()
    {
        m_source->brokenPages.insert(40, core::ErrorCode::BrokenDocument);
        scrollTo(20);
        QTRY_COMPARE(thumbnails(), pages - 1);
        const auto asked = std::count_if(m_source->renders.begin(), m_source->renders.end(),
                                         [](const auto &one) { return one.request.page == 40; });
        QCOMPARE(asked, 1);
    }

    void whatOtherLayersShowIsSkimmedAnew()
    {
        scrollTo(20);
        QTRY_COMPARE(thumbnails(), pages);
        m_pictures->setLayers(core::LayerStates("1"));
        QCOMPARE(thumbnails(), 0);
        scrollTo(20);
        QTRY_COMPARE(thumbnails(), pages);
    }

private:
    void scrollTo(int page, int further = 0)
    {
        const QRect area(0, m_layout.pageRect(page).top() + further, 900, 700);
        m_pictures->plan(m_layout, {area, 1, false});
    }

    [[nodiscard]] int thumbnails() const
    {
        int count = 0;
        for (int page = 1; page <= pages; ++page)
            count += m_pictures->thumbnails().has(page) ? 1 : 0;
        return count;
    }

    [[nodiscard]] bool isSkimming() const
    {
        return std::any_of(m_source->renders.begin(), m_source->renders.end(), [](const auto &asked) {
            return asked.request.priority == static_cast<int>(ui::Urgency::Skim);
        });
    }

    ManualClock m_clock;
    ui::PageLayout m_layout;
    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::PagePictures> m_pictures;
};

QTEST_MAIN(TestPagePictures)
#include "tst_pagepictures.moc"
