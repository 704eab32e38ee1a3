// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reviewdocument.h"
#include "ui/review/tablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestTableModel : public QObject
{
    Q_OBJECT

private slots:
    void itShowsWhatWasRead()
    {
        ui::TableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(reviewdocument::extraction().tables.front());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.index(1, 1).data().toString(), u"20.00"_s);
        QVERIFY(model.index(1, 1).data(ui::TableModel::IsDoubtRole).toBool());
        QCOMPARE(model.index(1, 1).data(ui::TableModel::PathRole).toString(), u"items[1].amount"_s);
        QCOMPARE(model.indexOf(u"items[1].amount"_s), model.index(1, 1));
        QVERIFY(!model.indexOf(u"items[9].amount"_s).isValid());
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Amount"_s);
    }

    void typingAsksForAnEditAndChangesNothingYet()
    {
        ui::TableModel model;
        model.setTable(reviewdocument::extraction().tables.front());
        QSignalSpy typed(&model, &ui::TableModel::cellTyped);
        model.setData(model.index(1, 1), u"21.00"_s, Qt::EditRole);
        QCOMPARE(typed.count(), 1);
        QCOMPARE(typed.first().at(0).toString(), u"items[1].amount"_s);
        QCOMPARE(model.index(1, 1).data().toString(), u"20.00"_s);
        model.setData(model.index(1, 1), u"20.00"_s, Qt::EditRole); // the same
        QCOMPARE(typed.count(), 1);
    }

    void aReadOnlyTableCannotBeEdited()
    {
        ui::TableModel model;
        model.setTable(reviewdocument::extraction().tables.front());
        QVERIFY(model.index(0, 0).flags() & Qt::ItemIsEditable);
        model.setReadOnly(true);
        QVERIFY(!(model.index(0, 0).flags() & Qt::ItemIsEditable));
    }

    void aChangedValueKeepsTheSelection()
    {
        ui::TableModel model;
        core::ExtractedTable table = reviewdocument::extraction().tables.front();
        model.setTable(table);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = model.index(1, 1);
        table.rows[1].cells[u"amount"_s].value = u"22.00"_s;
        model.setTable(table);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(kept.data().toString(), u"22.00"_s);
        table.rows.pop_back();
        model.setTable(table);
        QCOMPARE(reset.count(), 1);
    }
};

QTEST_MAIN(TestTableModel)
#include "tst_tablemodel.moc"
