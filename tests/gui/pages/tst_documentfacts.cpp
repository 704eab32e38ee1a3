// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/panels/addresssheet.h"
#include "ui/pages/panels/sidepanel.h"
#include "ui/pages/view/pageview.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDesktopServices>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

// What a document says of itself, around its pages.
class TestDocumentFacts : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(u"/docs/plain.pdf"_s, 5);
        m_source->add(u"/docs/one.pdf"_s, 1);
        m_source->add(u"/docs/book.pdf"_s, 6);
        auto &book = m_source->told[u"/docs/book.pdf"_s];
        book.facts.pageLabels = {u"i"_s, u"ii"_s, u"1"_s, u"2"_s, u"3"_s, u"A-1"_s};
        book.outline = {{u"Preface"_s, 1, 0, 0, false},      {u"First\nchapter"_s, 3, 0, 0, true},
                        {u"A section"_s, 3, 1, 400, false},  {u"Another section"_s, 4, 1, 300, false},
                        {u"Elsewhere"_s, 0, 0, 0, false},    {u"Second chapter"_s, 5, 0, 200, false},
                        {u"Hidden away"_s, 5, 1, 600, false}};
        m_source->told[u"/docs/one.pdf"_s].outline = {{u"Only"_s, 1, 0, 500, false}};
        m_pane = std::make_unique<ui::DocumentPane>(*m_source);
        m_pane->resize(1000, 700);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void cleanup()
    {
        m_pane.reset();
        for (const char *scheme : schemes)
            QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
    }

    void aDocumentWithoutAnOutlineSaysSo()
    {
        openFile(u"/docs/plain.pdf"_s);
        QTRY_VERIFY(!child<QToolButton>("outlineTabButton")->isEnabled());
        QVERIFY(child<QToolButton>("outlineTabButton")->toolTip().contains(u"no outline"_s));
        QVERIFY(!command("outlineAction")->isEnabled());
        QVERIFY(child<QListView>("thumbnailStrip")->isVisible());
    }

    void thePagesTakeAllTheRoomThatThumbnailsLeave()
    {
        openBook();
        const auto *panel = child<QWidget>("sidePanel");
        const int gap = view()->mapTo(m_pane.get(), QPoint()).x() - panel->geometry().right();
        QVERIFY2(gap <= 10, qPrintable(QString::number(gap)));
        command("outlineAction")->trigger();
        QTRY_VERIFY(panel->width() > 200);
        QTest::mouseClick(child<QToolButton>("thumbnailsTabButton"), Qt::LeftButton);
        QTRY_VERIFY(view()->mapTo(m_pane.get(), QPoint()).x() < 170);
    }

    void whatIsToldLaterDoesNotMoveThePages()
    {
        openFile(u"/docs/book.pdf"_s);
        const double zoom = view()->zoom();
        QTRY_VERIFY(command("outlineAction")->isEnabled());
        QTRY_VERIFY(view()->pictures().isIdle());
        QCOMPARE(view()->zoom(), zoom);
    }

    void aPageThatIsTypedBeforeItsLabelsAreToldWaitsForThem()
    {
        openFile(u"/docs/book.pdf"_s);
        auto *edit = child<QLineEdit>("pageEdit");
        QCOMPARE(edit->text(), u"1"_s); // a number still: the first page is called i
        command("goToPageAction")->trigger();
        QTest::keyClicks(edit, u"3"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(view()->currentPage(), 5);
    }

    void chaptersGoToTheirPlaceAndBackAgain()
    {
        openBook();
        command("outlineAction")->trigger();
        QTRY_VERIFY(tree()->hasFocus());
        const QModelIndex section = find(u"Another section"_s);
        QVERIFY(section.isValid());
        tree()->setCurrentIndex(section);
        QTest::keyClick(tree(), Qt::Key_Return);
        QCOMPARE(view()->here().page, 4);
        QVERIFY2(std::abs(view()->here().point.y() - 300) < 2, qPrintable(QString::number(view()->here().point.y())));
        command("goBackAction")->trigger();
        QCOMPARE(view()->currentPage(), 1);
        QTest::keyClick(tree(), Qt::Key_Escape);
        QTRY_VERIFY(view()->hasFocus());
    }

    void aClickGoesThereToo()
    {
        openBook();
        command("outlineAction")->trigger();
        const QModelIndex section = find(u"A section"_s);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(section).center());
        QCOMPARE(view()->here().page, 3);
        QVERIFY(std::abs(view()->here().point.y() - 400) < 2);
    }

    void whatLeadsNowhereStaysWhereItIs()
    {
        openBook();
        command("outlineAction")->trigger();
        tree()->setCurrentIndex(find(u"Elsewhere"_s));
        QTest::keyClick(tree(), Qt::Key_Return);
        QCOMPARE(view()->currentPage(), 1);
        QVERIFY(!view()->history().canGoBack());
    }

    void theChapterBeingReadIsFollowed()
    {
        openBook();
        command("outlineAction")->trigger();
        QTRY_COMPARE(current(), u"Preface"_s);
        view()->goToPage(3);
        QTRY_COMPARE(current(), u"First chapter"_s);
        view()->jumpTo({3, {0, 420}});
        QTRY_COMPARE(current(), u"A section"_s);
        view()->jumpTo({5, {0, 620}});
        QTRY_COMPARE(current(), u"Second chapter"_s); // the section is folded away
        tree()->expand(tree()->currentIndex());
        view()->jumpTo({5, {0, 625}});
        QTRY_COMPARE(current(), u"Hidden away"_s);
    }

    void aFilterShowsWhatHasTheWordsAndComesUndone()
    {
        openBook();
        command("outlineAction")->trigger();
        auto *filter = child<QLineEdit>("outlineFilterEdit");
        filter->setFocus();
        QTest::keyClicks(filter, u"HIDDEN"_s);
        QCOMPARE(tree()->model()->rowCount(), 1);
        QCOMPARE(tree()->model()->index(0, 0).data().toString(), u"Second chapter"_s);
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(current(), u"Hidden away"_s);
        QCOMPARE(view()->here().page, 5);
        filter->clear();
        QCOMPARE(tree()->model()->rowCount(), 4);
        QVERIFY(tree()->isExpanded(find(u"First chapter"_s)));
        QVERIFY(!tree()->isExpanded(find(u"Second chapter"_s)));
    }

    void aSinglePageWithAnOutlineShowsItWhenAsked()
    {
        openFile(u"/docs/one.pdf"_s);
        QTRY_VERIFY(command("outlineAction")->isEnabled());
        QVERIFY(!child<QWidget>("sidePanel")->isVisible());
        command("outlineAction")->trigger();
        QVERIFY(tree()->isVisible());
    }

    void theNextDocumentKeepsTheOutlineOpen()
    {
        openBook();
        command("outlineAction")->trigger();
        openFile(u"/docs/plain.pdf"_s);
        QTRY_VERIFY(child<QListView>("thumbnailStrip")->isVisible());
        openBook();
        QTRY_VERIFY(tree()->isVisible());
        QCOMPARE(find(u"Only"_s), QModelIndex());
    }

    void theModelKeepsItsPromises()
    {
        openBook();
        const QAbstractItemModelTester tester(tree()->model());
        child<QLineEdit>("outlineFilterEdit")->setText(u"section"_s);
        QCOMPARE(tree()->model()->index(0, 0).data().toString(), u"First chapter"_s);
        QCOMPARE(find(u"A section"_s).siblingAtColumn(1).data().toString(), u"1"_s);
    }

    void twentyThousandChaptersDoNotHoldTheWindow()
    {
        auto &outline = m_source->told[u"/docs/plain.pdf"_s].outline;
        for (int i = 0; i < 20'000; ++i)
            outline.push_back({u"Chapter %1"_s.arg(i), 1 + i % 5, i % 10 == 0 ? 0 : 1, 1.0 * (i % 800), false});
        openFile(u"/docs/plain.pdf"_s);
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(command("outlineAction")->isEnabled());
        command("outlineAction")->trigger();
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(tree()->model()->rowCount(), 2000);
    }

    void pagesAreCalledWhatTheDocumentCallsThem()
    {
        openBook();
        auto *edit = child<QLineEdit>("pageEdit");
        QTRY_COMPARE(edit->text(), u"i"_s);
        QCOMPARE(child<QLabel>("pageCountLabel")->text(), u"(1 of 6)"_s);
        const auto *model = child<QListView>("thumbnailStrip")->model();
        QCOMPARE(model->index(5, 0).data().toString(), u"A-1"_s);
        QCOMPARE(model->index(5, 0).data(Qt::ToolTipRole).toString(), u"A-1 (6 of 6)"_s);
        QCOMPARE(model->index(1, 0).data(Qt::AccessibleTextRole).toString(), u"Page ii (2 of 6)"_s);
        QTRY_COMPARE(view()->accessibleName(), u"Page i (1 of 6)"_s);
        openFile(u"/docs/plain.pdf"_s);
        QCOMPARE(child<QLabel>("pageCountLabel")->text(), u"/ 5"_s);
    }

    void aPageIsGoneToByWhatItIsCalled()
    {
        openBook();
        enterPage(u"a-1"_s);
        QCOMPARE(view()->currentPage(), 6);
        enterPage(u"2"_s); // the one called so
        QCOMPARE(view()->currentPage(), 4);
        enterPage(u"5"_s); // no page is called so
        QCOMPARE(view()->currentPage(), 5);
        enterPage(u"nonsense"_s);
        QCOMPARE(view()->currentPage(), 5);
        QCOMPARE(child<QLineEdit>("pageEdit")->text(), u"3"_s);
    }

    void aLinkLeadsToItsPlaceAndBack()
    {
        openLinks();
        QTest::mouseMove(view()->viewport(), spot(0));
        QTRY_COMPARE(view()->viewport()->cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, spot(0));
        QCOMPARE(view()->here().page, 4);
        QVERIFY(std::abs(view()->here().point.y() - 250) < 2);
        command("goBackAction")->trigger();
        QCOMPARE(view()->currentPage(), 1);
        command("goForwardAction")->trigger();
        QCOMPARE(view()->here().page, 4);
    }

    void theTooltipSaysWhereTo()
    {
        openLinks();
        const auto toolTip = [this](int link) {
            QHelpEvent help(QEvent::ToolTip, spot(link), view()->viewport()->mapToGlobal(spot(link)));
            QCoreApplication::sendEvent(view()->viewport(), &help);
            return QToolTip::text();
        };
        QVERIFY2(toolTip(0).contains(u"page 2"_s), qPrintable(toolTip(0))); // the fourth is called so
        QVERIFY(toolTip(1).contains(u"https://example.org/a?b=1"_s));
        QVERIFY(toolTip(2).contains(u"program"_s));
        QVERIFY2(!toolTip(3).contains(u"javascript"_s), qPrintable(toolTip(3)));
    }

    void anAddressIsShownInFullAndOpenedOnlyWhenItIsMeant()
    {
        openLinks();
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, spot(1));
        auto *sheet = child<ui::AddressSheet>("questionSheet");
        QVERIFY(sheet);
        QCOMPARE(sheet->findChild<QPlainTextEdit *>(u"addressText"_s)->toPlainText(), u"https://example.org/a?b=1"_s);
        QTest::keyClick(sheet->findChild<QPushButton *>(u"questionLeave"_s), Qt::Key_Return);
        QVERIFY(m_opened.isEmpty());
        QTRY_VERIFY(!child<ui::AddressSheet>("questionSheet"));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, spot(1) + QPoint(40, 0)); // not twice: that is a word
        QTest::mouseClick(child<QPushButton>("questionGoOn"), Qt::LeftButton);
        QCOMPARE(m_opened, (QList<QUrl>{QUrl(u"https://example.org/a?b=1"_s)}));
    }

    void whatIsHostileDoesNothingButSaySo()
    {
        openLinks();
        for (const int link : {2, 3, 4, 5, 6}) {
            child<ui::MessageBar>("messageBar")->dismiss();
            QCoreApplication::processEvents();
            QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, spot(link));
            QVERIFY2(child<ui::MessageBar>("messageBar")->isVisible(), qPrintable(QString::number(link)));
            QVERIFY(!child<ui::AddressSheet>("questionSheet"));
            QCOMPARE(view()->currentPage(), 1);
        }
        QVERIFY(m_opened.isEmpty());
    }

    void whatWasSaidOfALinkGoesWhenAnotherIsFollowed()
    {
        openLinks();
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, spot(2));
        QVERIFY(child<ui::MessageBar>("messageBar")->isVisible());
        QTRY_VERIFY(view()->links().at(spot(0)));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, spot(0));
        QCOMPARE(view()->currentPage(), 4);
        QVERIFY(!child<ui::MessageBar>("messageBar")->isVisible());
    }

    void linksAreReachedByTheirNumbers()
    {
        openLinks();
        command("followLinkAction")->trigger();
        QVERIFY(view()->links().showsNumbers());
        QTest::keyClick(view(), Qt::Key_Escape);
        QVERIFY(!view()->links().showsNumbers());
        command("followLinkAction")->trigger();
        QTest::keyClick(view(), Qt::Key_1); // of twelve: it might become 10
        QVERIFY(view()->links().showsNumbers());
        QTest::keyClick(view(), Qt::Key_Return);
        QVERIFY(!view()->links().showsNumbers());
        QCOMPARE(view()->here().page, 4);
        view()->goToPage(1);
        QTRY_VERIFY(view()->links().at(spot(0)));
        command("followLinkAction")->trigger();
        QTest::keyClick(view(), Qt::Key_1);
        QTest::keyClick(view(), Qt::Key_2); // the last
        QCOMPARE(view()->currentPage(), 6);
    }

    void aPageWithoutLinksSaysSo()
    {
        openFile(u"/docs/plain.pdf"_s);
        command("followLinkAction")->trigger();
        QVERIFY(!view()->links().showsNumbers());
        QVERIFY(child<ui::MessageBar>("messageBar")->isVisible());
    }

public slots:
    void openUrl(const QUrl &url) { m_opened += url; }

private:
    void openLinks()
    {
        using Kind = core::PageLink::Kind;
        using Refusal = core::PageLink::Refusal;
        auto &links = m_source->told[u"/docs/book.pdf"_s].links[1];
        const auto add = [&links](core::PageLink link) {
            link.area = QRectF(100, 60 + 25.0 * static_cast<double>(links.size()), 200, 20);
            links.push_back(link);
        };
        add({{}, Kind::Place, {4, 250}, {}, {}});
        add({{}, Kind::Address, {}, u"https://example.org/a?b=1"_s, {}});
        add({{}, Kind::Refused, {}, {}, Refusal::Program});
        add({{}, Kind::Address, {}, u"javascript:alert(1)"_s, {}});
        add({{}, Kind::Address, {}, u"file:///etc/passwd"_s, {}});
        add({{}, Kind::Address, {}, u"https://example.org/"_s + QString(3000, u'a'), {}});
        add({{}, Kind::Address, {}, u"https://exam\u0007ple.org/"_s, {}});
        for (int i = 0; i < 5; ++i)
            add({{}, Kind::Place, {6, 0}, {}, {}});
        m_opened.clear();
        for (const char *scheme : schemes)
            QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "openUrl");
        openBook();
        QTRY_VERIFY(view()->links().at(spot(0)));
    }

    static constexpr std::array schemes{"https", "http", "file", "javascript", "mailto"};

    [[nodiscard]] QPoint spot(int link) const
    {
        return view()->geometry().toView({1, {150, 70 + 25.0 * link}}).toPoint();
    }

    template<typename Widget>
    [[nodiscard]] Widget *child(const char *name) const
    {
        return m_pane->findChild<Widget *>(QLatin1StringView(name));
    }

    [[nodiscard]] ui::PageView *view() const { return child<ui::PageView>("pageView"); }
    [[nodiscard]] QTreeView *tree() const { return child<QTreeView>("outlineTree"); }
    [[nodiscard]] QString current() const { return tree()->currentIndex().siblingAtColumn(0).data().toString(); }

    [[nodiscard]] QModelIndex find(const QString &title) const
    {
        const auto found = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, title, 1,
                                                  Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.first();
    }

    [[nodiscard]] QAction *command(const char *name) const
    {
        for (QAction *action : m_pane->commands())
            if (action->objectName() == QLatin1StringView(name))
                return action;
        return nullptr;
    }

    void enterPage(const QString &text)
    {
        command("goToPageAction")->trigger();
        auto *edit = child<QLineEdit>("pageEdit");
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    void openBook()
    {
        openFile(u"/docs/book.pdf"_s);
        QTRY_VERIFY(command("outlineAction")->isEnabled());
    }

    void openFile(const QString &file)
    {
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(file);
        QVERIFY(opened.wait());
    }

    QList<QUrl> m_opened;
    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::DocumentPane> m_pane;
};

LECTERN_GUI_TEST_MAIN(TestDocumentFacts)
#include "tst_documentfacts.moc"
