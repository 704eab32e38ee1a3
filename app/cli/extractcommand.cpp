// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/exitcode.h"
#include "app/cli/extractjob.h"
#include "app/cli/output.h"
#include "app/common/schemas.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString usage()
{
    return u"FILE... [OPTIONS]"_s;
}

QString summary()
{
    return tr("Reads documents: values, each with its place on the page and a certainty.");
}

void declare(Arguments &arguments)
{
    arguments.flag(u"json"_s, tr("Prints one lectern.extraction/1 a line."));
    arguments.option(u"engine"_s, u"ID"_s, tr("Who reads: 'local', or a connection; see `lectern-cli engines`."),
                     u"local"_s);
    arguments.option(u"schema"_s, u"ID|FILE"_s, tr("What to look for; detected when not given."));
    arguments.option(u"organization"_s, u"O"_s, tr("The organization whose account vouches for a remote engine."));
    arguments.option(u"out"_s, u"DIR"_s, tr("Writes one file a document into this folder."));
    arguments.option(u"format"_s, u"FORMAT"_s, tr("json or csv."), u"json"_s);
    arguments.option(u"fail-below"_s, u"C"_s, tr("Exit code 10 when a value is less certain than C (0 to 1)."));
    arguments.option(u"timeout"_s, u"S"_s, tr("Seconds for one document."), u"120"_s);
    arguments.option(u"password-file"_s, u"FILE"_s, tr("Its first line opens encrypted documents."));
    arguments.flag(u"ignore-embedded"_s, tr("Reads what is printed only: no embedded XML, no form values."));
}

// What was asked for, or the exit code when it can't be done.
core::Result<ExtractJob::Order> orderFrom(const Arguments &arguments)
{
    ExtractJob::Order order;
    order.files = arguments.files();
    order.engine = arguments.value(u"engine"_s);
    order.organization = arguments.value(u"organization"_s);
    order.json = arguments.has(u"json"_s);
    order.folder = arguments.value(u"out"_s);
    const QString format = arguments.value(u"format"_s);
    if (order.files.isEmpty())
        return core::fail(core::ErrorCode::InvalidInput, tr("Name at least one file."));
    if (format != "json"_L1 && format != "csv"_L1)
        return core::fail(core::ErrorCode::InvalidInput, tr("--format wants json or csv, not '%1'.").arg(format));
    order.format = format == "csv"_L1 ? core::ExportFormat::Csv : core::ExportFormat::Json;
    order.json = order.json || (arguments.has(u"format"_s) && order.folder.isEmpty() && format == "json"_L1);

    if (arguments.has(u"fail-below"_s)) {
        const auto least = arguments.number(u"fail-below"_s, 0, 1);
        if (!least)
            return tl::make_unexpected(least.error());
        order.failBelow = *least;
    }
    const auto seconds = arguments.number(u"timeout"_s, 0.001, 86'400);
    if (!seconds)
        return tl::make_unexpected(seconds.error());
    order.options.limits.timeout = std::chrono::milliseconds(qRound64(*seconds * 1000));
    order.options.ignoreEmbedded = arguments.has(u"ignore-embedded"_s);
    auto password = passwordFrom(arguments.value(u"password-file"_s));
    if (!password)
        return tl::make_unexpected(password.error());
    order.options.password = *std::move(password);
    return order;
}

core::Result<> addSchemas(const QString &wanted, ExtractJob::Order &order)
{
    QStringList problems;
    order.options.schemas = loadSchemas(&problems);
    for (const QString &problem : problems)
        warn(problem);
    if (wanted.isEmpty())
        return {};
    auto schema = findSchema(wanted, order.options.schemas);
    if (!schema)
        return tl::make_unexpected(schema.error());
    order.options.schema = *std::move(schema);
    return {};
}

int run(const QStringList &words)
{
    Arguments arguments(u"extract"_s, usage(), summary());
    declare(arguments);
    if (const auto code = arguments.parse(words))
        return *code;
    auto order = orderFrom(arguments);
    if (!order)
        return arguments.wrong(order.error().detail);
    if (const auto schemas = addSchemas(arguments.value(u"schema"_s), *order); !schemas)
        return arguments.wrong(schemas.error().detail);
    ExtractJob job(*std::move(order));
    return runUntilDone([&job](auto done) { job.start(std::move(done)); });
}

} // namespace

Command extractCommand()
{
    return {u"extract"_s, usage(), summary(), run};
}

} // namespace app
