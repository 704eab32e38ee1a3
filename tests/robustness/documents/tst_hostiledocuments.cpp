// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerpool.h"
#include "tests/support/hostiledocuments.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

template<typename T>
core::Result<T> answerOf(const core::Async<T> &answer)
{
    return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 30'000) && answer.resultCount() > 0
        ? answer.result()
        : core::Result<T>(core::fail(ErrorCode::Internal, u"no answer"_s));
}

} // namespace

class HostileDocumentsTest : public QObject
{
    Q_OBJECT

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    core::Result<core::OpenedDocument> open(const QString &name, const QByteArray &bytes)
    {
        return answerOf(m_pool.open(write(name, bytes), {}, {}));
    }

    QTemporaryDir m_folder;
    core::WorkerPool m_pool;

private slots:
    void everyOneOfThemIsDoneOrRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const HostileDocument &document : hostileDocuments())
            QTest::newRow(qPrintable(document.name)) << document.bytes;
    }

    void everyOneOfThemIsDoneOrRefused()
    {
        QFETCH(QByteArray, bytes);
        QElapsedTimer clock;
        clock.start();
        const auto opened = open(QString::fromLatin1(QTest::currentDataTag()), bytes);
        if (opened) {
            const int last = opened->info.pages();
            const core::RenderRequest request{.document = opened->handle, .page = last, .region = {}};
            const auto image = answerOf(m_pool.render(request, {}));
            const auto text = answerOf(m_pool.text(opened->handle, last, core::OcrMode::Auto, {}));
            const auto extras = answerOf(m_pool.extras(opened->handle, {}));
            QVERIFY(image || image.error().code != ErrorCode::Internal);
            QVERIFY(text || text.error().code != ErrorCode::Internal);
            QVERIFY(extras || extras.error().code != ErrorCode::Internal);
            m_pool.close(opened->handle);
        } else {
            QVERIFY2(opened.error().code == ErrorCode::NotADocument || opened.error().code == ErrorCode::BrokenDocument
                         || opened.error().code == ErrorCode::LimitReached,
                     qPrintable(opened.error().detail));
        }
        QVERIFY2(clock.elapsed() < 20'000, "took too long");
    }

    void whatIsNoDocumentNeverReachesAWorker()
    {
        core::PoolOptions options;
        options.program = u"/nowhere/lectern-page-worker"_s;
        core::WorkerPool pool(options);
        QVERIFY(answerOf(pool.open(write(u"a.pdf"_s, "text"), {}, {})).error().code == ErrorCode::NotADocument);
        QVERIFY(answerOf(pool.open(write(u"b.pdf"_s, {}), {}, {})).error().code == ErrorCode::NotADocument);
        QVERIFY(answerOf(pool.open(m_folder.path(), {}, {})).error().code == ErrorCode::NotADocument);
        QVERIFY(answerOf(pool.open(u"/nowhere/a.pdf"_s, {}, {})).error().code == ErrorCode::NotFound);
    }

    void tenThousandPagesAreOpenedAndTheLastIsRead()
    {
        const auto opened = open(u"many.pdf"_s, pdfWithPages(10'000));
        QVERIFY(opened);
        QCOMPARE(opened->info.pages(), 10'000);
        const auto text = answerOf(m_pool.text(opened->handle, 10'000, core::OcrMode::Never, {}));
        QVERIFY(text && text->words.size() == 2);
        QCOMPARE(text->words[1].text, u"10000"_s);
        m_pool.close(opened->handle);
    }

    void aHundredThousandPagesAreOpenedAndTheLastIsDrawn()
    {
        QElapsedTimer clock;
        clock.start();
        const auto opened = open(u"crowd.pdf"_s, pdfWithPages(100'000));
        QVERIFY(opened);
        QCOMPARE(opened->info.pages(), 100'000);
        const core::RenderRequest last{.document = opened->handle, .page = 100'000, .dpi = 20, .region = {}};
        QVERIFY(answerOf(m_pool.render(last, {})));
        QVERIFY2(clock.elapsed() < 20'000, "took too long");
        m_pool.close(opened->handle);
    }

    void aPageOfFourteenThousandInchesIsDrawnInPartsOnly()
    {
        for (const HostileDocument &document : hostileDocuments()) {
            if (document.name != "hugepage.pdf"_L1)
                continue;
            const auto opened = open(document.name, document.bytes);
            QVERIFY(opened);
            core::RenderRequest request{.document = opened->handle, .page = 1, .region = {}};
            QVERIFY(answerOf(m_pool.render(request, {})).error().code == ErrorCode::LimitReached);
            request.region = QRectF(0, 1036800 - 100, 200, 100);
            const auto image = answerOf(m_pool.render(request, {}));
            QVERIFY(image);
            QVERIFY(image->width() >= 266 && image->width() <= 268);
            return;
        }
        QFAIL("no such document");
    }

    void aDrawingThatNeverEndsIsEnded()
    {
        core::PoolOptions options;
        options.deadline = std::chrono::milliseconds(1500);
        core::WorkerPool pool(options);
        const auto opened = answerOf(pool.open(write(u"forever.pdf"_s, pdfThatTakesForever()), {}, {}));
        QVERIFY(opened);
        const core::RenderRequest request{.document = opened->handle, .page = 1, .region = {}};
        QElapsedTimer clock;
        clock.start();
        QVERIFY(answerOf(pool.render(request, {})).error().code == ErrorCode::Timeout);
        QVERIFY(clock.elapsed() < 10'000);
    }

    void aWorkerThatWantsTooMuchMemoryIsALimit()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("there is no memory limit under the address sanitizer");
#endif
        core::PoolOptions options;
        options.memoryLimit = qint64{60} << 20;
        core::WorkerPool pool(options);
        const auto opened = answerOf(pool.open(write(u"big.pdf"_s, pdfWithPages(1)), {}, {}));
        QVERIFY(opened);
        const core::RenderRequest request{.document = opened->handle, .page = 1, .dpi = 700, .region = {}};
        const auto image = answerOf(pool.render(request, {}));
        QVERIFY(!image);
        QVERIFY2(image.error().code == ErrorCode::LimitReached || image.error().code == ErrorCode::BrokenDocument,
                 qPrintable(image.error().detail));
        // The next one is not the worse for it.
        QVERIFY(answerOf(pool.render({.document = opened->handle, .page = 1, .dpi = 20, .region = {}}, {})));
    }
};

QTEST_GUILESS_MAIN(HostileDocumentsTest)
#include "tst_hostiledocuments.moc"
