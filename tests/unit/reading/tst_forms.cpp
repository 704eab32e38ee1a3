// SPDX-License-Identifier: GPL-3.0-or-later
#include "printedpage.h"
#include "folders.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

class FormsTest : public QObject
{
    Q_OBJECT

private slots:
    void aFieldIsMatchedByItsName();
    void aFieldIsMatchedByItsTooltip();
    void aNamelessFieldIsMatchedByTheWordsAboveIt();
    void aCheckBoxIsMatchedByTheWordsBesideItAndSaidInTheSchemasWords();
    void theBoxesOfOneNumberAreOneValue();
    void formValuesCanBeIgnored();
    void aSchemaOfEntriesGetsEveryFilledFieldWithItsCaption();
};

namespace {

const QByteArray schemaText = R"({"properties": {
    "Name": {"type": "string", "title": "Name"}, "City": {"type": "string", "title": "City, state, ZIP"},
    "SSN": {"type": "string", "title": "Social security number"},
    "Trust": {"enum": ["selected", "unselected", null], "title": "Trust or estate"},
    "Corp": {"enum": ["selected", "unselected", null], "title": "C corporation"}}})";

core::FormValue value(const QString &name, const QString &label, const QString &text, const QRectF &box)
{
    return {name, label, text, {1, box, text, core::TextSource::FormField}};
}

std::vector<core::Finding> read(const core::DocumentText &document, bool ignore = false)
{
    return core::readLocally(document, *core::parseSchema(schemaText), {ignore});
}

} // namespace

void FormsTest::aFieldIsMatchedByItsName()
{
    core::DocumentText document = printed({u"A form"_s});
    document.formValues = {value(u"top[0].page[0].Name[0]"_s, {}, u"Ada"_s, {10, 40, 90, 12})};
    const core::Finding found = findingOf(read(document), u"Name"_s);
    QCOMPARE(found.value.value, u"Ada"_s);
    QCOMPARE(found.source, core::TextSource::FormField);
    QCOMPARE(found.places[0].box, QRectF(10, 40, 90, 12));
}

void FormsTest::aFieldIsMatchedByItsTooltip()
{
    core::DocumentText document = printed({u"A form"_s});
    document.formValues = {value(u"f1"_s, u"City, state, and ZIP code"_s, u"Goshen"_s, {10, 40, 90, 12})};
    QCOMPARE(valueOf(read(document), u"City"_s), u"Goshen"_s);
}

void FormsTest::aNamelessFieldIsMatchedByTheWordsAboveIt()
{
    core::DocumentText document =
        printed({u"1 Name (as shown on your return)"_s, u""_s, u"6 City, state, and ZIP code"_s});
    document.formValues = {value(u"f1_1"_s, {}, u"Ada"_s, {0, 13, 300, 11}),
                           value(u"f1_2"_s, {}, u"Goshen"_s, {0, 37, 300, 11})};
    const auto found = read(document);
    QCOMPARE(valueOf(found, u"Name"_s), u"Ada"_s);
    QCOMPARE(valueOf(found, u"City"_s), u"Goshen"_s);
}

void FormsTest::aCheckBoxIsMatchedByTheWordsBesideItAndSaidInTheSchemasWords()
{
    core::DocumentText document = printed({u"   C Corporation        Trust/estate"_s});
    document.formValues = {value(u"c1"_s, {}, u"false"_s, {4, 3, 8, 8}), value(u"c2"_s, {}, u"true"_s, {130, 3, 8, 8})};
    const auto found = read(document);
    QCOMPARE(valueOf(found, u"Trust"_s), u"selected"_s);
    QCOMPARE(valueOf(found, u"Corp"_s), u"unselected"_s);
}

void FormsTest::theBoxesOfOneNumberAreOneValue()
{
    core::DocumentText document = printed({u"Social security number"_s});
    document.formValues = {value(u"a"_s, {}, u"123"_s, {0, 13, 40, 20}), value(u"b"_s, {}, u"45"_s, {52, 13, 30, 20}),
                           value(u"c"_s, {}, u"6789"_s, {94, 13, 50, 20})};
    const core::Finding found = findingOf(read(document), u"SSN"_s);
    QCOMPARE(found.value.value, u"123456789"_s);
    QCOMPARE(found.places[0].box, QRectF(0, 13, 144, 20));
}

void FormsTest::formValuesCanBeIgnored()
{
    core::DocumentText document = printed({u"A form"_s});
    document.formValues = {value(u"Name"_s, {}, u"Ada"_s, {10, 40, 90, 12})};
    QVERIFY(valueOf(read(document, true), u"Name"_s).isEmpty());
}

void FormsTest::aSchemaOfEntriesGetsEveryFilledFieldWithItsCaption()
{
    core::DocumentText document = printed({u"Policy number"_s, u""_s, u"Telephone"_s});
    document.formValues = {value(u"f1"_s, {}, u"AC-7"_s, {0, 13, 300, 11}), value(u"f2"_s, {}, {}, {0, 37, 300, 11})};
    QFile file(QStringLiteral(LECTERN_SOURCE_DIR "/resources/schemas/generic.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto schema = core::parseSchema(file.readAll());
    QVERIFY(schema);
    const auto found = core::readLocally(document, *schema);
    QCOMPARE(valueOf(found, u"entries[0].label"_s), u"Policy number"_s);
    QCOMPARE(valueOf(found, u"entries[0].value"_s), u"AC-7"_s);
    const auto isSecond = [](const core::Finding &finding) { return finding.path.startsWith(u"entries[1]"_s); };
    QVERIFY(std::none_of(found.begin(), found.end(), isSecond));
}

QTEST_GUILESS_MAIN(FormsTest)
#include "tst_forms.moc"
