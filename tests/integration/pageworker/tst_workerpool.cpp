// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/pageworker/poolfolder.h"
#include "tests/support/hostiledocuments.h"
#include "tests/support/stalledfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

QByteArray fileOf(qint64 pid, const char *name)
{
    QFile file(u"/proc/%1/%2"_s.arg(pid).arg(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool exists(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

} // namespace

class WorkerPoolTest : public QObject
{
    Q_OBJECT

private:
    core::OpenedDocument openForever(core::WorkerPool &pool) const
    {
        const auto opened = answerOf(pool.open(m_folder.write(u"forever.pdf"_s, pdfThatTakesForever()), {}, {}));
        return opened ? *opened : core::OpenedDocument();
    }

    // With a file that needs one, made by qpdf.
    QString encrypted(const QByteArray &password, const QString &keyLength) const
    {
        const QString plain = m_folder.write(u"plain.pdf"_s, PdfBytes::onePage(helloContent));
        const QString name = m_folder.filePath(u"encrypted%1.pdf"_s.arg(keyLength));
        QStringList arguments{u"--allow-weak-crypto"_s,
                              u"--password-mode=bytes"_s,
                              u"--encrypt"_s,
                              QString::fromUtf8(password),
                              u"owner"_s,
                              keyLength,
                              u"--"_s,
                              plain,
                              name};
        if (keyLength == "40"_L1) { // bytes as old writers put them: Latin-1
            arguments[1] = u"--password-mode=unicode"_s;
        }
        return QProcess::execute(u"qpdf"_s, arguments) == 0 ? name : QString();
    }

    PoolFolder m_folder;

private slots:
    void aDocumentIsOpenedDrawnAndRead()
    {
        core::WorkerPool pool;
        const auto document = m_folder.openHello(pool);
        QCOMPARE(document.info.mimeType, u"application/pdf"_s);
        QCOMPARE(document.info.pageSizes, (std::vector<QSizeF>{{612, 792}}));
        QCOMPARE(answerOf(pool.sha256(document.handle, {})).value_or(QByteArray()).size(), 64);

        const auto image = answerOf(pool.render({.document = document.handle, .dpi = 72, .region = {}}, {}));
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(612, 792));
        QCOMPARE(image->pixelColor(10, 10), QColor(Qt::white));
        QCOMPARE(image->pixelColor(150, 792 - 120), QColor(Qt::blue));

        const auto part = answerOf(
            pool.render({.document = document.handle, .dpi = 72, .rotation = 90, .region = {100, 642, 200, 50}}, {}));
        QVERIFY(part);
        QCOMPARE(part->size(), QSize(50, 200));
        QCOMPARE(part->pixelColor(25, 100), QColor(Qt::blue));

        const auto text = answerOf(pool.text(document.handle, 1, core::OcrMode::Never, {}));
        QVERIFY(text);
        QCOMPARE(text->words.size(), size_t(3));
        QCOMPARE(text->words[0].text, u"Hello"_s);
    }

    void manyPagesAreIndexedWithOneQuestion()
    {
        core::WorkerPool pool;
        PdfBytes pdf;
        pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.add("<< /Type /Pages /Kids [4 0 R 4 0 R 4 0 R] /Count 3 >>");
        pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
                "/Contents 5 0 R >>");
        pdf.addStream({}, "BT /F1 24 Tf 72 700 Td (Hello wide world of thirty letters) Tj ET");
        const auto document = answerOf(pool.open(m_folder.write(u"three.pdf"_s, pdf.bytes()), {}, {}));
        QVERIFY(document);
        const auto pages = answerOf(pool.index({document->handle, 2, 100}, {}));
        QVERIFY(pages);
        QCOMPARE(pages->size(), size_t(2));
        QCOMPARE(pages->at(0).page, 2);
        QCOMPARE(pages->at(1).page, 3);
        QCOMPARE(pages->at(0).folded, "hello wide world of thirty letters"_ba);
        QVERIFY(!pages->at(0).needsScan);
        QCOMPARE(answerOf(pool.index({document->handle, 4, 1}, {})).error().code, ErrorCode::InvalidInput);
        const auto hello = m_folder.openHello(pool);
        QVERIFY(answerOf(pool.index({hello.handle, 1, 1}, {}))->at(0).needsScan); // next to nothing
    }

    void whatIsToBeDrawnDoesNotWaitForTheIndex()
    {
        core::PoolOptions options;
        options.workers = 1;
        core::WorkerPool pool(options);
        const auto hello = m_folder.openHello(pool);
        const auto endless = openForever(pool);
        QVERIFY(hello.handle && endless.handle);
        const auto index = pool.index({.document = endless.handle, .first = 1, .pages = 1, .urgent = true}, {});
        QTest::qWait(100);
        QVERIFY(!index.isFinished());
        QElapsedTimer clock;
        clock.start();
        QVERIFY(answerOf(pool.render({.document = hello.handle, .dpi = 36, .region = {}}, {})));
        QVERIFY2(clock.elapsed() < 4000, qPrintable(QString::number(clock.elapsed())));
        const auto pages = answerOf(index);
        QVERIFY(!pages || pages->empty()); // to be asked for again
    }

    void aPictureOutlivesThePool()
    {
        QImage image;
        {
            core::WorkerPool pool;
            image = *answerOf(pool.render({.document = m_folder.openHello(pool).handle, .dpi = 72, .region = {}}, {}));
        }
        QCOMPARE(image.pixelColor(150, 792 - 120), QColor(Qt::blue));
    }

    void aScanIsReadByOcrOnlyWhereItMust()
    {
        core::WorkerPool pool;
        const auto document = m_folder.openHello(pool);
        const auto native = answerOf(pool.text(document.handle, 1, core::OcrMode::Always, {}));
        QVERIFY2(native, qPrintable(native ? QString() : native.error().detail));
        QVERIFY(native->source == core::TextSource::Ocr);
        // The page as a picture: what a scanner would give.
        const QString scan = m_folder.filePath(u"scan.png"_s);
        QImage image = answerOf(pool.render({.document = document.handle, .dpi = 200, .region = {}}, {}))->copy();
        image.setDotsPerMeterX(7874);
        image.setDotsPerMeterY(7874);
        QVERIFY(image.save(scan));
        const auto opened = answerOf(pool.open(scan, {}, {}));
        QVERIFY(opened);
        QCOMPARE(opened->info.pageSizes[0].toSize(), QSize(612, 792));
        QVERIFY(answerOf(pool.text(opened->handle, 1, core::OcrMode::Never, {}))->words.empty());
        const auto read = answerOf(pool.text(opened->handle, 1, core::OcrMode::Auto, {}));
        QVERIFY(read);
        QVERIFY(read->source == core::TextSource::Ocr);
        const auto hello = std::ranges::find(read->words, u"Hello"_s, &core::Word::text);
        QVERIFY(hello != read->words.end());
        QVERIFY(QLineF(hello->box.center(), QPointF(100, 84)).length() < 10);
        QVERIFY(hello->certainty > 0.5 && hello->certainty <= 1);
    }

    void aBlankPageIsNotReadByOcr()
    {
        core::WorkerPool pool;
        const auto opened = answerOf(pool.open(m_folder.write(u"blank.pdf"_s, PdfBytes::onePage({})), {}, {}));
        QVERIFY(opened);
        const auto text = answerOf(pool.text(opened->handle, 1, core::OcrMode::Auto, {}));
        QVERIFY(text && text->source == core::TextSource::TextLayer && text->words.empty());
    }

    void aPasswordIsAskedForAndTakenInEitherSpelling_data()
    {
        QTest::addColumn<QString>("keyLength");
        QTest::newRow("revision 2") << u"40"_s;
        QTest::newRow("revision 6") << u"256"_s;
    }

    void aPasswordIsAskedForAndTakenInEitherSpelling()
    {
        QFETCH(QString, keyLength);
        if (QStandardPaths::findExecutable(u"qpdf"_s).isEmpty())
            QSKIP("qpdf is not installed");
        const QByteArray password = "Stra\xc3\x9f"
                                    "e";
        const QString file = encrypted(password, keyLength);
        QVERIFY(!file.isEmpty());
        core::WorkerPool pool;
        QVERIFY(answerOf(pool.open(file, {}, {})).error().code == ErrorCode::PasswordNeeded);
        QVERIFY(answerOf(pool.open(file, core::Secret("wrong"), {})).error().code == ErrorCode::PasswordNeeded);
        const auto opened = answerOf(pool.open(file, core::Secret(password), {}));
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        QCOMPARE(answerOf(pool.text(opened->handle, 1, core::OcrMode::Never, {}))->words.size(), size_t(3));
    }

    void theWorkerIsLockedIn()
    {
        core::WorkerPool pool;
        QVERIFY(m_folder.openHello(pool).handle);
        const qint64 pid = pool.processIds().at(0);
        const QByteArray status = fileOf(pid, "status");
        QVERIFY(status.contains("Seccomp:\t2"));
        QVERIFY(status.contains("NoNewPrivs:\t1"));
        const QByteArray limits = fileOf(pid, "limits");
        QVERIFY(limits.contains(QByteArray("Max file size") + QByteArray(13, ' ') + "0"));
        // Its socket, its control page, the document, and the three standard ones.
        QVERIFY(QDir(u"/proc/%1/fd"_s.arg(pid)).entryList(QDir::NoDotAndDotDot | QDir::System | QDir::Files).size()
                < 12);
    }

    void aWorkerThatIsKilledIsReplacedAndTheAnswerComesAllTheSame()
    {
        core::WorkerPool pool;
        const auto document = m_folder.openHello(pool);
        const auto before = pool.processIds();
        QSignalSpy replaced(&pool, &core::WorkerPool::workerReplaced);
        for (const qint64 pid : before)
            ::kill(static_cast<pid_t>(pid), SIGSTOP); // so that it cannot answer before it dies
        const auto rendering = pool.render({.document = document.handle, .dpi = 72, .region = {}}, {});
        for (const qint64 pid : before)
            ::kill(static_cast<pid_t>(pid), SIGKILL);
        const auto image = answerOf(rendering);
        QVERIFY2(image, qPrintable(image ? QString() : image.error().detail));
        QCOMPARE(image->pixelColor(150, 792 - 120), QColor(Qt::blue));
        QVERIFY(replaced.count() > 0);
        for (const qint64 pid : before)
            QVERIFY(!exists(pid)); // not even as a zombie
    }

    void aWorkerThatStandsStillIsReplaced()
    {
        core::PoolOptions options;
        options.workers = 1;
        options.deadline = std::chrono::milliseconds(8000);
        core::WorkerPool pool(options);
        const auto document = m_folder.openHello(pool);
        const qint64 before = pool.processIds().at(0);
        ::kill(static_cast<pid_t>(before), SIGSTOP);
        const auto image = answerOf(pool.render({.document = document.handle, .dpi = 72, .region = {}}, {}));
        QVERIFY2(image, qPrintable(image ? QString() : image.error().detail));
        QVERIFY(!exists(before));
    }

    void anIdleWorkerIsEndedAndAnotherTakesItsPlace()
    {
        core::PoolOptions options;
        options.idleTime = std::chrono::milliseconds(20);
        core::WorkerPool pool(options);
        const auto document = m_folder.openHello(pool);
        QTRY_VERIFY(pool.processIds().empty());
        QVERIFY(answerOf(pool.render({.document = document.handle, .dpi = 72, .region = {}}, {})));
    }

    void aPoolThatYieldsGivesWayToOthers()
    {
        core::PoolOptions options;
        options.yields = true;
        core::WorkerPool pool(options);
        (void)m_folder.openHello(pool);
        QVERIFY(::getpriority(PRIO_PROCESS, static_cast<id_t>(pool.processIds().at(0)))
                > ::getpriority(PRIO_PROCESS, 0));
    }

    void aPoolThatRestsBeginsNothingAndNotForEver()
    {
        core::PoolOptions options;
        options.longestRest = std::chrono::milliseconds(300);
        core::WorkerPool pool(options);
        const auto hello = m_folder.openHello(pool);
        QElapsedTimer clock;
        clock.start();
        pool.rest(std::chrono::milliseconds(100));
        QVERIFY(answerOf(pool.text(hello.handle, 1, core::OcrMode::Never, {})));
        QVERIFY(clock.elapsed() >= 100);

        QTimer again; // and again: it never comes to an end by itself
        connect(&again, &QTimer::timeout, &pool, [&pool] { pool.rest(std::chrono::hours(1)); });
        again.start(10);
        clock.start();
        pool.rest(std::chrono::hours(1));
        QVERIFY(answerOf(pool.text(hello.handle, 1, core::OcrMode::Never, {})));
        QVERIFY(clock.elapsed() >= 300);
    }

    void aProgramThatIsNoWorkerFailsSoonAndForGood()
    {
        for (const QString &program : {u"/bin/false"_s, u"/bin/cat"_s, u"/nowhere/at/all"_s}) {
            core::PoolOptions options;
            options.program = program;
            options.deadline = std::chrono::milliseconds(2000);
            core::WorkerPool pool(options);
            const auto opened = answerOf(pool.open(m_folder.write(u"hello.pdf"_s, PdfBytes::onePage(helloContent)), {}, {}));
            QVERIFY(!opened);
            QVERIFY2(opened.error().code == ErrorCode::WorkerLost || opened.error().code == ErrorCode::Timeout,
                     qPrintable(opened.error().detail));
        }
    }

    void whatIsCancelledIsAnsweredAtOnceAndTheWorkerIsFreeAgain()
    {
        core::PoolOptions options;
        options.workers = 1;
        core::WorkerPool pool(options);
        const auto endless = openForever(pool);
        const auto hello = m_folder.openHello(pool);
        std::stop_source stop;
        const auto drawing = pool.render({.document = endless.handle, .region = {}}, stop.get_token());
        const auto waiting = pool.render({.document = endless.handle, .region = {}}, stop.get_token());
        const auto wanted = pool.render({.document = hello.handle, .region = {}}, {});
        stop.request_stop();
        QElapsedTimer clock;
        clock.start();
        QVERIFY(answerOf(drawing).error().code == ErrorCode::Cancelled);
        QVERIFY(answerOf(waiting).error().code == ErrorCode::Cancelled);
        QVERIFY(clock.elapsed() < 4000);
        QVERIFY(answerOf(wanted));
    }

    void theMostUrgentIsDrawnFirst()
    {
        core::PoolOptions options;
        options.workers = 1;
        core::WorkerPool pool(options);
        const auto endless = openForever(pool);
        const auto hello = m_folder.openHello(pool);
        std::stop_source stop; // of what keeps the worker until all has been asked for
        const auto busy = pool.render({.document = endless.handle, .region = {}}, stop.get_token());
        const auto later = pool.render({.document = endless.handle, .region = {}, .priority = 5}, {});
        const auto sooner = pool.render({.document = hello.handle, .dpi = 20, .region = {}}, {});
        stop.request_stop();
        QVERIFY(answerOf(sooner));
        QVERIFY(!later.isFinished());
    }

    void wordsAreReadBeforePicturesThatNobodyWaitsFor()
    {
        core::PoolOptions options;
        options.workers = 1;
        core::WorkerPool pool(options);
        const auto endless = openForever(pool);
        const auto hello = m_folder.openHello(pool);
        std::stop_source stop; // as above
        const auto busy = pool.render({.document = endless.handle, .region = {}}, stop.get_token());
        const auto skim = pool.render({.document = endless.handle, .region = {}, .priority = 25}, {});
        const auto words = pool.text(hello.handle, 1, core::OcrMode::Never, {});
        stop.request_stop();
        QVERIFY(answerOf(words));
        QVERIFY(!skim.isFinished());
    }

    void picturesThatNobodyWaitsForMayTakeEveryWorker()
    {
        core::PoolOptions options;
        options.workers = 2;
        options.background = 1;
        core::WorkerPool pool(options);
        const auto endless = openForever(pool);
        std::stop_source stop;
        const auto first =
            pool.render({.document = endless.handle, .dpi = 36, .region = {}, .priority = 25}, stop.get_token());
        const auto hello = m_folder.openHello(pool); // by the other one
        QVERIFY(answerOf(pool.render({.document = hello.handle, .dpi = 36, .region = {}, .priority = 25}, {})));
        QVERIFY(!first.isFinished());
        stop.request_stop();
    }

    void aClosedDocumentAnswersNoMore()
    {
        core::WorkerPool pool;
        const auto document = openForever(pool);
        const auto drawing = pool.render({.document = document.handle, .region = {}}, {});
        pool.close(document.handle);
        QVERIFY(answerOf(drawing).error().code == ErrorCode::Cancelled);
        QVERIFY(answerOf(pool.text(document.handle, 1, core::OcrMode::Never, {})).error().code
                == ErrorCode::InvalidInput);
    }

    void thePoolTakesItsWorkersAlong()
    {
        std::vector<qint64> pids;
        core::Async<QImage> drawing;
        QElapsedTimer clock;
        {
            core::WorkerPool pool;
            const auto document = openForever(pool);
            drawing = pool.render({.document = document.handle, .region = {}}, {});
            pids = pool.processIds();
            clock.start();
        }
        QVERIFY(clock.elapsed() < 4000);
        QVERIFY(answerOf(drawing).error().code == ErrorCode::Cancelled);
        QVERIFY(!pids.empty());
        for (const qint64 pid : pids)
            QVERIFY(!exists(pid));
    }

    void filesThatDoNotAnswerKeepNoOtherWaiting()
    {
        std::vector<std::unique_ptr<StalledFile>> stalled;
        std::vector<core::Async<core::OpenedDocument>> waiting;
        std::stop_source stop;
        core::Async<core::OpenedDocument> lastAnswer;
        QElapsedTimer clock;
        {
            core::WorkerPool pool;
            for (int i = 0; i < 5; ++i) {
                const QString file = m_folder.write(u"stalled%1.pdf"_s.arg(i), PdfBytes::onePage(helloContent));
                stalled.push_back(std::make_unique<StalledFile>(file));
                if (!stalled.back()->stalls())
                    QSKIP("no leases here");
                waiting.push_back(pool.open(file, {}, stop.get_token()));
            }
            clock.start();
            QVERIFY(m_folder.openHello(pool).handle);
            QVERIFY(clock.elapsed() < 5'000);
            // Whoever gives up is free at once, however long the disk takes.
            lastAnswer = pool.open(m_folder.filePath(u"stalled0.pdf"_s), {}, {});
            stop.request_stop();
            for (const auto &one : waiting)
                QVERIFY(answerOf(one).error().code == ErrorCode::Cancelled);
            stalled[1]->answer();
            QVERIFY(answerOf(pool.open(m_folder.filePath(u"stalled1.pdf"_s), {}, {})));
            QVERIFY(clock.elapsed() < 10'000);
            clock.restart();
        }
        QVERIFY(clock.elapsed() < 5'000); // nor does the pool wait to go
        QVERIFY(answerOf(lastAnswer).error().code == ErrorCode::Cancelled || lastAnswer.isCanceled());
    }

    void aWholeDocumentIsRead()
    {
        core::WorkerPool pool;
        const auto opened = answerOf(pool.open(m_folder.write(u"fifty.pdf"_s, pdfWithPages(50)), {}, {}));
        QVERIFY(opened);
        const auto text = answerOf(core::readDocument(pool, *opened, {}, this, {}));
        QVERIFY2(text, qPrintable(text ? QString() : text.error().detail));
        QVERIFY(text->kind == core::DocumentKind::Native);
        QCOMPARE(text->pages[49].words[1].text, u"50"_s);
    }
};

QTEST_GUILESS_MAIN(WorkerPoolTest)
#include "tst_workerpool.moc"
