// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pagelimit.h"
#include "core/extraction/extraction.h"
#include "core/extraction/pipeline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using core::FieldStatus;
using core::ValueType;

namespace {

core::Extraction whole()
{
    core::Extraction extraction;
    extraction.file = u"invoice.pdf"_s;
    extraction.sha256 = u"abc"_s;
    extraction.pages = 2;
    extraction.kind = core::DocumentKind::Mixed;
    extraction.language = u"de"_s;
    extraction.schemaId = u"invoice"_s;
    extraction.schemaVersion = 3;
    extraction.engineId = u"acme"_s;
    extraction.model = u"gemini-3"_s;
    extraction.endpoint = u"https://endpoint.example"_s;
    const core::Evidence evidence{{1, QRectF(70.9, 101.2, 60.1, 11.2), u"RE-2024-17"_s, core::TextSource::Ocr},
                                  core::MatchKind::Normalised};
    core::ExtractedField total{u"total"_s,
                               u"Total"_s,
                               ValueType::Money,
                               u"1240.50"_s,
                               u"EUR"_s,
                               u"1.240,50"_s,
                               FieldStatus::Ambiguous,
                               0.612,
                               {{u"match"_s, u"normalised"_s, u"x"_s, 1.5}},
                               {evidence},
                               {{u"1240.00"_s, {evidence}}}};
    core::ExtractedField paid{
        u"paid"_s, u"Paid"_s, ValueType::Boolean, u"true"_s, {}, u"x"_s, FieldStatus::Accepted, 0.9, {}, {}, {}};
    core::ExtractedField missing;
    missing.path = u"iban"_s;
    missing.type = ValueType::Iban;
    extraction.fields = {total, paid, missing};
    core::SchemaField column;
    column.name = column.path = u"quantity"_s;
    column.title = u"Quantity"_s;
    column.type = ValueType::Number;
    core::ExtractedCell cell{u"3"_s, u"3,00"_s, FieldStatus::Review, 0.5, {evidence}};
    extraction.tables = {{u"line_items"_s, u"Items"_s, {column}, {{{{u"quantity"_s, cell}}}}}};
    extraction.checks = {{u"a = b"_s, false, u"1.00"_s, u"2.00"_s}};
    extraction.usage = {579, 127, u"0.00067"_s, u"USD"_s, u"2026-09-23"_s};
    extraction.timing = {3, 12, 100, 20, 2, 140};
    extraction.unreadPages = {2, 7};
    extraction.warning = u"finish reason MAX_TOKENS"_s;
    return extraction;
}

} // namespace

class ExtractionJson : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadAgain();
    void theFormatHasItsMembers();
    void aBoxIsTwoCorners();
    void aBooleanIsOne();
    void whatIsMissingIsNull();
    void aFailureKeepsItsCode_data();
    void aFailureKeepsItsCode();
    void aFailureNamesWhoWasAskedAndHowManyPagesThereAre();
    void anotherFormatIsRefused_data();
    void anotherFormatIsRefused();
    void strangeMembersDoNoHarm();
    void numbersThatAreNoneBecomeZero();
};

void ExtractionJson::whatIsWrittenIsReadAgain()
{
    const core::Extraction before = whole();
    const QByteArray bytes = QJsonDocument(core::toJson(before)).toJson();
    const auto after = core::extractionFromJson(QJsonDocument::fromJson(bytes).object());
    QVERIFY(after);
    QCOMPARE(QJsonDocument(core::toJson(*after)).toJson(), bytes);
    QVERIFY(after->fields == before.fields);
    QCOMPARE(after->tables.size(), 1u);
    QVERIFY(after->tables[0].rows == before.tables[0].rows);
    QCOMPARE(after->tables[0].columns[0].type, ValueType::Number);
    QVERIFY(after->checks == before.checks);
    QCOMPARE(after->kind, before.kind);
    QCOMPARE(after->usage.inputTokens, 579);
    QCOMPARE(after->timing.ocr, 100);
    QCOMPARE(after->unreadPages, before.unreadPages);
    QCOMPARE(after->warning, before.warning);
}

void ExtractionJson::theFormatHasItsMembers()
{
    const QJsonObject json = core::toJson(whole());
    QCOMPARE(json[u"format"].toString(), u"lectern.extraction/1"_s);
    QCOMPARE(json[u"document"].toObject().keys(),
             QStringList({u"file"_s, u"kind"_s, u"language"_s, u"pages"_s, u"sha256"_s}));
    QCOMPARE(json[u"document"][u"kind"].toString(), u"mixed"_s);
    QCOMPARE(json[u"schema"][u"version"].toInt(), 3);
    QCOMPARE(json[u"engine"][u"endpoint"].toString(), u"https://endpoint.example"_s);
    const QJsonValue field = json[u"fields"][0];
    QCOMPARE(field[u"status"].toString(), u"ambiguous"_s);
    QCOMPARE(field[u"value"].toString(), u"1240.50"_s);
    QCOMPARE(field[u"currency"].toString(), u"EUR"_s);
    QCOMPARE(field[u"because"][0][u"part"].toString(), u"match"_s);
    QCOMPARE(field[u"evidence"][0][u"source"].toString(), u"ocr"_s);
    QCOMPARE(json[u"usage"][u"cost"][u"amount"].toString(), u"0.00067"_s);
    QVERIFY(json[u"error"].isNull());
}

void ExtractionJson::aBoxIsTwoCorners()
{
    const QJsonArray box = core::toJson(whole())[u"fields"][0][u"evidence"][0][u"box"].toArray();
    QCOMPARE(box, QJsonArray({70.9, 101.2, 131.0, 112.4}));
}

void ExtractionJson::aBooleanIsOne()
{
    QCOMPARE(core::toJson(whole())[u"fields"][1][u"value"], QJsonValue(true));
}

void ExtractionJson::whatIsMissingIsNull()
{
    const QJsonObject json = core::toJson(whole());
    QVERIFY(json[u"fields"][2][u"value"].isNull());
    QCOMPARE(json[u"fields"][2][u"status"].toString(), u"missing"_s);
    const QJsonObject local = core::toJson(core::Extraction());
    QVERIFY(local[u"engine"][u"model"].isNull());
    QVERIFY(local[u"engine"][u"endpoint"].isNull());
    QVERIFY(local[u"usage"][u"cost"][u"prices_as_of"].isNull());
}

void ExtractionJson::aFailureKeepsItsCode_data()
{
    QTest::addColumn<core::ErrorCode>("code");
    QTest::addColumn<QString>("name");
    QTest::newRow("password") << core::ErrorCode::PasswordNeeded << u"password_needed"_s;
    QTest::newRow("broken") << core::ErrorCode::BrokenDocument << u"broken_document"_s;
    QTest::newRow("timeout") << core::ErrorCode::Timeout << u"timeout"_s;
    QTest::newRow("last") << core::ErrorCode::Last << u"proxy_login"_s;
}

void ExtractionJson::aFailureKeepsItsCode()
{
    QFETCH(core::ErrorCode, code);
    QFETCH(QString, name);
    const QJsonObject json = core::toJson(core::failedExtraction(u"a.pdf"_s, {code, u"why"_s}));
    QCOMPARE(json[u"error"][u"code"].toString(), name);
    QCOMPARE(json[u"document"][u"file"].toString(), u"a.pdf"_s);
    const auto again = core::extractionFromJson(json);
    QVERIFY(again && again->error);
    QVERIFY(again->error->code == code);
    const QJsonObject bare = core::toJson(core::failedExtraction(u"a.pdf"_s, {code, {}}));
    QVERIFY(!bare[u"error"][u"message"].toString().isEmpty());
}

void ExtractionJson::aFailureNamesWhoWasAskedAndHowManyPagesThereAre()
{
    core::Connection connection;
    connection.id = u"acme"_s;
    connection.model = u"m"_s;
    connection.baseUrl = QUrl(u"https://endpoint.example/v1?key=1"_s);
    const QJsonObject json =
        core::toJson(core::failedExtraction(u"a.pdf"_s, core::tooManyPages({10000, 2000}), &connection));
    QCOMPARE(json[u"engine"][u"id"].toString(), u"acme"_s);
    QCOMPARE(json[u"engine"][u"model"].toString(), u"m"_s);
    QCOMPARE(json[u"engine"][u"endpoint"].toString(), u"https://endpoint.example"_s);
    QCOMPARE(json[u"document"][u"pages"].toInt(), 10000);
    QCOMPARE(json[u"error"][u"code"].toString(), u"limit_reached"_s);
    QVERIFY(json[u"error"][u"message"].toString().contains(u"2000"_s));
}

void ExtractionJson::anotherFormatIsRefused_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::newRow("empty") << QJsonObject();
    QTest::newRow("next version") << QJsonObject{{u"format"_s, u"lectern.extraction/2"_s}};
    QTest::newRow("tenth version") << QJsonObject{{u"format"_s, u"lectern.extraction/10"_s}};
    QTest::newRow("something else") << QJsonObject{{u"format"_s, u"lectern.text/1"_s}};
    QTest::newRow("not a text") << QJsonObject{{u"format"_s, 1}};
}

void ExtractionJson::anotherFormatIsRefused()
{
    QFETCH(QJsonObject, json);
    const auto extraction = core::extractionFromJson(json);
    QVERIFY(!extraction);
    QVERIFY(extraction.error().code == core::ErrorCode::InvalidInput);
}

void ExtractionJson::strangeMembersDoNoHarm()
{
    const QByteArray bytes = R"({"format":"lectern.extraction/1","fields":[5,{"evidence":[{"box":"x"}],"type":"colour",
        "status":"glorious","certainty":"very"}],"tables":{"a":1},"checks":[null],"document":7,"usage":[],"error":"no"})";
    const auto extraction = core::extractionFromJson(QJsonDocument::fromJson(bytes).object());
    QVERIFY(extraction);
    QCOMPARE(extraction->fields.size(), 2u);
    QVERIFY(extraction->fields[1].status == FieldStatus::Review); // when in doubt a person looks
    QVERIFY(!extraction->error);
}

void ExtractionJson::numbersThatAreNoneBecomeZero()
{
    core::Extraction extraction = whole();
    extraction.fields[0].certainty = std::numeric_limits<double>::quiet_NaN();
    extraction.fields[0].evidence[0].place.box = QRectF(std::numeric_limits<double>::infinity(), 0, 1, 1);
    const QByteArray bytes = QJsonDocument(core::toJson(extraction)).toJson();
    QVERIFY(!bytes.contains("inf") && !bytes.contains("nan"));
    QVERIFY(!QJsonDocument::fromJson(bytes).isNull());
}

QTEST_GUILESS_MAIN(ExtractionJson)
#include "tst_extractionjson.moc"
