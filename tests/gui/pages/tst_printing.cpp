// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/print/printfile.h"
#include "ui/pages/print/printfilesheet.h"
#include "ui/pages/print/printing.h"
#include "ui/pages/print/printspool.h"
#include "ui/pages/view/pageview.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestPrinting : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(u"/docs/report.pdf"_s, 4);
        m_pane = std::make_unique<ui::DocumentPane>(*m_source);
        m_pane->resize(800, 600);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(u"/docs/report.pdf"_s);
        QVERIFY(opened.wait());
    }

    void cleanup() { m_pane.reset(); }

    void thePagesThatWereChosenArePrinted_data()
    {
        QTest::addColumn<QPrinter::PrintRange>("range");
        QTest::addColumn<int>("pages");
        QTest::newRow("all") << QPrinter::AllPages << 4;
        QTest::newRow("current") << QPrinter::CurrentPage << 1;
        QTest::newRow("range") << QPrinter::PageRange << 2;
    }

    void thePagesThatWereChosenArePrinted()
    {
        QFETCH(QPrinter::PrintRange, range);
        QFETCH(int, pages);
        QTest::keyClick(m_pane.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(dialog());
        printInto(m_folder.filePath(u"out.pdf"_s), range);
        QTRY_VERIFY2(bar()->text().contains(u"out.pdf"_s), qPrintable(bar()->text()));
        QFile file(m_folder.filePath(u"out.pdf"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("/Type /Page\n"), pages);
    }

    void aDocumentThatForbidsPrintingSaysSo()
    {
        m_source->told[u"/docs/report.pdf"_s].properties.permissions.print = false;
        print();
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY(!dialog());
    }

    void nothingIsAskedAboutADocumentThatWasLeft()
    {
        print();
        m_pane->clear();
        QVERIFY(!QTest::qWaitFor([this] { return dialog() != nullptr; }, 100));
    }

    void whatWasSaidGoesWithTheDocument()
    {
        m_source->add(u"/docs/other.pdf"_s, 1);
        print();
        QTRY_VERIFY(dialog());
        printInto(m_folder.filePath(u"said.pdf"_s), QPrinter::CurrentPage);
        QTRY_VERIFY(bar()->text().startsWith(u"Printed to"_s));
        m_pane->open(u"/docs/other.pdf"_s);
        QCOMPARE(bar()->text(), QString());
    }

    void whatBecameOfADocumentNamesItAboveAnother()
    {
        m_source->add(u"/docs/other.pdf"_s, 1);
        print();
        QTRY_VERIFY(dialog());
        m_source->holdRenders = true;
        printInto(m_folder.filePath(u"named.pdf"_s), QPrinter::CurrentPage);
        m_pane->open(u"/docs/other.pdf"_s);
        QTRY_COMPARE(m_source->openHandles.size(), 2);
        m_source->holdRenders = false;
        m_source->releaseRenders();
        QTRY_VERIFY2(bar()->text().startsWith(u"report.pdf: Printed to"_s), qPrintable(bar()->text()));
    }

    void poorQualityIsWhatSomeDocumentsAllow()
    {
        m_source->told[u"/docs/report.pdf"_s].properties.permissions.printWell = false;
        const auto before = m_source->renders.size();
        print();
        QTRY_VERIFY(dialog());
        printInto(m_folder.filePath(u"poor.pdf"_s), QPrinter::CurrentPage);
        QTRY_VERIFY(bar()->text().contains(u"poor.pdf"_s));
        double best = 0;
        for (std::size_t i = before; i < m_source->renders.size(); ++i)
            if (m_source->renders[i].request.priority == 3)
                best = std::max(best, m_source->renders[i].request.dpi);
        QVERIFY(best > 0 && best <= 150);
    }

    void printingGoesOnUnderAnotherDocumentAndCanBeCancelled()
    {
        m_source->add(u"/docs/other.pdf"_s, 1);
        print();
        QTRY_VERIFY(dialog());
        m_source->holdRenders = true;
        printInto(m_folder.filePath(u"cancelled.pdf"_s), QPrinter::AllPages);
        m_pane->open(u"/docs/other.pdf"_s);
        QTRY_COMPARE(m_source->openHandles.size(), 2);
        QTRY_VERIFY(bar()->isVisible());
        auto *cancel = bar()->findChild<QPushButton *>();
        for (auto *button : bar()->findChildren<QPushButton *>())
            if (button->isVisible())
                cancel = button;
        cancel->click();
        m_source->releaseRenders();
        QTRY_COMPARE(m_source->openHandles.size(), 1);
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY(!QFile::exists(m_folder.filePath(u"cancelled.pdf"_s)));
    }

    void aPrintServiceThatSaysNothingHoldsNobodyUp()
    {
        const auto answers = std::make_shared<QSemaphore>();
        std::vector<std::function<void()>> later;
        QWidget window;
        ui::MessageBar bar(&window);
        ui::Printing printing(*m_source, bar, window,
                              {.ask = [answers] { answers->acquire(); },
                               .after = [&later](std::chrono::milliseconds, QObject *,
                                                 const std::function<void()> &handler) { later.push_back(handler); }});
        ui::PrintSubject subject;
        subject.document = 1;
        subject.order.file = u"/docs/report.pdf"_s;
        subject.order.pages = 4;
        const auto hasDialog = [&window] { return window.findChild<QPrintDialog *>() != nullptr; };
        printing.ask(subject);
        QTRY_COMPARE(later.size(), 2U);
        later[0]();
        QCOMPARE(bar.text(), u"Looking for printers…"_s);
        later[1]();
        QVERIFY(bar.text().contains(u"doesn't answer"_s));
        bar.findChild<QPushButton *>()->click(); // it is not needed for a file
        auto *sheet = window.findChild<ui::PrintFileSheet *>();
        QVERIFY(sheet);
        sheet->close();
        answers->release(); // when nobody expects it any more
        QVERIFY(!QTest::qWaitFor(hasDialog, 100));
        printing.ask(subject);
        QTRY_COMPARE(later.size(), 4U);
        later[2]();
        QCOMPARE(bar.text(), u"Looking for printers…"_s);
        answers->release();
        QTRY_VERIFY(hasDialog());
        QVERIFY(bar.isHidden());
        later[3]();
        QVERIFY(bar.isHidden());
    }

    void aPdfFileIsPrintedWithoutAskingForPrinters()
    {
        ui::MessageBar bar(m_pane.get());
        ui::Printing printing(*m_source, bar, *m_pane,
                              {.ask = [] { QFAIL("printers were asked about"); }, .after = core::afterTimer});
        ui::PrintSubject subject;
        subject.document = 1;
        subject.order.file = u"/docs/report.pdf"_s;
        subject.order.pages = 4;
        subject.intoFile = true;
        printing.ask(subject);
        QTRY_VERIFY(sheet());
        sheet()->close();
        subject.order.wanted = {1, 3, 4};
        printing.start(subject.order, m_folder.filePath(u"without.pdf"_s));
        QTRY_VERIFY2(bar.text().contains(u"without.pdf"_s) && bar.text().startsWith(u"Printed to"_s),
                     qPrintable(bar.text()));
        QFile file(m_folder.filePath(u"without.pdf"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("/Type /Page\n"), 3);
        QCOMPARE(QDir(m_folder.path()).entryList({u".lectern-*"_s}, QDir::Files | QDir::Hidden), QStringList());
    }

    void theSheetTakesPagesAndTheirSet_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("set");
        QTest::addColumn<std::vector<int>>("pages");
        QTest::newRow("all") << QString() << 0 << std::vector{1, 2, 3, 4, 5};
        QTest::newRow("odd") << QString() << 1 << std::vector{1, 3, 5};
        QTest::newRow("even") << QString() << 2 << std::vector{2, 4};
        QTest::newRow("some") << u"2-3, 5"_s << 0 << std::vector{2, 3, 5};
        QTest::newRow("odd of some") << u"2-3, 5"_s << 1 << std::vector{3, 5};
        QTest::newRow("none of them") << u"2"_s << 1 << std::vector<int>();
        QTest::newRow("beyond the end") << u"9"_s << 0 << std::vector<int>();
        QTest::newRow("no pages") << u"nonsense"_s << 0 << std::vector<int>();
    }

    void theSheetTakesPagesAndTheirSet()
    {
        QFETCH(QString, typed);
        QFETCH(int, set);
        QFETCH(std::vector<int>, pages);
        auto *asked = new ui::PrintFileSheet(u"/out.pdf"_s, 5, m_pane.get());
        QSignalSpy chosen(asked, &ui::PrintFileSheet::chosen);
        asked->open();
        asked->findChild<QLineEdit *>(u"printPages"_s)->setText(typed);
        asked->findChild<QComboBox *>(u"printPageSet"_s)->setCurrentIndex(set);
        auto *print = asked->findChild<QPushButton *>(u"printIntoFile"_s);
        QCOMPARE(print->isEnabled(), !pages.empty());
        if (pages.empty())
            return;
        print->click();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().at(0).toString(), u"/out.pdf"_s);
        QCOMPARE(chosen.first().at(1).value<std::vector<int>>(), pages);
    }

    void theFileOfferedIsNeitherTheDocumentNorAnother()
    {
        const auto put = [this](const QString &name) {
            QFile file(m_folder.filePath(name));
            return file.open(QIODevice::WriteOnly);
        };
        const QString document = m_folder.filePath(u"a.b.pdf"_s);
        QVERIFY(put(u"a.b.pdf"_s));
        QCOMPARE(ui::printedName(document, m_folder.path()), u"a.b (printed).pdf"_s);
        QVERIFY(put(u"a.b (printed).pdf"_s));
        QCOMPARE(ui::printedName(document, m_folder.path()), u"a.b (printed 2).pdf"_s);
        print();
        QTRY_VERIFY(dialog());
        QCOMPARE(dialog()->printer()->docName(), u"report (printed).pdf"_s);
        dialog()->close();
    }

    // What is temporary is memory on many systems.
    void pagesThatWaitForThePrinterDoSoWhereWhatCanBeMadeAgainIsKept()
    {
        const QByteArray before = qgetenv("XDG_CACHE_HOME");
        qputenv("XDG_CACHE_HOME", m_folder.path().toLocal8Bit());
        ui::PrintSpool spool;
        const bool isOpen = spool.open().has_value();
        before.isEmpty() ? qunsetenv("XDG_CACHE_HOME") : qputenv("XDG_CACHE_HOME", before);
        QVERIFY(isOpen);
        const QDir open(u"/proc/self/fd"_s);
        const QStringList entries = open.entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
        QVERIFY(std::any_of(entries.begin(), entries.end(), [&](const QString &entry) {
            return QFile::symLinkTarget(open.filePath(entry)).startsWith(m_folder.path() + u"/lectern/"_s);
        }));
    }

private:
    void print()
    {
        for (QAction *action : m_pane->commands())
            if (action->objectName() == u"printAction"_s)
                action->trigger();
    }

    [[nodiscard]] QPrintDialog *dialog() const { return m_pane->window()->findChild<QPrintDialog *>(); }
    [[nodiscard]] ui::PrintFileSheet *sheet() const
    {
        return m_pane->window()->findChild<ui::PrintFileSheet *>();
    }
    [[nodiscard]] ui::MessageBar *bar() const { return m_pane->findChild<ui::MessageBar *>(u"printBar"_s); }

    void printInto(const QString &file, QPrinter::PrintRange range)
    {
        QPrinter *printer = dialog()->printer();
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(file);
        printer->setPrintRange(range);
        printer->setPageRanges(QPageRanges::fromString(u"2-3"_s));
        // The dialog would read its own fields; what it says to whoever waits is what counts here.
        QPointer<QPrintDialog> open = dialog();
        emit open->QDialog::accepted();
        open->close();
        QTRY_VERIFY(!open);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::DocumentPane> m_pane;
};

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"
