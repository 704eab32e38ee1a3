// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerpool.h"
#include "tests/support/pdfbytes.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray helloContent = "BT /F1 24 Tf 72 700 Td (Hello wide world) Tj ET 0 0 1 rg 100 100 200 50 re f";

template<typename T>
core::Result<T> answerOf(const core::Async<T> &answer)
{
    return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 30'000) && answer.resultCount() > 0
        ? answer.result()
        : core::Result<T>(core::fail(core::ErrorCode::Internal, u"no answer"_s));
}

} // namespace

class WorkerPoolTest : public QObject
{
    Q_OBJECT

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    QTemporaryDir m_folder;

private slots:
    void aDocumentIsOpenedDrawnAndRead()
    {
        core::WorkerPool pool;
        const auto opened = answerOf(pool.open(write(u"a.pdf"_s, PdfBytes::onePage(helloContent)), {}, {}));
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        QCOMPARE(opened->info.mimeType, u"application/pdf"_s);
        QCOMPARE(opened->info.pageSizes, (std::vector<QSizeF>{{612, 792}}));
        QCOMPARE(opened->info.sha256.size(), 64);

        core::RenderRequest request;
        request.document = opened->handle;
        request.dpi = 72;
        const auto image = answerOf(pool.render(request, {}));
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(612, 792));
        QCOMPARE(image->pixelColor(10, 10), QColor(Qt::white));
        QCOMPARE(image->pixelColor(150, 792 - 120), QColor(Qt::blue));

        const auto text = answerOf(pool.text(opened->handle, 1, core::OcrMode::Never, {}));
        QVERIFY(text);
        QCOMPARE(text->words.size(), size_t(3));
        QCOMPARE(text->words[0].text, u"Hello"_s);
    }
};

QTEST_GUILESS_MAIN(WorkerPoolTest)
#include "tst_workerpool.moc"
