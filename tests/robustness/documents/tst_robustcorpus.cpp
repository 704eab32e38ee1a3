// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerpool.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

// Odd, broken, encrypted and malicious PDFs that others have collected: each is done or refused in 20 seconds.
class RobustCorpusTest : public QObject
{
    Q_OBJECT

private:
    static std::map<QString, QString> passwords(const QDir &data)
    {
        std::map<QString, QString> found;
        QFile manifest(data.filePath(u"manifest.jsonl"_s));
        if (!manifest.open(QIODevice::ReadOnly))
            return found;
        while (!manifest.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(manifest.readLine()).object();
            if (line["password"_L1].isString())
                found[QFileInfo(line["file"_L1].toString()).fileName()] = line["password"_L1].toString();
        }
        return found;
    }

    template<typename T>
    static bool waitFor(const core::Async<T> &answer, QElapsedTimer clock)
    {
        return QTest::qWaitFor([&answer] { return answer.isFinished(); },
                               static_cast<int>(std::max<qint64>(1, 20'000 - clock.elapsed())));
    }

    core::WorkerPool m_pool;
    std::map<QString, int> m_outcomes;

private slots:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("LECTERN_TEST_DATA"))
            QSKIP("LECTERN_TEST_DATA does not name the folder of test documents");
    }

    void eachIsDoneOrRefusedInTime_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("password");
        const QDir data(qEnvironmentVariable("LECTERN_TEST_DATA"));
        const auto known = passwords(data);
        const auto files = QDir(data.filePath(u"robust/docs"_s)).entryInfoList(QDir::Files, QDir::Name);
        for (const QFileInfo &file : files) {
            const auto password = known.find(file.fileName());
            QTest::newRow(qPrintable(file.fileName()))
                << file.filePath() << (password == known.end() ? QString() : password->second);
        }
    }

    void eachIsDoneOrRefusedInTime()
    {
        QFETCH(QString, file);
        QFETCH(QString, password);
        QElapsedTimer clock;
        clock.start();
        const auto opening = m_pool.open(file, core::Secret(password.toUtf8()), {});
        QVERIFY2(waitFor(opening, clock), "opening hangs");
        const auto opened = opening.result();
        if (!opened) {
            ++m_outcomes[u"not opened: %1"_s.arg(static_cast<int>(opened.error().code))];
            QVERIFY(opened.error().code != ErrorCode::Internal);
            if (!password.isEmpty())
                QVERIFY2(opened.error().code != ErrorCode::PasswordNeeded, "the right password was refused");
            return;
        }
        const core::RenderRequest request{.document = opened->handle, .page = 1, .dpi = 50, .region = {}};
        const auto drawing = m_pool.render(request, {});
        core::ReadLimits limits;
        limits.timeout = std::chrono::milliseconds(std::max<qint64>(1, 15'000 - clock.elapsed()));
        limits.ocr = core::OcrMode::Never;
        const auto reading = core::readDocument(m_pool, *opened, limits, this, {});
        QVERIFY2(waitFor(reading, clock), "reading hangs");
        const auto text = reading.result();
        ++m_outcomes[text ? u"read"_s : u"not read: %1"_s.arg(static_cast<int>(text.error().code))];
        QVERIFY(text || text.error().code != ErrorCode::Internal);
        m_pool.close(opened->handle);
        QVERIFY2(waitFor(drawing, clock), "drawing hangs");
    }

    void cleanupTestCase()
    {
        for (const auto &[outcome, count] : m_outcomes)
            qInfo("%4d %s", count, qPrintable(outcome));
    }
};

QTEST_GUILESS_MAIN(RobustCorpusTest)
#include "tst_robustcorpus.moc"
