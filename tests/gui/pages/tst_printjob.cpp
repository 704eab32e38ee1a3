// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "ui/pages/print/printjob.h"

#include <QDir>
#include <QPrinter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(ui::PrintOutcome)

class TestPrintJob : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_source = std::make_unique<FakePageSource>();
        m_source->add(u"/docs/report.pdf"_s, 4);
    }

    void everyPageIsPrintedOnceAndInOrder()
    {
        QVERIFY(run(order({1, 2, 3, 4})).result);
        QCOMPARE(pagesIn(target()), 4);
        std::vector<int> drawn;
        for (const auto &asked : m_source->renders)
            drawn.push_back(asked.request.page);
        QCOMPARE(drawn, (std::vector{1, 2, 3, 4}));
        QVERIFY(m_source->openHandles.isEmpty());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"out.pdf"_s});
    }

    void copiesAreDrawnOnce()
    {
        const auto printer = pdfPrinter();
        printer->setCopyCount(3);
        QVERIFY(run(order({2, 3}), printer).result);
        QCOMPARE(pagesIn(target()), 6);
        QCOMPARE(m_source->renders.size(), std::size_t{2});
    }

    void theRotationAndLayersOfTheViewArePrinted()
    {
        ui::PrintOrder wanted = order({1});
        wanted.rotation = 180;
        wanted.layers = QByteArray("\1\0", 2);
        QVERIFY(run(wanted).result);
        QCOMPARE(m_source->renders.front().request.rotation, 180);
        QCOMPARE(m_source->renders.front().request.layers, wanted.layers);
        QVERIFY(m_source->renders.front().request.priority > 2);
    }

    void onePageIsInMemoryAtATime()
    {
        m_source->holdRenders = true;
        const auto job = start(order({1, 2, 3, 4}), pdfPrinter());
        QTRY_COMPARE(m_source->renders.size(), std::size_t{1});
        QVERIFY(!QTest::qWaitFor([this] { return m_source->renders.size() > 1; }, 150));
        m_source->releaseRenders();
        QTRY_COMPARE(m_source->renders.size(), std::size_t{2});
    }

    void cancellingLeavesNothing()
    {
        m_source->holdRenders = true;
        const auto job = start(order({1, 2, 3, 4}), pdfPrinter());
        QTRY_COMPARE(m_source->renders.size(), std::size_t{1});
        m_source->releaseRenders();
        QTRY_COMPARE(m_source->renders.size(), std::size_t{2});
        QSignalSpy finished(job.get(), &ui::PrintJob::finished);
        job->cancel();
        m_source->releaseRenders();
        QTRY_COMPARE(finished.count(), 1);
        const auto outcome = finished.at(0).at(0).value<ui::PrintOutcome>();
        QVERIFY(!outcome.result);
        QCOMPARE(outcome.result.error().code, core::ErrorCode::Cancelled);
        QVERIFY(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
        QVERIFY(m_source->openHandles.isEmpty());
    }

    void aPageThatCantBeDrawnIsLeftOutAndTold()
    {
        m_source->brokenPages.insert(2, core::ErrorCode::BrokenDocument);
        const ui::PrintOutcome outcome = run(order({1, 2, 3}));
        QVERIFY(outcome.result);
        QCOMPARE(outcome.leftOut, std::vector{2});
        QCOMPARE(pagesIn(target()), 2);
    }

    void whereNoPageCanBeDrawnNothingIsPrinted()
    {
        m_source->brokenPages.insert(2, core::ErrorCode::BrokenDocument);
        const ui::PrintOutcome outcome = run(order({2}));
        QVERIFY(!outcome.result);
        QCOMPARE(outcome.result.error().code, core::ErrorCode::BrokenDocument);
        QVERIFY(!QFile::exists(target()));
    }

    void aDocumentIsNotPrintedOverItself()
    {
        QFile own(target());
        QVERIFY(own.open(QIODevice::WriteOnly) && own.write("original") == 8);
        own.close();
        m_source->add(target(), 1);
        ui::PrintOrder wanted = order({1});
        wanted.file = target();
        wanted.pages = 1;
        const ui::PrintOutcome outcome = run(wanted);
        QVERIFY(!outcome.result);
        QCOMPARE(outcome.result.error().code, core::ErrorCode::InvalidInput);
        QVERIFY(own.open(QIODevice::ReadOnly));
        QCOMPARE(own.readAll(), QByteArray("original"));
    }

    void aPlaceThatCantBeWrittenIsTold()
    {
        const auto printer = pdfPrinter();
        printer->setOutputFileName(m_folder->filePath(u"no/such/folder/out.pdf"_s));
        const ui::PrintOutcome outcome = run(order({1}), printer);
        QVERIFY(!outcome.result);
        QCOMPARE(outcome.result.error().code, core::ErrorCode::AccessDenied);
    }

    void aFileThatChangedMeanwhileIsNotPrinted()
    {
        ui::PrintOrder wanted = order({1});
        wanted.pages = 9;
        const ui::PrintOutcome outcome = run(wanted);
        QVERIFY(!outcome.result);
        QCOMPARE(outcome.result.error().code, core::ErrorCode::BrokenDocument);
    }

private:
    [[nodiscard]] QString target() const { return m_folder->filePath(u"out.pdf"_s); }

    [[nodiscard]] static ui::PrintOrder order(const std::vector<int> &pages)
    {
        ui::PrintOrder order;
        order.file = u"/docs/report.pdf"_s;
        order.pages = 4;
        order.wanted = pages;
        order.resolution = 100;
        return order;
    }

    [[nodiscard]] std::shared_ptr<QPrinter> pdfPrinter() const
    {
        auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(target());
        return printer;
    }

    [[nodiscard]] std::unique_ptr<ui::PrintJob> start(const ui::PrintOrder &order,
                                                      const std::shared_ptr<QPrinter> &printer)
    {
        auto job = std::make_unique<ui::PrintJob>(*m_source, order, printer);
        job->start();
        return job;
    }

    [[nodiscard]] ui::PrintOutcome run(const ui::PrintOrder &order, std::shared_ptr<QPrinter> printer = {})
    {
        const auto job = start(order, printer ? printer : pdfPrinter());
        QSignalSpy finished(job.get(), &ui::PrintJob::finished);
        return QTest::qWaitFor([&finished] { return finished.count() > 0; }, 20'000)
            ? finished.at(0).at(0).value<ui::PrintOutcome>()
            : ui::PrintOutcome{core::fail(core::ErrorCode::Timeout), {}, {}};
    }

    [[nodiscard]] static int pagesIn(const QString &pdf)
    {
        QFile file(pdf);
        return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().count("/Type /Page\n")) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakePageSource> m_source;
};

QTEST_MAIN(TestPrintJob)
#include "tst_printjob.moc"
