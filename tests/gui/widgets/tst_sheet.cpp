// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wheel.h"
#include "ui/widgets/sheet.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

class TestSheet : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        m_behind = new QLineEdit(m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_behind->setFocus();
        m_sheet = new ui::Sheet(u"A question"_s, m_window.get());
        m_field = new QLineEdit;
        m_sheet->body()->addWidget(m_field);
        m_no = m_sheet->addButton(u"No"_s);
        m_yes = m_sheet->addButton(u"Yes"_s, true);
    }
    void cleanup() { m_window.reset(); }

    void escapeClosesItAndGivesTheFocusBack()
    {
        QSignalSpy closed(m_sheet, &ui::Sheet::closed);
        m_sheet->open(m_field);
        QVERIFY(m_field->hasFocus());
        QTest::keyClick(m_field, Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
        QVERIFY(m_behind->hasFocus());
    }

    void tabStaysInside()
    {
        m_sheet->open(m_field);
        QSet<QWidget *> visited;
        for (int step = 0; step < 8; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            visited += QApplication::focusWidget();
        }
        QCOMPARE(visited, (QSet<QWidget *>{m_field, m_no, m_yes}));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QVERIFY(m_sheet->isAncestorOf(QApplication::focusWidget()));
    }

    void enterIsTheMainButton()
    {
        QSignalSpy yes(m_yes, &QPushButton::clicked);
        QSignalSpy no(m_no, &QPushButton::clicked);
        m_sheet->open(m_field);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(yes.count(), 1);
        QCOMPARE(no.count(), 0);
    }

    void aClickBesideItClosesIt()
    {
        m_sheet->open();
        QSignalSpy closed(m_sheet, &ui::Sheet::closed);
        QTest::mouseClick(m_sheet, Qt::LeftButton, {}, {5, 590});
        QCOMPARE(closed.count(), 1);
    }

    void itStaysOverTheWholeWindow()
    {
        m_sheet->open();
        m_window->resize(1000, 700);
        QTRY_COMPARE(m_sheet->size(), QSize(1000, 700));
    }

    void whatIsTooHighIsScrolledAboveItsButtons_data()
    {
        QTest::addColumn<QSize>("window");
        QTest::newRow("half of 1280 x 720") << QSize(640, 330);
        QTest::newRow("1300 x 700") << QSize(1300, 700);
    }

    void whatIsTooHighIsScrolledAboveItsButtons()
    {
        QFETCH(QSize, window);
        m_window->resize(window);
        QList<QLineEdit *> fields;
        for (int row = 0; row < 30; ++row)
            m_sheet->body()->addWidget(fields.emplace_back(new QLineEdit));
        m_sheet->open(m_field);
        QTRY_VERIFY(isSeen(m_yes) && isSeen(m_field));
        QVERIFY(isSeen(m_no) && !isSeen(fields.back()));

        const QPoint inside = fields.front()->mapTo(m_window.get(), QPoint(5, 5));
        turnWheel(*m_window, inside, -60);
        QTRY_VERIFY(isSeen(fields.back()));
        QVERIFY(isSeen(m_yes));

        m_yes->setFocus();
        QTest::keyClick(m_yes, Qt::Key_Home, Qt::ControlModifier);
        QTRY_VERIFY(isSeen(m_field));
        QTest::keyClick(m_yes, Qt::Key_PageDown);
        QTRY_VERIFY(!isSeen(m_field));
        QTest::keyClick(m_yes, Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(isSeen(fields.back()));
        for (QLineEdit *field : fields) { // the keys take along what is seen
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(field->hasFocus());
            QVERIFY(isSeen(field));
        }
    }

    void whatFitsHasNoScrollBar()
    {
        m_sheet->open(m_field);
        for (const auto *area : m_sheet->findChildren<QAbstractScrollArea *>())
            QVERIFY(!area->verticalScrollBar()->isVisible());
    }

    void itGrowsWithWhatIsInIt()
    {
        m_sheet->open(m_field);
        auto *last = new QLineEdit;
        for (int row = 0; row < 6; ++row)
            m_sheet->body()->addWidget(new QLineEdit);
        m_sheet->body()->addWidget(last);
        QTRY_VERIFY(last->isVisible() && isSeen(last) && isSeen(m_field) && isSeen(m_yes));
    }

private:
    // All of it, and nothing else is in front.
    [[nodiscard]] bool isSeen(const QWidget *widget) const
    {
        const QRect place(widget->mapTo(m_window.get(), QPoint()), widget->size());
        return widget->visibleRegion().boundingRect() == widget->rect() && m_window->rect().contains(place)
            && m_window->childAt(place.center()) == widget;
    }

    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_behind = nullptr;
    ui::Sheet *m_sheet = nullptr;
    QLineEdit *m_field = nullptr;
    QPushButton *m_no = nullptr;
    QPushButton *m_yes = nullptr;
};

QTEST_MAIN(TestSheet)
#include "tst_sheet.moc"
