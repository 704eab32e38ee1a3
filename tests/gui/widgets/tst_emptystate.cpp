// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include <QLabel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestEmptyState : public QObject
{
    Q_OBJECT

private slots:
    void aLineIsNeverTooLongToRead()
    {
        const QString text = QString(u"Some words that say what to do now. "_s).repeated(8);
        ui::EmptyState state(u"lock"_s, u"A title"_s, text);
        state.setFootnote(text);
        for (const QSize size : {QSize(2400, 900), QSize(500, 700)}) {
            state.resize(size);
            state.show();
            QVERIFY(QTest::qWaitForWindowExposed(&state));
            for (const QLabel *label : state.findChildren<QLabel *>()) {
                if (label->text() != text)
                    continue;
                QVERIFY(label->width() <= 90 * label->fontMetrics().averageCharWidth());
                QVERIFY(label->width() >= std::min(size.width() - 100, 60 * label->fontMetrics().averageCharWidth()));
                QCOMPARE(label->height(), label->heightForWidth(label->width())); // all of it is seen, and no gap
                const int middle = label->mapTo(&state, label->rect().center()).x();
                QVERIFY2(std::abs(middle - state.width() / 2) <= 2, qPrintable(QString::number(middle)));
            }
        }
    }
};

QTEST_MAIN(TestEmptyState)
#include "tst_emptystate.moc"
