// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reviewdocument.h"
#include "ui/review/doubtorder.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestDoubtOrder : public QObject
{
    Q_OBJECT

private slots:
    void fieldsComeFirstThenCellsRowByRow()
    {
        QCOMPARE(ui::doubtfulPaths(m_extraction, m_order), (QStringList{u"date"_s, u"total"_s, u"items[1].amount"_s}));
    }

    void theNextOneIsFoundFromAnyPlace()
    {
        QCOMPARE(ui::nextDoubt(m_extraction, m_order, QString()), u"date"_s);
        QCOMPARE(ui::nextDoubt(m_extraction, m_order, u"number"_s), u"date"_s);
        QCOMPARE(ui::nextDoubt(m_extraction, m_order, u"total"_s), u"items[1].amount"_s);
        QCOMPARE(ui::nextDoubt(m_extraction, m_order, u"items[1].amount"_s), u"date"_s);
    }

    void itGoesBackwardsToo()
    {
        QCOMPARE(ui::nextDoubt(m_extraction, m_order, u"total"_s, -1), u"date"_s);
        QCOMPARE(ui::nextDoubt(m_extraction, m_order, u"date"_s, -1), u"items[1].amount"_s);
        QCOMPARE(ui::nextDoubt(m_extraction, m_order, QString(), -1), u"items[1].amount"_s);
    }

    void theOnlyDoubtHasNoNextOne()
    {
        core::Extraction one = m_extraction;
        one.tables.clear();
        one.fields[2].status = core::FieldStatus::Accepted;
        QCOMPARE(ui::nextDoubt(one, m_order, u"date"_s), QString());
        QCOMPARE(ui::nextDoubt({}, {}, QString()), QString());
    }

private:
    core::Extraction m_extraction = reviewdocument::extraction();
    QStringList m_order{u"number"_s, u"date"_s, u"total"_s, u"note"_s};
};

QTEST_GUILESS_MAIN(TestDoubtOrder)
#include "tst_doubtorder.moc"
