// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taborder.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

class TestTabOrder : public QObject
{
    Q_OBJECT

private slots:
    void whatWasMadeLastComesWhereItStands()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *first = new QLineEdit;
        auto *last = new QPushButton;
        column->addWidget(first);
        column->addWidget(last);
        auto *row = new QHBoxLayout;
        auto *second = new QLineEdit;
        auto *third = new QLineEdit;
        row->addWidget(third);
        row->insertWidget(0, second);
        column->insertLayout(1, row);
        QCOMPARE(ui::inLayoutOrder(window), (QWidgetList{first, second, third, last}));
    }

    void splittersAndWhatScrollsAreGoneThrough()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *splitter = new QSplitter;
        column->addWidget(splitter);
        auto *right = new QLineEdit;
        splitter->addWidget(right);
        auto *area = new QScrollArea;
        area->setFocusPolicy(Qt::NoFocus);
        splitter->insertWidget(0, area);
        auto *inside = new QWidget;
        auto *left = new QLineEdit;
        (new QVBoxLayout(inside))->addWidget(left);
        area->setWidget(inside);
        QCOMPARE(ui::inLayoutOrder(window), (QWidgetList{left, right}));
    }

    void theFocusGoesThatWayThereAndBackAndRound()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        QList<QLineEdit *> fields;
        for (int i = 0; i < 5; ++i) {
            fields.prepend(new QLineEdit);
            column->insertWidget(0, fields.front());
        }
        fields[4]->setEnabled(false);
        fields[3]->hide();
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        fields.front()->setFocus();
        for (const int wanted : {1, 2, 0}) {
            QVERIFY(ui::stepFocus(window, true));
            QVERIFY2(fields[wanted]->hasFocus(), qPrintable(QString::number(wanted)));
        }
        for (const int wanted : {2, 1, 0}) {
            QVERIFY(ui::stepFocus(window, false));
            QVERIFY2(fields[wanted]->hasFocus(), qPrintable(QString::number(wanted)));
        }
    }

    void whereTheFocusIsNotNothingIsDone()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *inside = new QWidget;
        (new QVBoxLayout(inside))->addWidget(new QLineEdit);
        auto *outside = new QLineEdit;
        column->addWidget(inside);
        column->addWidget(outside);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        outside->setFocus();
        QVERIFY(!ui::stepFocus(*inside, true));
        QVERIFY(outside->hasFocus());
    }
};

QTEST_MAIN(TestTabOrder)
#include "tst_taborder.moc"
