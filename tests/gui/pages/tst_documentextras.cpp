// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/panels/propertiessheet.h"
#include "ui/pages/view/pageview.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::Literals::StringLiterals;
using State = core::SignatureFact::State;

// Properties, signatures, attachments and layers of a document.
class TestDocumentExtras : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(u"/docs/plain.pdf"_s, 3);
        m_source->add(u"/docs/rich.pdf"_s, 3);
        auto &rich = m_source->told[u"/docs/rich.pdf"_s];
        rich.facts.layers = {{u"Heading"_s, 0, true, true, true}, {u"Ink"_s, 1, false, true, true}};
        rich.facts.attachments = {{u"../notes.txt"_s, u"What was said"_s, u"text/plain"_s, 2048, {}},
                                  {u"other.bin"_s, {}, {}, -1, {}, 2}};
        rich.facts.pageLabels = {u"i"_s, u"ii"_s, u"1"_s};
        rich.attachment = QByteArray("Hello");
        rich.properties.title = u"A <b>title</b>"_s;
        rich.properties.format = u"PDF 1.7"_s;
        rich.properties.isEncrypted = true;
        rich.properties.permissions.copy = false;
        rich.properties.fonts = {{u"Helvetica"_s, u"Type 1"_s, false, false}};
        rich.properties.fontsOfPages = 3;
        m_pane = std::make_unique<ui::DocumentPane>(*m_source);
        m_pane->resize(1000, 700);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void cleanup() { m_pane.reset(); }

    void whatADocumentHasNotIsNotOffered()
    {
        openFile(u"/docs/rich.pdf"_s);
        QTRY_VERIFY(child<QToolButton>("layersTabButton")->isVisible());
        QVERIFY(child<QToolButton>("attachmentTabButton")->isVisible());
        QVERIFY(command("layersAction")->isEnabled());
        openFile(u"/docs/plain.pdf"_s);
        QVERIFY(!child<QToolButton>("layersTabButton")->isVisible());
        QVERIFY(!child<QToolButton>("attachmentTabButton")->isVisible());
        QVERIFY(!command("attachmentsAction")->isEnabled());
        QVERIFY(!child<QWidget>("signatureBar")->isVisible());
    }

    void thePanelShowsWhatThereIs()
    {
        m_source->add(u"/docs/page.pdf"_s, 1);
        m_source->told[u"/docs/page.pdf"_s].facts.attachments = {{u"notes.txt"_s, {}, {}, 5, {}}};
        openFile(u"/docs/page.pdf"_s);
        QTRY_VERIFY(command("attachmentsAction")->isEnabled());
        auto *side = child<QWidget>("sidePanel");
        QVERIFY(!side->isVisible()); // one page needs no thumbnails
        command("thumbnailsAction")->trigger();
        QVERIFY(side->isVisible());
        QVERIFY(child<QToolButton>("attachmentTabButton")->isChecked());
        command("thumbnailsAction")->trigger();
        QVERIFY(!side->isVisible());
    }

    void propertiesAreShownAsPlainTextAndWithTheHash()
    {
        openFile(u"/docs/rich.pdf"_s);
        command("propertiesAction")->trigger();
        auto *sheet = child<ui::PropertiesSheet>("propertiesSheet");
        QVERIFY(sheet);
        QTRY_VERIFY(sheet->findChild<QLabel *>(u"encryptedLabel"_s));
        QTRY_COMPARE(sheet->findChild<QLabel *>(u"hashLabel"_s)->text().remove(u'\n'), QString(64, u'0'));
        QCOMPARE(sheet->findChild<QLabel *>(u"encryptedLabel"_s)->text(), u"yes"_s);
        QVERIFY(sheet->findChild<QLabel *>(u"forbiddenLabel"_s)->text().contains(u"copying"_s));
        QVERIFY(sheet->findChild<QLabel *>(u"fontsLabel"_s)->text().startsWith(u"Helvetica"_s));
        const auto labels = sheet->findChildren<QLabel *>();
        const auto title = std::find_if(labels.begin(), labels.end(),
                                        [](const QLabel *label) { return label->text() == u"A <b>title</b>"_s; });
        QVERIFY(title != labels.end());
        QCOMPARE((*title)->textFormat(), Qt::PlainText);
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!child<ui::PropertiesSheet>("propertiesSheet"));
    }

    void propertiesMayBeClosedBeforeTheyAreThere()
    {
        openFile(u"/docs/rich.pdf"_s);
        command("propertiesAction")->trigger();
        delete child<ui::PropertiesSheet>("propertiesSheet");
        const auto comesBack = [this] { return child<ui::PropertiesSheet>("propertiesSheet") != nullptr; };
        QVERIFY(!QTest::qWaitFor(comesBack, 20)); // when its answer arrives
        command("propertiesAction")->trigger();
        m_pane->clear();
        QVERIFY(m_pane->file().isEmpty());
        QVERIFY(!QTest::qWaitFor([this] { return !m_pane->file().isEmpty(); }, 20));
    }

    void aSignatureIsToldAboveThePages_data()
    {
        QTest::addColumn<std::vector<core::SignatureFact>>("signatures");
        QTest::addColumn<QString>("says");
        using List = std::vector<core::SignatureFact>;
        QTest::newRow("whole") << List{signedBy(u"Ann"_s, State::Intact)} << u"Signed by Ann. Nothing was changed"_s;
        QTest::newRow("two") << List{signedBy(u"Ann"_s, State::Extended), signedBy(u"Bob"_s, State::Intact)}
                             << u"Signed by Ann, Bob. Nothing was changed"_s;
        QTest::newRow("added to") << List{signedBy(u"Ann"_s, State::Extended)} << u"something was added"_s;
        QTest::newRow("changed") << List{signedBy(u"Ann"_s, State::Intact), signedBy(u"Bob"_s, State::Changed)}
                                 << u"Signed by Bob. The document was changed"_s;
        QTest::newRow("unreadable") << List{signedBy({}, State::Unreadable)} << u"can't be checked"_s;
    }

    void aSignatureIsToldAboveThePages()
    {
        QFETCH(std::vector<core::SignatureFact>, signatures);
        QFETCH(QString, says);
        auto &rich = m_source->told[u"/docs/rich.pdf"_s];
        rich.facts.signatures = static_cast<int>(signatures.size());
        rich.signatures = signatures;
        openFile(u"/docs/rich.pdf"_s);
        auto *bar = child<ui::MessageBar>("signatureBar");
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(says), qPrintable(bar->text()));
        QVERIFY(bar->text().contains(u"certificate was not checked"_s));
        command("propertiesAction")->trigger();
        QVERIFY(child<QLabel>("signatureCaveatLabel"));
        openFile(u"/docs/plain.pdf"_s);
        QVERIFY(!bar->isVisible());
    }

    void anAttachmentSaysOnWhichPageItIs()
    {
        openFile(u"/docs/rich.pdf"_s);
        openAttachments();
        QVERIFY(!list()->item(0)->text().contains(u"Page"_s));
        QVERIFY(list()->item(1)->text().contains(u"Page ii"_s));
    }

    void theListSaysWhatItLeavesOut()
    {
        openFile(u"/docs/rich.pdf"_s);
        openAttachments();
        QVERIFY(!child<QLabel>("attachmentCountLabel")->isVisible());
        auto &many = m_source->told[u"/docs/plain.pdf"_s].facts;
        many.attachments.resize(2, {u"notes.txt"_s, {}, {}, 5, {}});
        many.allAttachments = 2013;
        openFile(u"/docs/plain.pdf"_s);
        openAttachments();
        QTRY_VERIFY(child<QLabel>("attachmentCountLabel")->isVisible());
        QCOMPARE(child<QLabel>("attachmentCountLabel")->text(), u"The first 2 of 2,013 attachments are listed."_s);
    }

    void anAttachmentIsSavedAsACopy()
    {
        const QTemporaryDir folder;
        openFile(u"/docs/rich.pdf"_s);
        openAttachments();
        QVERIFY(list()->item(0)->text().contains(u"What was said"_s));
        QTest::mouseClick(child<QPushButton>("saveAttachmentButton"), Qt::LeftButton);
        auto *dialog = child<QFileDialog>("saveAttachmentDialog");
        QVERIFY(dialog);
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"notes.txt"_s);
        emit dialog->fileSelected(folder.filePath(u"copy.txt"_s));
        dialog->close();
        QTRY_VERIFY(child<ui::MessageBar>("messageBar")->isVisible());
        QFile file(folder.filePath(u"copy.txt"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("Hello"));
        QVERIFY(!file.permissions().testFlag(QFileDevice::ExeOwner));
    }

    void anAttachmentThatIsTooLargeIsNotSaved()
    {
        const QTemporaryDir folder;
        m_source->told[u"/docs/rich.pdf"_s].attachment = core::fail(core::ErrorCode::LimitReached);
        openFile(u"/docs/rich.pdf"_s);
        openAttachments();
        QTest::keyClick(list(), Qt::Key_Return);
        auto *dialog = child<QFileDialog>("saveAttachmentDialog");
        QVERIFY(dialog);
        emit dialog->fileSelected(folder.filePath(u"copy.txt"_s));
        dialog->close();
        QTRY_VERIFY(child<ui::MessageBar>("messageBar")->isVisible());
        QVERIFY2(child<ui::MessageBar>("messageBar")->text().contains(u"larger than"_s),
                 qPrintable(child<ui::MessageBar>("messageBar")->text()));
        QVERIFY(!QFile::exists(folder.filePath(u"copy.txt"_s)));
    }

    void aLayerThatIsSwitchedHasThePagesDrawnAgain()
    {
        openFile(u"/docs/rich.pdf"_s);
        QTRY_VERIFY(command("layersAction")->isEnabled());
        command("layersAction")->trigger();
        QTRY_VERIFY(view()->pictures().isIdle() && view()->pictures().cache().nearest(1, 96, 0));
        m_source->renders.clear();
        QTreeWidgetItem *ink = tree()->topLevelItem(0)->child(0);
        QVERIFY(!(tree()->topLevelItem(0)->flags() & Qt::ItemIsUserCheckable));
        ink->setCheckState(0, Qt::Unchecked);
        QTRY_VERIFY(!m_source->renders.empty());
        QVERIFY(view()->pictures().cache().nearest(1, 96, 0)); // the old one stays until then
        QTRY_VERIFY(!view()->pictures().cache().nearest(1, 96, 0)->isOutdated);
        for (const auto &asked : m_source->renders)
            QCOMPARE(asked.request.layers, QByteArray("\1\0", 2));
        m_source->renders.clear();
        QTest::mouseClick(child<QPushButton>("restoreLayersButton"), Qt::LeftButton);
        QTRY_VERIFY(!m_source->renders.empty());
        for (const auto &asked : m_source->renders)
            QVERIFY(asked.request.layers.isEmpty());
        QCOMPARE(ink->checkState(0), Qt::Checked);
        QVERIFY(!child<QPushButton>("restoreLayersButton")->isVisible());
    }

    void theNextDocumentHasItsOwnLayers()
    {
        openFile(u"/docs/rich.pdf"_s);
        QTRY_VERIFY(command("layersAction")->isEnabled());
        command("layersAction")->trigger();
        tree()->topLevelItem(0)->child(0)->setCheckState(0, Qt::Unchecked);
        QTRY_VERIFY(child<QPushButton>("restoreLayersButton")->isVisible());
        openFile(u"/docs/plain.pdf"_s);
        m_source->renders.clear();
        view()->goToPage(3);
        QTRY_VERIFY(!m_source->renders.empty());
        QVERIFY(m_source->renders.front().request.layers.isEmpty());
    }

    void everythingThatTakesTheFocusHasAName()
    {
        openFile(u"/docs/rich.pdf"_s);
        openAttachments();
        command("propertiesAction")->trigger();
        for (const QWidget *widget : m_pane->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->inherits("QScrollBar")
                || widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QLabel"))
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty() || widget->inherits("QPushButton"),
                     qPrintable(widget->objectName() + QLatin1StringView(widget->metaObject()->className())));
        }
    }

private:
    static core::SignatureFact signedBy(const QString &name, State state)
    {
        core::SignatureFact fact;
        fact.signer = name;
        fact.state = state;
        return fact;
    }

    template<typename Widget>
    [[nodiscard]] Widget *child(const char *name) const
    {
        return m_pane->findChild<Widget *>(QLatin1StringView(name));
    }

    [[nodiscard]] ui::PageView *view() const { return child<ui::PageView>("pageView"); }
    [[nodiscard]] QTreeWidget *tree() const { return child<QTreeWidget>("layerTree"); }
    [[nodiscard]] QListWidget *list() const { return child<QListWidget>("attachmentList"); }

    [[nodiscard]] QAction *command(const char *name) const
    {
        for (QAction *action : m_pane->commands())
            if (action->objectName() == QLatin1StringView(name))
                return action;
        return nullptr;
    }

    void openAttachments()
    {
        QTRY_VERIFY(command("attachmentsAction")->isEnabled());
        command("attachmentsAction")->trigger();
        QTRY_VERIFY(list()->isVisible());
    }

    void openFile(const QString &file)
    {
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(file);
        QVERIFY(opened.wait());
    }

    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::DocumentPane> m_pane;
};

LECTERN_GUI_TEST_MAIN(TestDocumentExtras)
#include "tst_documentextras.moc"
