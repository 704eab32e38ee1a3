// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowfixture.h"
#include "ui/library/librarypane.h"
#include "ui/review/reviewpane.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QPointer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Walks what is visible in every page of the window: names, tab order, what a button says.
class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        ui::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ui::Appearance::Light);
    }
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->open()));
    }
    void cleanup() { m_fixture.reset(); }

    void theWelcomeCanBeUsedByEverybody() { check(); }

    void theReviewCanBeUsedByEverybody()
    {
        openDocument();
        check();
    }

    void everySheetCanBeUsedByEverybody_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("commands") << Qt::Key_K;
        QTest::newRow("settings") << Qt::Key_Comma;
        QTest::newRow("export") << Qt::Key_E;
    }

    void everySheetCanBeUsedByEverybody()
    {
        QFETCH(Qt::Key, key);
        openDocument();
        QTest::keyClick(&window(), key, Qt::ControlModifier);
        QVERIFY(window().findChild<QWidget *>(u"sheet"_s) || window().findChild<QWidget *>(u"commandPalette"_s));
        check();
    }

    void tabReachesEveryPaneAndComesBack()
    {
        openDocument();
        window().library().focusList();
        QSet<QWidget *> reached;
        QWidget *const start = QApplication::focusWidget();
        for (int step = 0; step < 400; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            QVERIFY(now);
            reached += now;
            if (now == start)
                break;
        }
        QVERIFY2(reached.contains(start), "nobody gets round");
        const auto within = [&](QWidget &pane) {
            return std::ranges::any_of(reached, [&](QWidget *widget) { return pane.isAncestorOf(widget); });
        };
        QVERIFY(within(window().library()));
        QVERIFY(within(window().review()));
        QVERIFY(within(*window().findChild<QWidget *>(u"documentPane"_s)));
        QVERIFY(within(*window().findChild<QWidget *>(u"topBar"_s)));
    }

    void tabGoesThroughThePanesFromLeftToRight()
    {
        openDocument();
        QList<QWidget *> panes{window().findChild<QWidget *>(u"topBar"_s), &window().library(),
                               window().findChild<QWidget *>(u"documentPane"_s), &window().review()};
        for (const bool forward : {true, false}) {
            window().findChild<QWidget *>(forward ? u"librarySearch"_s : u"approveButton"_s)->setFocus();
            QList<QWidget *> visited;
            QWidget *const start = QApplication::focusWidget();
            for (int step = 0; step < 100 && (step == 0 || QApplication::focusWidget() != start); ++step) {
                QTest::keyClick(QApplication::focusWidget(), forward ? Qt::Key_Tab : Qt::Key_Backtab);
                for (QWidget *pane : panes) {
                    if (pane->isAncestorOf(QApplication::focusWidget())
                        && (visited.isEmpty() || visited.last() != pane))
                        visited += pane;
                }
            }
            QList<QWidget *> wanted = panes;
            if (!forward)
                std::reverse(wanted.begin(), wanted.end());
            QCOMPARE(visited, wanted + QList{wanted.first()}); // and round
        }
    }

    void approvingComesAfterTheTables()
    {
        openDocument();
        auto *approve = window().findChild<QWidget *>(u"approveButton"_s);
        auto *table = window().findChild<QWidget *>(u"table-items"_s);
        QVERIFY(table);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Tab);
        QVERIFY(window().review().isAncestorOf(QApplication::focusWidget()));
        approve->setFocus();
        QTest::keyClick(approve, Qt::Key_Tab);
        QVERIFY(!window().review().isAncestorOf(QApplication::focusWidget()));
    }

    void nothingToClickIsTooSmall()
    {
        openDocument();
        for (const QAbstractButton *button : window().findChildren<QAbstractButton *>()) {
            if (!button->isVisible() || button->inherits("QTableCornerButton"))
                continue;
            QVERIFY2(button->height() >= ui::hitTarget - 1 && button->width() >= ui::hitTarget - 1,
                     qPrintable(describe(button)));
        }
    }

private:
    [[nodiscard]] ui::MainWindow &window() const { return *m_fixture->window; }

    void openDocument()
    {
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
    }

    [[nodiscard]] static QString describe(const QWidget *widget)
    {
        QStringList path;
        for (const QWidget *at = widget; at; at = at->parentWidget())
            path.prepend(QString::fromLatin1(at->metaObject()->className()) + u'#' + at->objectName());
        return path.join(u" > "_s) + u" "_s + QDebug::toString(widget->size());
    }

    [[nodiscard]] static QString spokenName(QWidget *widget)
    {
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        return spoken ? spoken->text(QAccessible::Name) : QString();
    }

    void check() const
    {
        QStringList faults;
        QList<QPointer<QWidget>> widgets; // asking one for its name may make and unmake others
        for (QWidget *widget : window().findChildren<QWidget *>())
            widgets += widget;
        for (QWidget *widget : widgets) {
            if (!widget || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
                || widget->inherits("QTableCornerButton"))
                continue;
            const bool isViewport = qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) != nullptr;
            if (!isViewport && spokenName(widget).isEmpty())
                faults += u"no name: "_s + describe(widget);
        }
        for (const QAbstractButton *button : window().findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text().isEmpty() && button->toolTip().isEmpty()
                && !button->inherits("QTableCornerButton") && button->accessibleName().isEmpty())
                faults += u"says nothing: "_s + describe(button);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
