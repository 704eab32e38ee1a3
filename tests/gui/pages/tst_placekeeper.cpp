// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/fakereadingplaces.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/panels/sidepanel.h"
#include "ui/pages/view/pageview.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ReadingPlace;

class TestPlaceKeeper : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_places = std::make_unique<FakeReadingPlaces>();
        m_source = std::make_unique<FakePageSource>();
        m_source->add(u"/docs/book.pdf"_s, 20);
        m_source->add(u"/docs/other.pdf"_s, 3);
        m_source->add(u"/docs/locked.pdf"_s, 9, {595, 842}, "sesame");
        m_source->told[u"/docs/book.pdf"_s].outline = {{u"Chapter"_s, 4, 0, 0, false}};
        m_pane = std::make_unique<ui::DocumentPane>(*m_source);
        m_pane->setReadingPlaces(m_places.get());
        m_pane->setOwner(u"me"_s);
        m_pane->resize(900, 700);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void cleanup() { m_pane.reset(); }

    void aDocumentOpensWhereItWasLeft_data()
    {
        QTest::addColumn<int>("rotation");
        QTest::addColumn<double>("zoom"); // 0: fitted
        QTest::addColumn<bool>("continuous");
        QTest::newRow("fitted") << 0 << 0.0 << true;
        QTest::newRow("turned") << 90 << 0.0 << true;
        QTest::newRow("upside down") << 180 << 0.0 << true;
        QTest::newRow("large") << 0 << 2.5 << true;
        QTest::newRow("large and turned") << 270 << 2.5 << true;
        QTest::newRow("one page at a time") << 0 << 1.4 << false;
    }

    void aDocumentOpensWhereItWasLeft()
    {
        QFETCH(int, rotation);
        QFETCH(double, zoom);
        QFETCH(bool, continuous);
        QVERIFY(open(u"/docs/book.pdf"_s));
        view()->setFlow({continuous, false, false});
        view()->rotate(rotation);
        if (zoom > 0)
            view()->setZoom(zoom);
        else
            view()->setFit(ui::Fit::Width);
        view()->goToPage(7);
        view()->scrollByPixels({30, 120});
        const QRect left = view()->geometry().viewport();
        QVERIFY(open(u"/docs/other.pdf"_s));
        view()->setFlow({});
        view()->setZoom(0.5);
        QVERIFY(open(u"/docs/book.pdf"_s));
        QCOMPARE(view()->currentPage(), 7);
        QCOMPARE(view()->rotation(), rotation);
        QCOMPARE(view()->fit(), zoom > 0 ? ui::Fit::None : ui::Fit::Width);
        QCOMPARE(view()->flow().continuous, continuous);
        const QPoint moved = view()->geometry().viewport().topLeft() - left.topLeft();
        QVERIFY2(moved.manhattanLength() <= 2, qPrintable(u"%1, %2"_s.arg(moved.x()).arg(moved.y())));
        QVERIFY(!view()->history().canGoBack());
    }

    void twoPagesAndTheSidePanelComeBack()
    {
        QVERIFY(open(u"/docs/book.pdf"_s));
        QTRY_VERIFY(side()->isAvailable(ui::SidePanel::Outline));
        trigger("outlineAction");
        view()->setFlow({true, true, true});
        QVERIFY(open(u"/docs/other.pdf"_s));
        view()->setFlow({});
        QVERIFY(open(u"/docs/book.pdf"_s));
        QCOMPARE(view()->flow(), (ui::PageFlow{true, true, true}));
        QTRY_COMPARE(side()->current(), ui::SidePanel::Outline);
    }

    void aPlaceThatIsAskedForComesFirst()
    {
        m_places->places[u"me|/docs/book.pdf"_s] = onPage(12);
        m_pane->open(u"/docs/book.pdf"_s);
        m_pane->revealPlace(3, {100, 100, 50, 10});
        QTRY_COMPARE(view()->pages(), 20);
        QTRY_COMPARE(view()->currentPage(), 3);
        QVERIFY(open(u"/docs/other.pdf"_s));
        m_places->places[u"me|/docs/book.pdf"_s] = onPage(12);
        m_pane->open(u"/docs/book.pdf"_s);
        m_pane->goToPage(5);
        QTRY_COMPARE(view()->pages(), 20);
        QCOMPARE(view()->currentPage(), 5);
    }

    void whatComesLateMovesNobodyWhoHasBegun()
    {
        m_places->places[u"me|/docs/book.pdf"_s] = onPage(12);
        m_places->hold = true;
        QVERIFY(open(u"/docs/book.pdf"_s));
        m_places->release();
        QTRY_COMPARE(view()->currentPage(), 12); // nobody had

        QVERIFY(open(u"/docs/other.pdf"_s));
        m_places->release();
        m_places->places[u"me|/docs/book.pdf"_s] = onPage(12);
        QVERIFY(open(u"/docs/book.pdf"_s));
        view()->scrollByPixels({0, 400});
        m_places->release();
        QVERIFY(!QTest::qWaitFor([this] { return view()->currentPage() == 12; }, 100));
    }

    void aLockedDocumentLeavesNoTrace()
    {
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(u"/docs/locked.pdf"_s, core::Secret("sesame"));
        QVERIFY(opened.wait());
        view()->goToPage(5);
        m_pane->clear();
        QVERIFY(m_places->places.isEmpty());
    }

    void nothingIsKeptUntilItIsKnownForWhom()
    {
        m_pane->setOwner({});
        QVERIFY(open(u"/docs/book.pdf"_s));
        view()->goToPage(5);
        m_pane->clear();
        QVERIFY(m_places->places.isEmpty());
    }

    void whoComesLateFindsThePlaceToo()
    {
        m_places->places[u"me|/docs/book.pdf"_s] = onPage(12);
        m_pane->setOwner({});
        QVERIFY(open(u"/docs/book.pdf"_s));
        QCOMPARE(view()->currentPage(), 1);
        m_pane->setOwner(u"me"_s);
        QTRY_COMPARE(view()->currentPage(), 12);
    }

    void anotherOwnerBeginsAtTheBeginning()
    {
        QVERIFY(open(u"/docs/book.pdf"_s));
        view()->goToPage(5);
        m_pane->clear();
        m_pane->setOwner(u"you"_s);
        QVERIFY(open(u"/docs/book.pdf"_s));
        QCOMPARE(view()->currentPage(), 1);
        QVERIFY(m_places->places.contains(u"me|/docs/book.pdf"_s));
    }

    void aPlaceBehindTheEndIsTheLastPage()
    {
        m_places->places[u"me|/docs/other.pdf"_s] = onPage(999);
        QVERIFY(open(u"/docs/other.pdf"_s));
        QCOMPARE(view()->currentPage(), 3);
    }

private:
    static ReadingPlace onPage(int page)
    {
        ReadingPlace place;
        place.page = page;
        return place;
    }

    [[nodiscard]] bool open(const QString &file)
    {
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(file);
        return opened.wait();
    }

    [[nodiscard]] ui::PageView *view() const { return m_pane->findChild<ui::PageView *>(); }
    [[nodiscard]] ui::SidePanel *side() const { return m_pane->findChild<ui::SidePanel *>(); }

    void trigger(const char *name)
    {
        for (QAction *action : m_pane->commands())
            if (action->objectName() == QLatin1StringView(name))
                action->trigger();
    }

    std::unique_ptr<FakeReadingPlaces> m_places;
    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::DocumentPane> m_pane;
};

QTEST_MAIN(TestPlaceKeeper)
#include "tst_placekeeper.moc"
