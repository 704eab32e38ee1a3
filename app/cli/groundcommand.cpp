// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/exitcode.h"
#include "app/cli/opendocument.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/valuesschema.h"
#include "app/common/readfile.h"
#include "app/common/schemas.h"
#include "core/adapters/pageworker/workerpool.h"
#include "core/extraction/pipeline.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

constexpr qint64 largestValues = 16 * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString usage()
{
    return u"FILE --values VALUES.json [--schema ID|FILE] [--json]"_s;
}

QString summary()
{
    return tr("Finds given values on the pages and says how sure each one is.");
}

core::Result<QJsonObject> valuesFrom(const QString &file)
{
    const auto bytes = readFile(file, largestValues);
    if (!bytes)
        return core::fail(core::ErrorCode::InvalidInput, sentence(bytes.error()));
    QJsonParseError problem{};
    const QJsonDocument json = QJsonDocument::fromJson(*bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return core::fail(core::ErrorCode::InvalidInput, tr("%1 is not JSON: %2.").arg(file, problem.errorString()));
    if (!json.isObject())
        return core::fail(core::ErrorCode::InvalidInput,
                          tr("%1 holds JSON, but not an object of values by field: {\"total\": 12.5}.").arg(file));
    return json.object();
}

int run(const QStringList &words)
{
    Arguments arguments(u"ground"_s, usage(), summary());
    arguments.flag(u"json"_s, tr("Prints a lectern.extraction/1."));
    arguments.option(u"values"_s, u"FILE"_s, tr("A JSON object of values, by field."));
    arguments.option(u"schema"_s, u"ID|FILE"_s,
                     tr("What the values are; made of the values themselves when not given."));
    arguments.option(u"password-file"_s, u"FILE"_s, tr("Its first line opens an encrypted document."));
    if (const auto code = arguments.parse(words))
        return *code;
    if (arguments.files().size() != 1 || !arguments.has(u"values"_s))
        return arguments.wrong(tr("Name one file, and the values with --values."));
    const auto values = valuesFrom(arguments.value(u"values"_s));
    if (!values)
        return arguments.wrong(values.error().detail);
    const QString named = arguments.value(u"schema"_s);
    const auto schema = named.isEmpty() ? schemaOf(*values) : findSchema(named, loadSchemas());
    if (!schema)
        return arguments.wrong(schema.error().detail);
    const auto password = passwordFrom(arguments.value(u"password-file"_s));
    if (!password)
        return arguments.wrong(password.error().detail);

    core::WorkerPool pages;
    return runUntilDone([&](auto done) {
        const auto text = readFileText(pages, arguments.files().constFirst(), *password, {}, &pages);
        core::whenDone(text, &pages, [&, done](const core::Result<core::DocumentText> &document) {
            if (!document)
                return done(failWith(document.error()));
            core::Extraction extraction = core::proveValues(*document, *schema, *values, {});
            extraction.file = arguments.files().constFirst();
            extraction.engineId = u"given"_s;
            const bool printed =
                arguments.has(u"json"_s) ? printJson(core::toJson(extraction)) : printLine(report(extraction));
            done(printed ? Done : failOutput());
        });
    });
}

} // namespace

Command groundCommand()
{
    return {u"ground"_s, usage(), summary(), run};
}

} // namespace app
