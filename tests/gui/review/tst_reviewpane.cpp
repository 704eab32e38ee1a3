// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakestore.h"
#include "tests/support/manualclock.h"
#include "tests/support/reviewdocument.h"
#include "tests/support/stallwatch.h"
#include "ui/review/fieldlist.h"
#include "ui/review/fieldrow.h"
#include "ui/review/reviewpane.h"
#include "ui/review/tablegrid.h"
#include "ui/widgets/messagebar.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// A document reviewed with the keyboard alone, from its first doubt to its approval.
class TestReviewPane : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store = std::make_unique<FakeStore>();
        core::DocumentRow row;
        row.id = 1;
        row.state = core::DocumentState::ToReview;
        row.extraction = reviewdocument::json();
        m_store->rows.push_back({{}, row});
        m_session = std::make_unique<core::ReviewSession>(*m_store, core::Partition(), 1, reviewdocument::schema(),
                                                          m_clock, u"alice"_s);
        m_pane = std::make_unique<ui::ReviewPane>();
        m_pane->resize(400, 700);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        m_pane->setSession(m_session.get(), reviewdocument::schema());
        m_pane->takeFocus();
        m_session->load();
        QTRY_COMPARE(m_pane->chosen(), u"date"_s); // the first doubt
    }

    void cleanup()
    {
        m_pane.reset();
        m_session.reset();
    }

    void thePageOfTheNextDoubtIsKnown()
    {
        QCOMPARE(m_pane->nextPage(), 1);
        core::Extraction elsewhere = reviewdocument::extraction();
        elsewhere.fields[2].evidence.front().place.page = 7;
        m_store->rows.front().row.extraction = QJsonDocument(core::toJson(elsewhere)).toJson();
        core::ReviewSession session(*m_store, core::Partition(), 1, reviewdocument::schema(), m_clock, u"alice"_s);
        m_pane->setSession(&session, reviewdocument::schema());
        QCOMPARE(m_pane->nextPage(), 0); // not loaded
        session.load();
        QTRY_COMPARE(m_pane->chosen(), u"date"_s);
        QCOMPARE(m_pane->nextPage(), 7);
        m_pane->setSession(nullptr, {});
        QCOMPARE(m_pane->nextPage(), 0);
    }

    void whatCouldNotBeReadIsSaid()
    {
        QVERIFY(m_pane->noteText().isEmpty());
        cleanup();
        init();
        core::Extraction partial = reviewdocument::extraction();
        partial.fields.clear();
        partial.tables.clear();
        partial.unreadPages = {2, 5};
        partial.warning = u"finish reason MAX_TOKENS"_s;
        m_store->rows.front().row.extraction = QJsonDocument(core::toJson(partial)).toJson();
        m_session->load();
        QTRY_VERIFY(m_pane->noteText().contains(u"(2, 5)"_s));
        QVERIFY(m_pane->noteText().contains(u"MAX_TOKENS"_s));
        QCOMPARE(m_pane->doubtsText(), u"Not all of it was read"_s);
    }

    void aTableWithoutRowsIsFolded()
    {
        QVERIFY(!m_pane->findChild<ui::TableGrid *>(u"table-items"_s)->parentWidget()->isHidden());
        cleanup();
        init();
        core::Extraction empty = reviewdocument::extraction();
        empty.tables.front().rows.clear();
        m_store->rows.front().row.extraction = QJsonDocument(core::toJson(empty)).toJson();
        m_session->load();
        QTRY_VERIFY(m_pane->findChild<ui::TableGrid *>(u"table-items"_s)->parentWidget()->isHidden());
    }

    void aDocumentOfTablesAloneKeepsTheFocus_data()
    {
        QTest::addColumn<bool>("hasRows");
        QTest::newRow("a table") << true;
        QTest::newRow("nothing at all") << false;
    }

    void aDocumentOfTablesAloneKeepsTheFocus()
    {
        QFETCH(bool, hasRows);
        core::Extraction tables = reviewdocument::extraction();
        tables.fields.clear();
        if (!hasRows)
            tables.tables.front().rows.clear();
        for (auto &row : tables.tables.front().rows) {
            for (auto &[name, cell] : row.cells)
                cell.status = core::FieldStatus::Accepted; // no doubt to go to
        }
        m_store->rows.front().row.extraction = QJsonDocument(core::toJson(tables)).toJson();
        core::ReviewSession next(*m_store, core::Partition(), 1, reviewdocument::schema(), m_clock, u"alice"_s);
        m_pane->setSession(&next, reviewdocument::schema());
        m_pane->takeFocus();
        QSignalSpy loaded(&next, &core::ReviewSession::loaded);
        next.load();
        QTRY_COMPARE(loaded.size(), 1);
        QWidget *expected = m_pane->findChild<QPushButton *>(u"approveButton"_s);
        if (hasRows)
            expected = m_pane->findChild<ui::TableGrid *>(u"table-items"_s);
        QTRY_COMPARE(QApplication::focusWidget(), expected);
        m_pane->setSession(nullptr, {});
    }

    void theHeadSaysHowManyDoubtsAreLeft() { QVERIFY(m_pane->doubtsText().contains(u'3')); }

    void enterAcceptsAndJumpsToTheNextDoubt()
    {
        press(Qt::Key_Return);
        QCOMPARE(m_pane->chosen(), u"total"_s);
        QTRY_COMPARE(m_store->appended.size(), std::size_t(1));
        QTRY_VERIFY(status(u"date"_s) == core::FieldStatus::Accepted);
        QVERIFY(m_pane->doubtsText().contains(u'2'));
    }

    void enterOnASureValueOnlyGoesOn()
    {
        m_pane->choose(u"number"_s);
        press(Qt::Key_Return);
        QCOMPARE(m_pane->chosen(), u"date"_s);
        QVERIFY(m_store->appended.empty());
    }

    void typingEditsAndEnterKeepsIt()
    {
        m_pane->choose(u"note"_s);
        type(u"paid"_s);
        QCOMPARE(editor()->text(), u"paid"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(value(u"note"_s), u"paid"_s);
        QVERIFY(status(u"note"_s) == core::FieldStatus::Corrected);
        QCOMPARE(m_pane->chosen(), u"items[1].amount"_s); // the next doubt after it
    }

    void f2EditsWhatStandsThere()
    {
        press(Qt::Key_F2);
        QCOMPARE(editor()->text(), u"2024-05-07"_s);
        QVERIFY(editor()->hasSelectedText());
    }

    void escapeForgetsWhatWasTyped()
    {
        type(u"2"_s);
        press(Qt::Key_Escape);
        QVERIFY(!m_pane->findChild<ui::FieldList *>()->row(u"date"_s)->isEditing());
        QCOMPARE(m_pane->chosen(), u"date"_s);
        QVERIFY(m_store->appended.empty());
    }

    void whatCannotBeADateIsNotTaken()
    {
        press(Qt::Key_F2);
        editor()->setText(u"yesterday or so"_s);
        press(Qt::Key_Return);
        QVERIFY(m_pane->findChild<ui::FieldList *>()->row(u"date"_s)->isEditing());
        QCOMPARE(editor()->text(), u"yesterday or so"_s); // nothing typed is lost
        QVERIFY(m_store->appended.empty());
        press(Qt::Key_Escape);
        QCOMPARE(value(u"date"_s), u"2024-05-07"_s);
    }

    void aDigitPicksACandidate()
    {
        m_pane->choose(u"total"_s);
        press(Qt::Key_2);
        QTRY_COMPARE(value(u"total"_s), u"33.00"_s);
        QCOMPARE(m_session->extraction().field(u"total"_s)->evidence.front().place.box, QRectF(200, 400, 60, 12));
    }

    void aDigitWithoutSuchACandidateIsTyped()
    {
        m_pane->choose(u"total"_s);
        press(Qt::Key_3);
        QCOMPARE(editor()->text(), u"3"_s);
    }

    void tabGoesFromFieldToFieldAndTakesWhatWasTyped()
    {
        m_pane->choose(u"number"_s);
        press(Qt::Key_Tab);
        QCOMPARE(m_pane->chosen(), u"date"_s);
        press(Qt::Key_Backtab);
        QCOMPARE(m_pane->chosen(), u"number"_s);
        type(u"RE-18"_s);
        QTest::keyClick(editor(), Qt::Key_Tab);
        QCOMPARE(m_pane->chosen(), u"date"_s);
        QTRY_COMPARE(value(u"number"_s), u"RE-18"_s);
    }

    void undoAndRedo()
    {
        press(Qt::Key_Return);
        QTRY_VERIFY(status(u"date"_s) == core::FieldStatus::Accepted);
        m_pane->actions().undo->trigger();
        QTRY_VERIFY(status(u"date"_s) == core::FieldStatus::Review);
        m_pane->actions().redo->trigger();
        QTRY_VERIFY(status(u"date"_s) == core::FieldStatus::Accepted);
    }

    void aCellIsReachedAcceptedAndLeft()
    {
        press(Qt::Key_Return);
        press(Qt::Key_1);
        QCOMPARE(m_pane->chosen(), u"items[1].amount"_s);
        QVERIFY(m_pane->findChild<ui::TableGrid *>()->hasFocus());
        press(Qt::Key_Return);
        QTRY_VERIFY(m_session->extraction().tables.front().rows[1].cells.at(u"amount"_s).status
                    == core::FieldStatus::Accepted);
        QCOMPARE(core::doubts(m_session->extraction()), 0);
    }

    void approvalAsksWhileDoubtsAreLeft()
    {
        QSignalSpy approved(m_pane.get(), &ui::ReviewPane::approved);
        m_pane->actions().approve->trigger();
        QVERIFY(m_pane->messages().text().contains(u'3'));
        QVERIFY(m_store->appended.empty());
        m_pane->messages().findChild<QPushButton *>()->click();
        QVERIFY(approved.wait());
        QVERIFY(core::isApproved(m_session->extraction()));
    }

    void approvalRightAfterTheLastKeyCountsThatKeyToo()
    {
        QSignalSpy approved(m_pane.get(), &ui::ReviewPane::approved);
        press(Qt::Key_Return);
        press(Qt::Key_1);
        press(Qt::Key_Return);
        m_pane->actions().approve->trigger(); // while the edits are on their way to the disk
        QVERIFY(approved.wait());
        QVERIFY(core::isApproved(m_session->extraction()));
        QVERIFY(!m_pane->actions().accept->isEnabled());
        QVERIFY(m_pane->actions().reopen->isEnabled());
    }

    void aFullDiskChangesNothingAndSaysSo()
    {
        m_store->refuseWrites = core::Error{core::ErrorCode::Storage, u"disk full"_s};
        press(Qt::Key_Return);
        QTRY_VERIFY(!m_pane->messages().text().isEmpty());
        QVERIFY(status(u"date"_s) == core::FieldStatus::Review);
        QVERIFY(!m_pane->messages().text().contains(u"disk full"_s)); // no technical detail
    }

    void whatWasTypedIsOfferedToTheDiskAgain()
    {
        m_pane->choose(u"note"_s);
        m_store->refuseWrites = core::Error{core::ErrorCode::Storage, u"disk full"_s};
        type(u"paid"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(m_pane->messages().text().contains(u"“paid”"_s)); // nothing typed is lost
        QVERIFY(m_pane->messages().text().contains(u"Note"_s));
        m_store->refuseWrites.reset();
        m_pane->messages().findChild<QPushButton *>()->click();
        QTRY_COMPARE(value(u"note"_s), u"paid"_s);
        QVERIFY(m_pane->messages().isHidden());
    }

    void aBoxDrawnOnThePageGivesTheValueAndItsPlace()
    {
        m_pane->choose(u"note"_s);
        m_pane->takeDrawn(1, {10, 20, 30, 12}, u"thank you"_s);
        QTRY_COMPARE(value(u"note"_s), u"thank you"_s);
        QCOMPARE(m_session->extraction().field(u"note"_s)->evidence.front().place.box, QRectF(10, 20, 30, 12));
        m_pane->takeDrawn(1, {0, 0, 5, 5}, QString());
        QVERIFY(!m_pane->messages().text().isEmpty());
    }

    void aViewerCanOnlyLook()
    {
        m_pane->setReadOnly(u"Your role is viewer."_s);
        type(u"2"_s);
        QVERIFY(!m_pane->findChild<ui::FieldList *>()->row(u"date"_s)->isEditing());
        press(Qt::Key_Return); // goes on, accepts nothing
        QCOMPARE(m_pane->chosen(), u"total"_s);
        press(Qt::Key_1);
        press(Qt::Key_Delete);
        QVERIFY(m_store->appended.empty());
        QVERIFY(!m_pane->actions().approve->isEnabled());
        QCOMPARE(m_pane->findChild<QPushButton *>(u"approveButton"_s)->toolTip(), u"Your role is viewer."_s);
    }

    void whatIsBeingTypedIsKeptWhenAnotherDocumentComes()
    {
        m_pane->choose(u"note"_s);
        type(u"half"_s);
        m_pane->setSession(nullptr, {});
        QTRY_COMPARE(value(u"note"_s), u"half"_s);
    }

    void titlesAreInTheLanguageOfTheWindowAndStayInTheFileAsTheyAre()
    {
        const QLocale before;
        const auto back = qScopeGuard([&before] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::German));
        core::Schema schema = reviewdocument::schema();
        schema.fields[1].titles = {{u"de"_s, u"Datum"_s}};
        schema.tables[0].titles = {{u"de"_s, u"Positionen"_s}};
        schema.tables[0].columns[0].titles = {{u"de"_s, u"Bezeichnung"_s}};
        m_pane->setSession(m_session.get(), schema);
        QVERIFY(m_pane->findChild<ui::FieldList *>()->row(u"date"_s)->accessibleName().startsWith(u"Datum, "_s));
        const core::Extraction &shown = m_pane->shownExtraction(); // for the marks on the page
        QCOMPARE(shown.field(u"date"_s)->label, u"Datum"_s);
        QCOMPARE(shown.tables.front().label, u"Positionen"_s);
        QCOMPARE(shown.tables.front().columns.front().title, u"Bezeichnung"_s);
        QCOMPARE(shown.field(u"note"_s)->label, u"Note"_s);
        QCOMPARE(m_session->extraction().field(u"date"_s)->label, u"Date"_s); // what is exported
    }

    void doubtsCanComeFirst()
    {
        auto *fields = m_pane->findChild<ui::FieldList *>();
        m_pane->actions().doubtsFirst->setChecked(true);
        QCOMPARE(fields->order(), (QStringList{u"date"_s, u"total"_s, u"number"_s, u"note"_s}));
        m_pane->actions().doubtsFirst->setChecked(false);
        QCOMPARE(fields->order(), (QStringList{u"number"_s, u"date"_s, u"total"_s, u"note"_s}));
    }

    void aScreenReaderHearsTheWholeField()
    {
        const QString name = m_pane->findChild<ui::FieldList *>()->row(u"total"_s)->accessibleName();
        QVERIFY(name.startsWith(u"Total, 30.00 EUR, several possible, 50 %"_s));
        QVERIFY(name.contains(u'2'));
    }

private:
    [[nodiscard]] QWidget *focus() const { return QApplication::focusWidget(); }
    void press(Qt::Key key) const { QTest::keyClick(focus(), key); }
    // As a keyboard does: every key goes to whoever has the focus by then.
    void type(const QString &text) const
    {
        for (const QChar letter : text)
            QTest::keyClicks(focus(), letter);
    }
    [[nodiscard]] QLineEdit *editor() const { return qobject_cast<QLineEdit *>(focus()); }
    [[nodiscard]] core::FieldStatus status(const QString &path) const
    {
        return m_session->extraction().field(path)->status;
    }
    [[nodiscard]] QString value(const QString &path) const
    {
        return m_session->extraction().field(path)->value.value_or(QString());
    }

    ManualClock m_clock;
    std::unique_ptr<FakeStore> m_store;
    std::unique_ptr<core::ReviewSession> m_session;
    std::unique_ptr<ui::ReviewPane> m_pane;
};

LECTERN_GUI_TEST_MAIN(TestReviewPane)
#include "tst_reviewpane.moc"
