// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rowsqueue.h"
#include "ui/library/documentfilter.h"
#include "ui/library/documentmodel.h"
#include "ui/library/statetext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestDocumentModel : public QObject
{
    Q_OBJECT

private slots:
    void theNewestIsOnTop()
    {
        RowsQueue rows;
        rows.keep(u"old.pdf"_s, core::DocumentState::Approved);
        rows.keep(u"new.pdf"_s, core::DocumentState::ToReview, 3);
        ui::DocumentModel model(rows.queue);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        rows.load();
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), u"new.pdf"_s);
        QVERIFY(model.index(0).data(ui::DocumentModel::StateTextRole).toString().contains(u'3'));
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().startsWith(u"new.pdf, "_s));
    }

    void addingAndRemovingFollowTheQueue()
    {
        RowsQueue rows;
        ui::DocumentModel model(rows.queue);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy loaded(&rows.queue, &core::Queue::loaded);
        rows.load();
        QVERIFY(loaded.wait());
        rows.queue.add({u"/a.pdf"_s, u"/b.pdf"_s}, {});
        QTRY_COMPARE(model.rowCount(), 2);
        const qint64 id = model.index(0).data(ui::DocumentModel::IdRole).toLongLong();
        rows.queue.remove(id);
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(!model.indexOf(id).isValid());
    }

    void aFilterHoldsItsStatesAndNames()
    {
        RowsQueue rows;
        rows.keep(u"one.pdf"_s, core::DocumentState::Approved);
        rows.keep(u"two.pdf"_s, core::DocumentState::ToReview);
        rows.keep(u"three.pdf"_s, core::DocumentState::Failed);
        ui::DocumentModel model(rows.queue);
        ui::DocumentFilter filter;
        filter.setSourceModel(&model);
        rows.load();
        QTRY_COMPARE(filter.rowCount(), 3);
        filter.setShow(ui::DocumentFilter::Show::ToReview);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, 0).data().toString(), u"two.pdf"_s);
        filter.setShow(ui::DocumentFilter::Show::All);
        filter.setText(u" THREE "_s);
        QCOMPARE(filter.rowCount(), 1);
    }

    void everyErrorFindsItsWayBackFromTheStore()
    {
        for (int code = 0; code <= static_cast<int>(core::ErrorCode::Last); ++code) {
            const auto error = static_cast<core::ErrorCode>(code);
            QVERIFY(ui::errorCodeOf(core::toString(error)) == error);
        }
        QVERIFY(ui::errorCodeOf(u"from_a_later_version"_s) == core::ErrorCode::Internal);
    }
};

QTEST_MAIN(TestDocumentModel)
#include "tst_documentmodel.moc"
