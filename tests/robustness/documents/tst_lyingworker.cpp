// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerpool.h"
#include "tests/support/pdfbytes.h"
#include "tests/support/processes.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The program's side of a page worker that says anything: each question ends in one answer, in time, and nothing is
// left behind.
class LyingWorkerTest : public QObject
{
    Q_OBJECT

private:
    template<typename T>
    void count(const core::Async<T> &answer)
    {
        ++m_asked;
        core::whenDone(answer, &m_context, [this](const core::Result<T> &result) {
            ++m_answered;
            if constexpr (std::is_same_v<T, QImage>) {
                if (result && result->isNull())
                    ++m_empty;
            }
        });
    }

    QTemporaryDir m_folder;
    QObject m_context;
    int m_asked = 0;
    int m_answered = 0;
    int m_empty = 0;
    int m_opened = 0;

private slots:
    void whateverItSaysEachQuestionIsAnsweredOnce_data()
    {
        QTest::addColumn<int>("lies");
        for (int lies = 0; lies < 30; ++lies)
            QTest::addRow("%d", lies) << lies;
    }

    void whateverItSaysEachQuestionIsAnsweredOnce()
    {
        QFETCH(int, lies);
        qputenv("LECTERN_LIES", QByteArray::number(lies));
        QFile file(m_folder.filePath(u"a.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(PdfBytes::onePage("0 0 9 9 re f")) > 0);
        file.close();
        {
            core::PoolOptions options;
            options.program = QStringLiteral(LYING_WORKER);
            options.workers = 2;
            options.deadline = options.ocrDeadline = std::chrono::milliseconds(150);
            options.grace = std::chrono::milliseconds(50);
            core::WorkerPool pool(options);
            QElapsedTimer clock;
            clock.start();
            std::vector<core::Async<core::OpenedDocument>> opening;
            for (int i = 0; i < 4; ++i)
                opening.push_back(pool.open(file.fileName(), {}, {}));
            for (const auto &one : opening)
                count(one);
            QVERIFY(QTest::qWaitFor([this] { return m_answered == m_asked; }, 10'000));
            for (const auto &one : opening) {
                const auto opened = one.result();
                if (!opened)
                    continue;
                ++m_opened;
                for (int page = 0; page <= opened->info.pages(); ++page) {
                    std::stop_source stop;
                    count(pool.render({.document = opened->handle, .page = page, .dpi = 30, .region = {}}, {}));
                    count(pool.render({.document = opened->handle, .page = page, .dpi = 96, .region = {0, 0, 50, 50}},
                                      stop.get_token()));
                    count(pool.text(opened->handle, page, core::OcrMode::Auto, {}));
                    stop.request_stop();
                }
                count(pool.extras(opened->handle, {}));
                count(pool.outline(opened->handle, {}));
                count(pool.facts(opened->handle, {}));
                count(pool.links(opened->handle, 1, {}));
            }
            QVERIFY(QTest::qWaitFor([this] { return m_answered >= m_asked; }, 20'000));
            QCOMPARE(m_answered, m_asked);
        }
        QCOMPARE(m_empty, 0);
        QVERIFY(childProcesses().empty());
    }

    void cleanupTestCase()
    {
        QVERIFY(m_opened > 10);
    } // some lies are believed: no more than sizes can be wrong in them
};

QTEST_GUILESS_MAIN(LyingWorkerTest)
#include "tst_lyingworker.moc"
