// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

class TestMessageBar : public QObject
{
    Q_OBJECT

private slots:
    void itIsHiddenUntilThereIsSomethingToSay()
    {
        ui::MessageBar bar;
        QVERIFY(bar.isHidden());
        bar.tell(ui::MessageBar::Kind::Warning, u"Look here."_s);
        QVERIFY(!bar.isHidden());
        QCOMPARE(bar.text(), u"Look here."_s);
        QCOMPARE(bar.accessibleName(), u"Look here."_s);
    }

    void theActionIsDoneOnceAndTheBarGoes()
    {
        ui::MessageBar bar;
        int done = 0;
        bar.tell(ui::MessageBar::Kind::Error, u"Failed."_s, {u"Again"_s, [&done] { ++done; }});
        bar.findChild<QPushButton *>()->click();
        QCOMPARE(done, 1);
        QVERIFY(bar.isHidden());
    }

    void anActionMayTellSomethingNew()
    {
        ui::MessageBar bar;
        bar.tell(ui::MessageBar::Kind::Error, u"First."_s,
                 {u"Again"_s, [&bar] { bar.tell(ui::MessageBar::Kind::Success, u"Second."_s); }});
        bar.findChild<QPushButton *>()->click();
        QCOMPARE(bar.text(), u"Second."_s);
        QVERIFY(bar.findChild<QPushButton *>()->isHidden());
    }

    void longWordsAreNotCutInANarrowPane()
    {
        QWidget pane;
        auto *layout = new QVBoxLayout(&pane);
        auto *bar = new ui::MessageBar(&pane);
        layout->addWidget(bar);
        layout->addStretch(1);
        pane.resize(320, 400);
        pane.show();
        bar->tell(ui::MessageBar::Kind::Warning,
                  u"A long sentence that needs several lines in so narrow a pane. "_s.repeated(3),
                  {u"Do something about it"_s, [] {}});
        QTRY_VERIFY(bar->height() >= bar->heightForWidth(bar->width()));
        for (const QLabel *label : bar->findChildren<QLabel *>()) {
            if (label->wordWrap())
                QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
        }
    }
};

QTEST_MAIN(TestMessageBar)
#include "tst_messagebar.moc"
