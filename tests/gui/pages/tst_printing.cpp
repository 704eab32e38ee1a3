// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/print/printing.h"
#include "ui/pages/print/printspool.h"
#include "ui/pages/view/pageview.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
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
