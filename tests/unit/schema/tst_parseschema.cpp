// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema.h"
#include "folders.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ValueType;

class ParseSchemaTest : public QObject
{
    Q_OBJECT

private slots:
    void everyShippedSchemaIsReadAndHasItsFields();
    void everyShippedTitleIsThereInGerman();
    void aTitleIsShownInTheLanguageOfTheReaderOrAsItIs();
    void aPlainSchemaBorrowsLabelsTypesAndChecks();
    void typesAreGuessedFromTitlesAndFormats();
    void nestedObjectsAreFlattened();
    void listsAreFieldsAndListsOfObjectsTables();
    void fieldsKeepTheOrderTheyWereWrittenIn();
    void referencesAndAlternativesAreFollowed();
    void aFaultySchemaSaysWhere_data();
    void aFaultySchemaSaysWhere();
    void aSchemaThatRefersToItselfEnds();
    void plainSchemasOfTheTestDataWorkUnchanged();
};

void ParseSchemaTest::everyShippedSchemaIsReadAndHasItsFields()
{
    QVERIFY(core::shippedSchemaNames().contains(u"invoice"_s));
    for (const QString &name : core::shippedSchemaNames()) {
        QFile file(QStringLiteral(LECTERN_SOURCE_DIR) + u"/resources/schemas/"_s + name + u".json"_s);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        const auto schema = core::parseSchema(file.readAll());
        QVERIFY2(schema, qPrintable(name));
        QCOMPARE(schema->id, name);
        QVERIFY(!schema->fields.empty() || !schema->tables.empty());
    }
}

void ParseSchemaTest::everyShippedTitleIsThereInGerman()
{
    for (const QString &name : core::shippedSchemaNames()) {
        QFile file(QStringLiteral(LECTERN_SOURCE_DIR) + u"/resources/schemas/"_s + name + u".json"_s);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        const auto schema = core::parseSchema(file.readAll());
        QVERIFY2(schema, qPrintable(name));
        QVERIFY2(schema->titles.contains(u"de"_s), qPrintable(name));
        std::vector<core::SchemaField> all = schema->fields;
        for (const core::SchemaTable &table : schema->tables) {
            QVERIFY2(table.titles.contains(u"de"_s), qPrintable(table.path));
            all.insert(all.end(), table.columns.begin(), table.columns.end());
        }
        for (const core::SchemaField &field : all)
            QVERIFY2(field.titles.contains(u"de"_s), qPrintable(name + u' ' + field.path));
    }
}

void ParseSchemaTest::aTitleIsShownInTheLanguageOfTheReaderOrAsItIs()
{
    const auto schema = core::parseSchema(R"({"title": "Bill", "x-lectern": {"titles": {"de": "Rechnung"}},
        "properties": {"total": {"title": "Total", "x-lectern": {"titles": {"de": "Summe", "fr": ""}}}}})");
    QVERIFY(schema);
    const core::SchemaField &total = schema->fields.front();
    QCOMPARE(core::titleIn(u"de"_s, total.titles, total.title), u"Summe"_s);
    QCOMPARE(core::titleIn(u"de-AT"_s, total.titles, total.title), u"Summe"_s);
    QCOMPARE(core::titleIn(u"fr"_s, total.titles, total.title), u"Total"_s);
    QCOMPARE(core::titleIn(u"de"_s, schema->titles, schema->title), u"Rechnung"_s);
    QCOMPARE(total.title, u"Total"_s); // what is exported stays
}

void ParseSchemaTest::aPlainSchemaBorrowsLabelsTypesAndChecks()
{
    const auto schema = core::parseSchema(R"({"$id": "mine", "properties": {
        "total_gross": {"type": ["number", "null"], "title": "Total"},
        "total_net": {"type": "number"}, "total_tax": {"type": "number"},
        "IBAN": {"type": "string", "title": "IBAN"}}})");
    QVERIFY(schema);
    const core::SchemaField *gross = schema->field(u"total_gross"_s);
    QVERIFY(gross);
    QCOMPARE(gross->type, ValueType::Money);
    QVERIFY(gross->labels.value(u"de"_s).contains(u"Bruttosumme"_s));
    QCOMPARE(gross->role, u"total_gross"_s);
    QCOMPARE(schema->field(u"IBAN"_s)->type, ValueType::Iban);
    QCOMPARE(schema->checks.size(), size_t(1)); // the one about items needs fields that are not here
}

void ParseSchemaTest::typesAreGuessedFromTitlesAndFormats()
{
    const auto schema = core::parseSchema(R"({"properties": {
        "a": {"type": "string", "format": "date"}, "b": {"type": "boolean"},
        "grossAmount": {"type": "number", "description": "Total gross amount of the contract"},
        "page_count": {"type": "integer"}, "contact_email": {"type": "string"},
        "ust": {"type": "string", "title": "USt ID"}, "quantity": {"type": "number", "description": "total sold"},
        "state": {"enum": ["on", "off", null]}}})");
    QVERIFY(schema);
    QCOMPARE(schema->field(u"a"_s)->type, ValueType::Date);
    QCOMPARE(schema->field(u"b"_s)->type, ValueType::Boolean);
    QCOMPARE(schema->field(u"grossAmount"_s)->type, ValueType::Money);
    QCOMPARE(schema->field(u"page_count"_s)->type, ValueType::Number);
    QCOMPARE(schema->field(u"contact_email"_s)->type, ValueType::Email);
    QCOMPARE(schema->field(u"ust"_s)->type, ValueType::VatId);
    QCOMPARE(schema->field(u"quantity"_s)->type, ValueType::Number);
    QCOMPARE(schema->field(u"state"_s)->choices, QStringList({u"on"_s, u"off"_s}));
    QCOMPARE(schema->field(u"grossAmount"_s)->title, u"Gross amount"_s);
}

void ParseSchemaTest::nestedObjectsAreFlattened()
{
    const auto schema = core::parseSchema(
        R"({"properties": {"seller": {"type": "object", "properties": {"address": {"type": "object",
            "properties": {"city": {"type": "string"}}}}}}})");
    QVERIFY(schema);
    QVERIFY(schema->field(u"seller.address.city"_s));
    QCOMPARE(schema->field(u"seller.address.city"_s)->name, u"city"_s);
}

void ParseSchemaTest::listsAreFieldsAndListsOfObjectsTables()
{
    const auto schema = core::parseSchema(R"({"properties": {
        "party": {"type": "array", "title": "Parties", "items": {"type": "string"}},
        "rows": {"type": "array", "items": {"type": "object", "properties": {"price": {"type": "number"}}}}}})");
    QVERIFY(schema);
    QVERIFY(schema->field(u"party"_s)->list);
    QCOMPARE(schema->field(u"party[3]"_s), schema->field(u"party"_s));
    QCOMPARE(schema->tables.size(), size_t(1));
    QCOMPARE(schema->field(u"rows[2].price"_s)->type, ValueType::Money);
    QVERIFY(!schema->field(u"rows[2].colour"_s));
    QVERIFY(schema->table(u"rows"_s));
}

void ParseSchemaTest::fieldsKeepTheOrderTheyWereWrittenIn()
{
    const auto schema = core::parseSchema(
        R"({"title": "b", "properties": {"z": {}, "b": {"title": "a"}, "n": {"type": "object", "properties": {"y": {}, "c": {}}}, "a": {}}})");
    QVERIFY(schema);
    QStringList order;
    for (const core::SchemaField &field : schema->fields)
        order << field.path;
    QCOMPARE(order, QStringList({u"z"_s, u"b"_s, u"n.y"_s, u"n.c"_s, u"a"_s}));
}

void ParseSchemaTest::referencesAndAlternativesAreFollowed()
{
    const auto schema = core::parseSchema(R"({"$defs": {"day": {"type": "string", "format": "date"}},
        "properties": {"due": {"$ref": "#/$defs/day", "title": "Due"},
                       "paid": {"anyOf": [{"type": "null"}, {"type": "boolean"}]}}})");
    QVERIFY(schema);
    QCOMPARE(schema->field(u"due"_s)->type, ValueType::Date);
    QCOMPARE(schema->field(u"due"_s)->title, u"Due"_s);
    QCOMPARE(schema->field(u"paid"_s)->type, ValueType::Boolean);
}

void ParseSchemaTest::aFaultySchemaSaysWhere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("not JSON") << QByteArray("{") << u"byte"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"object"_s;
    QTest::newRow("no properties") << QByteArray("{}") << u"properties"_s;
    QTest::newRow("property is a number")
        << QByteArray(R"({"properties": {"a": {"type": "object", "properties": {"b": 3}}}})") << u"a.b"_s;
    QTest::newRow("type unknown") << QByteArray(R"({"properties": {"a": {"x-lectern": {"type": "colour"}}}})")
                                  << u"a"_s;
    QTest::newRow("threshold") << QByteArray(R"({"properties": {"a": {"x-lectern": {"threshold": 7}}}})")
                               << u"threshold"_s;
    QTest::newRow("newer format") << QByteArray(R"({"x-lectern": {"format": "lectern.schema/2"}, "properties": {}})")
                                  << u"format"_s;
}

void ParseSchemaTest::aFaultySchemaSaysWhere()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto schema = core::parseSchema(json);
    QVERIFY(!schema);
    QCOMPARE(schema.error().code, core::ErrorCode::InvalidInput);
    QVERIFY2(schema.error().detail.contains(named), qPrintable(schema.error().detail));
}

void ParseSchemaTest::aSchemaThatRefersToItselfEnds()
{
    const auto schema = core::parseSchema(R"({"$defs": {"a": {"$ref": "#/$defs/a"},
        "tree": {"type": "object", "properties": {"child": {"$ref": "#/$defs/tree"}}}},
        "properties": {"x": {"$ref": "#/$defs/a"}, "t": {"$ref": "#/$defs/tree"}}})");
    QVERIFY(!schema); // an endless tree is too deep, and said so
    QVERIFY(schema.error().detail.contains(u"deep"_s));
}

void ParseSchemaTest::plainSchemasOfTheTestDataWorkUnchanged()
{
    const QString data = qEnvironmentVariable("LECTERN_TEST_DATA");
    if (data.isEmpty())
        QSKIP("LECTERN_TEST_DATA is not set");
    for (const QString &name : {u"invoice"_s, u"receipt"_s, u"nda"_s, u"w9"_s, u"ad_contract"_s}) {
        QFile file(data + u"/schemas/"_s + name + u".json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto schema = core::parseSchema(file.readAll());
        QVERIFY2(schema, qPrintable(name));
        QCOMPARE(schema->id, name);
        for (const core::SchemaField &field : schema->fields) {
            if (name == u"invoice")
                QVERIFY2(!field.labels.isEmpty(), qPrintable(field.path));
        }
    }
}

QTEST_GUILESS_MAIN(ParseSchemaTest)
#include "tst_parseschema.moc"
