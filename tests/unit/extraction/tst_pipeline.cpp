// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/pipeline.h"
#include "tests/support/textdocument.h"
#include "tests/support/textpages.h"

#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using core::ExtractStage;

namespace {

// Says what it is told to say, now or never.
class FakeEngine final : public core::Engine
{
public:
    core::Result<core::EngineAnswer> answer = core::EngineAnswer();
    bool silent = false;
    int asked = 0;

    core::Async<core::EngineAnswer> extract(const core::EngineRequest &, std::stop_token) override
    {
        ++asked;
        if (!silent)
            return core::ready<core::EngineAnswer>(answer);
        m_promise.start();
        return m_promise.future();
    }

private:
    QPromise<core::Result<core::EngineAnswer>> m_promise;
};

} // namespace

class Pipeline : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aDocumentIsReadLocally();
    void aRemoteValueIsProvedOnThePage();
    void anInventedValueIsNotBelieved();
    void anErrorOfTheEngineIsTheAnswer();
    void anErrorOfThePagesIsTheAnswer();
    void aWarningIsKept();
    void pagesThatCannotBeReadAreNamed();
    void theDocumentIsClosedWhateverHappens();
    void aHangIsEndedInTime();
    void aSilentEngineIsEndedInTime();
    void stoppingEndsIt();
    void withoutASchemaItSaysSo();
    void progressIsToldInOrder();

private:
    core::Result<core::Extraction> run(core::Engine *engine, const QString &file = u"a.pdf"_s,
                                       const std::stop_token &stop = {});

    TextPages m_pages;
    core::Connection m_connection;
    core::ExtractOptions m_options;
    std::vector<ExtractStage> m_stages;
};

void Pipeline::init()
{
    m_pages.documents.clear();
    m_pages.failures.clear();
    m_pages.holdText = false;
    m_pages.brokenPages.clear();
    m_pages.documents[u"a.pdf"_s] = TextDocument({{u"Bill number: B-17"_s, u"Amount: 42.00"_s}}).document;
    m_connection = {};
    m_connection.id = u"acme"_s;
    m_connection.model = u"named"_s;
    m_connection.baseUrl = QUrl(u"https://user@endpoint.example/path?x=1"_s);
    m_options = {};
    m_options.schema = *core::parseSchema(R"({"$id":"bill","type":"object","properties":{
        "number":{"type":["string","null"],"title":"Bill number"},"total":{"type":["number","null"],"title":"Amount"}}})");
    m_options.limits.timeout = std::chrono::seconds(30);
    m_stages.clear();
}

core::Result<core::Extraction> Pipeline::run(core::Engine *engine, const QString &file, const std::stop_token &stop)
{
    QObject context;
    core::Result<core::Extraction> answer = core::fail(ErrorCode::Internal, u"no answer"_s);
    bool answered = false;
    const auto future =
        core::extractDocument(m_pages, engine, engine ? &m_connection : nullptr, file, m_options, &context, stop,
                              [this](const core::ExtractProgress &progress) { m_stages.push_back(progress.stage); });
    core::whenDone(future, &context, [&](core::Result<core::Extraction> result) {
        answer = std::move(result);
        answered = true;
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answered, 20'000); }();
    return answer;
}

void Pipeline::aDocumentIsReadLocally()
{
    const auto extraction = run(nullptr);
    QVERIFY(extraction);
    QCOMPARE(extraction->file, u"a.pdf"_s);
    QCOMPARE(extraction->engineId, u"local"_s);
    QVERIFY(extraction->endpoint.isEmpty());
    QCOMPARE(extraction->schemaId, u"bill"_s);
    QCOMPARE(extraction->pages, 1);
    QCOMPARE(extraction->fields.size(), 2u);
    QCOMPARE(extraction->field(u"number"_s)->value.value_or(QString()), u"B-17"_s);
}

void Pipeline::aRemoteValueIsProvedOnThePage()
{
    FakeEngine engine;
    engine.answer->values = {{u"number"_s, u"B-17"_s}, {u"total"_s, 42}};
    engine.answer->usage.inputTokens = 7;
    const auto extraction = run(&engine);
    QVERIFY(extraction);
    QCOMPARE(extraction->engineId, u"acme"_s);
    QCOMPARE(extraction->model, u"named"_s);
    QCOMPARE(extraction->endpoint, u"https://endpoint.example"_s);
    QCOMPARE(extraction->usage.inputTokens, 7);
    QCOMPARE(extraction->field(u"total"_s)->evidence.size(), 1u);
}

void Pipeline::anInventedValueIsNotBelieved()
{
    FakeEngine engine;
    engine.answer->values = {{u"number"_s, u"X-99"_s}};
    const auto extraction = run(&engine);
    QVERIFY(extraction);
    QVERIFY(extraction->field(u"number"_s)->status == core::FieldStatus::NotOnPage);
}

void Pipeline::anErrorOfTheEngineIsTheAnswer()
{
    FakeEngine engine;
    engine.answer = core::fail(ErrorCode::EndpointBusy);
    const auto extraction = run(&engine);
    QVERIFY(!extraction);
    QVERIFY(extraction.error().code == ErrorCode::EndpointBusy);
}

void Pipeline::anErrorOfThePagesIsTheAnswer()
{
    m_pages.failures[u"locked.pdf"_s] = {ErrorCode::PasswordNeeded, {}};
    FakeEngine engine;
    const auto extraction = run(&engine, u"locked.pdf"_s);
    QVERIFY(!extraction);
    QVERIFY(extraction.error().code == ErrorCode::PasswordNeeded);
    QCOMPARE(engine.asked, 0);
}

void Pipeline::aWarningIsKept()
{
    FakeEngine engine;
    engine.answer->warning = u"cut off"_s;
    QCOMPARE(run(&engine)->warning, u"cut off"_s);
}

void Pipeline::pagesThatCannotBeReadAreNamed()
{
    m_pages.documents[u"b.pdf"_s] = TextDocument({{u"Bill number: B-17"_s}, {u"Amount: 42.00"_s}, {u"Thank you"_s}}).document;
    m_pages.brokenPages = {2, 3};
    const auto extraction = run(nullptr, u"b.pdf"_s);
    QVERIFY(extraction);
    QCOMPARE(extraction->unreadPages, (std::vector{2, 3}));
}

void Pipeline::theDocumentIsClosedWhateverHappens()
{
    QVERIFY(run(nullptr));
    QCOMPARE(m_pages.open_, 0);
    FakeEngine engine;
    engine.answer = core::fail(ErrorCode::EndpointFailed);
    QVERIFY(!run(&engine));
    QCOMPARE(m_pages.open_, 0);
    m_options.schema.reset();
    QVERIFY(!run(nullptr));
    QCOMPARE(m_pages.open_, 0);
}

void Pipeline::aHangIsEndedInTime()
{
    m_pages.holdText = true;
    m_options.limits.timeout = std::chrono::milliseconds(50);
    const auto extraction = run(nullptr);
    QVERIFY(!extraction);
    QVERIFY(extraction.error().code == ErrorCode::Timeout);
    QCOMPARE(m_pages.open_, 0);
}

void Pipeline::aSilentEngineIsEndedInTime()
{
    m_options.limits.timeout = std::chrono::milliseconds(200);
    FakeEngine engine;
    engine.silent = true;
    const auto extraction = run(&engine);
    QVERIFY(!extraction);
    QVERIFY(extraction.error().code == ErrorCode::Timeout);
}

void Pipeline::stoppingEndsIt()
{
    m_pages.holdText = true;
    std::stop_source stop;
    QTimer::singleShot(20, this, [&] { stop.request_stop(); });
    const auto extraction = run(nullptr, u"a.pdf"_s, stop.get_token());
    QVERIFY(!extraction);
    QVERIFY(extraction.error().code == ErrorCode::Cancelled);
}

void Pipeline::withoutASchemaItSaysSo()
{
    m_options.schema.reset();
    const auto extraction = run(nullptr);
    QVERIFY(!extraction);
    QVERIFY(extraction.error().code == ErrorCode::InvalidInput);
}

void Pipeline::progressIsToldInOrder()
{
    FakeEngine engine;
    QVERIFY(run(&engine));
    QCOMPARE(m_stages.front(), ExtractStage::Opening);
    QCOMPARE(m_stages.back(), ExtractStage::Proving);
    QVERIFY(std::is_sorted(m_stages.begin(), m_stages.end()));
}

QTEST_GUILESS_MAIN(Pipeline)
#include "tst_pipeline.moc"
