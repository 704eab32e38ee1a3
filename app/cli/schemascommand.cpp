// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "app/common/schemas.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString usage()
{
    return u"[--json]"_s;
}

QString summary()
{
    return tr("Lists the schemas that --schema can name.");
}

QJsonObject schemaJson(const core::Schema &schema)
{
    QJsonArray fields;
    for (const core::SchemaField &field : schema.fields)
        fields += field.path;
    QJsonArray tables;
    for (const core::SchemaTable &table : schema.tables)
        tables += table.path;
    return {{u"id"_s, schema.id},       {u"version"_s, schema.version},
            {u"title"_s, schema.title}, {u"description"_s, schema.description},
            {u"fields"_s, fields},      {u"tables"_s, tables}};
}

int run(const QStringList &words)
{
    Arguments arguments(u"schemas"_s, usage(), summary());
    arguments.flag(u"json"_s, tr("Prints one JSON object."));
    if (const auto code = arguments.parse(words))
        return *code;
    QStringList problems;
    const auto schemas = loadSchemas(&problems);
    for (const QString &problem : problems)
        warn(problem);
    if (arguments.has(u"json"_s)) {
        QJsonArray all;
        for (const core::Schema &schema : schemas)
            all += schemaJson(schema);
        return printJson({{u"schemas"_s, all}}) ? Done : failOutput();
    }
    for (const core::Schema &schema : schemas) {
        if (!printLine(u"%1  %2"_s.arg(schema.id.leftJustified(16), schema.title)))
            return failOutput();
    }
    return Done;
}

} // namespace

Command schemasCommand()
{
    return {u"schemas"_s, usage(), summary(), run};
}

} // namespace app
