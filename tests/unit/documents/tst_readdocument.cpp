// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pagelimit.h"
#include "core/documents/pagesource.h"

#include <QTest>

#include <deque>
#include <map>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

// Answers when it is told to.
class ScriptedSource final : public core::PageSource
{
public:
    core::Async<core::OpenedDocument> open(const QString &, const core::Secret &, std::stop_token) override
    {
        return {};
    }
    void close(core::DocumentHandle) override { }
    core::Async<QImage> render(const core::RenderRequest &, std::stop_token) override { return {}; }
    core::Async<std::vector<core::CompactPage>> index(const core::IndexRequest &, std::stop_token) override
    {
        return {};
    }
    core::Async<QByteArray> sha256(core::DocumentHandle, std::stop_token) override
    {
        return core::ready<QByteArray>(QByteArray(64, 'a'));
    }
    core::Async<std::vector<core::OutlineEntry>> outline(core::DocumentHandle, std::stop_token) override { return {}; }

    core::Async<core::PageText> text(core::DocumentHandle, int page, core::OcrMode, std::stop_token stop) override
    {
        asked.push_back(page);
        stops.push_back(stop);
        if (silent)
            return held.emplace_back(startedPromise()).future();
        if (errors.contains(page))
            return core::ready<core::PageText>(core::fail(errors[page]));
        core::PageText text;
        text.source = scans ? core::TextSource::Ocr : core::TextSource::TextLayer;
        if (page != blankPage)
            text.words.push_back({u"page%1"_s.arg(page), {0, 0, 10, 10}});
        if (page == scannedPage)
            text.source = core::TextSource::Ocr;
        return core::ready<core::PageText>(text);
    }

    core::Async<core::DocumentText> extras(core::DocumentHandle, std::stop_token) override
    {
        if (extrasError)
            return core::ready<core::DocumentText>(core::fail(*extrasError));
        core::DocumentText text;
        text.attachments.push_back({u"factur-x.xml"_s, u"text/xml"_s, "<xml/>"});
        return core::ready<core::DocumentText>(text);
    }

    static QPromise<core::Result<core::PageText>> startedPromise()
    {
        QPromise<core::Result<core::PageText>> promise;
        promise.start();
        return promise;
    }

    std::vector<int> asked;
    std::vector<std::stop_token> stops;
    std::map<int, ErrorCode> errors;
    std::optional<ErrorCode> extrasError;
    std::deque<QPromise<core::Result<core::PageText>>> held;
    bool silent = false;
    bool scans = false;
    int scannedPage = 0;
    int blankPage = 0;
};

core::OpenedDocument documentOf(int pages, const QString &mimeType = u"application/pdf"_s)
{
    core::OpenedDocument document;
    document.handle = 1;
    document.info.mimeType = mimeType;
    document.info.pageSizes.assign(static_cast<size_t>(pages), QSizeF(100, 200));
    return document;
}

} // namespace

class ReadDocumentTest : public QObject
{
    Q_OBJECT

private:
    core::Result<core::DocumentText> read(ScriptedSource &source, const core::OpenedDocument &document,
                                          const core::ReadLimits &limits = {})
    {
        QObject context;
        const auto answer = core::readDocument(source, document, limits, &context, {});
        return QTest::qWaitFor([&answer] { return answer.isFinished(); }) && answer.resultCount() > 0
            ? answer.result()
            : core::Result<core::DocumentText>(core::fail(ErrorCode::Internal, u"no answer"_s));
    }

private slots:
    void everyPageIsReadAndStandsInItsPlace()
    {
        ScriptedSource source;
        QObject context;
        std::vector<int> progress;
        const auto answer = core::readDocument(source, documentOf(40), {}, &context, {},
                                               [&progress](int done, int) { progress.push_back(done); });
        QVERIFY(source.asked.size() < 40); // others want to be served, too
        QTRY_VERIFY(answer.isFinished());
        const auto text = answer.result();
        QVERIFY(text);
        QCOMPARE(text->pages.size(), size_t(40));
        QCOMPARE(text->pages[39].words[0].text, u"page40"_s);
        QCOMPARE(text->pages[39].page, 40);
        QCOMPARE(text->attachments[0].name, u"factur-x.xml"_s);
        QCOMPARE(progress.size(), size_t(40));
        QCOMPARE(progress.back(), 40);
        QVERIFY(text->unread.empty());
    }

    void theKindIsToldByWhereTheWordsCameFrom()
    {
        ScriptedSource source;
        QVERIFY(read(source, documentOf(2))->kind == core::DocumentKind::Native);
        QVERIFY(read(source, documentOf(1, u"image/png"_s))->kind == core::DocumentKind::Image);
        source.scannedPage = 2;
        QVERIFY(read(source, documentOf(2))->kind == core::DocumentKind::Mixed);
        source.blankPage = 1;
        QVERIFY(read(source, documentOf(2))->kind == core::DocumentKind::Scan);
        source.scans = true;
        QVERIFY(read(source, documentOf(2))->kind == core::DocumentKind::Scan);
    }

    void aPageThatCannotBeReadIsNamedAndTheRestGoesOn()
    {
        ScriptedSource source;
        source.errors[2] = ErrorCode::Timeout;
        source.extrasError = ErrorCode::WorkerLost;
        const auto text = read(source, documentOf(3));
        QVERIFY(text);
        QCOMPARE(text->unread.size(), size_t(2));
        QCOMPARE(text->unread[0].page, 0);
        QCOMPARE(text->unread[1].page, 2);
        QVERIFY(text->unread[1].error.code == ErrorCode::Timeout);
        QCOMPARE(text->pages[1].size, QSizeF(100, 200));
        QCOMPARE(text->pages[2].words.size(), size_t(1));
    }

    void aDocumentOfWhichNoPageCanBeReadIsAnError()
    {
        ScriptedSource source;
        source.errors = {{1, ErrorCode::BrokenDocument}, {2, ErrorCode::BrokenDocument}};
        QVERIFY(read(source, documentOf(2)).error().code == ErrorCode::BrokenDocument);
    }

    void tooManyPagesAreNotEvenAskedFor()
    {
        ScriptedSource source;
        core::ReadLimits limits;
        limits.maxPages = 3;
        QCOMPARE(core::pageLimitOf(read(source, documentOf(4), limits).error()), (core::PageLimit{4, 3}));
        QVERIFY(source.asked.empty());
    }

    void aDocumentThatTakesTooLongIsGivenUp()
    {
        ScriptedSource source;
        source.silent = true;
        core::ReadLimits limits;
        limits.timeout = std::chrono::milliseconds(20);
        QVERIFY(read(source, documentOf(2), limits).error().code == ErrorCode::Timeout);
        QVERIFY(source.stops[0].stop_requested());
    }

    void stoppingStopsWhatWasAskedFor()
    {
        ScriptedSource source;
        source.silent = true;
        QObject context;
        std::stop_source stop;
        const auto answer = core::readDocument(source, documentOf(2), {}, &context, stop.get_token());
        stop.request_stop();
        QVERIFY(source.stops[0].stop_requested());
        source.held[0].addResult(core::fail(ErrorCode::Cancelled));
        source.held[0].finish();
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().error().code == ErrorCode::Cancelled);
    }

    void aReaderThatIsGoneStopsTheReading()
    {
        ScriptedSource source;
        source.silent = true;
        auto context = std::make_unique<QObject>();
        const auto answer = core::readDocument(source, documentOf(2), {}, context.get(), {});
        context.reset();
        QVERIFY(source.stops[0].stop_requested());
        QVERIFY(answer.isFinished());
    }
};

QTEST_GUILESS_MAIN(ReadDocumentTest)
#include "tst_readdocument.moc"
