// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/exitcode.h"
#include "app/cli/opendocument.h"
#include "app/cli/output.h"
#include "core/adapters/pageworker/workerpool.h"

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
    return u"FILE [--ocr auto|never|always] [--json]"_s;
}

QString summary()
{
    return tr("Prints the words of a document, with boxes and certainty as JSON.");
}

std::optional<core::OcrMode> ocrMode(const QString &name)
{
    static const QHash<QString, core::OcrMode> modes{
        {u"auto"_s, core::OcrMode::Auto}, {u"never"_s, core::OcrMode::Never}, {u"always"_s, core::OcrMode::Always}};
    const auto mode = modes.constFind(name);
    return mode == modes.constEnd() ? std::nullopt : std::optional(*mode);
}

QString plainText(const core::DocumentText &document)
{
    QString text;
    for (const core::PageText &page : document.pages) {
        int line = page.words.empty() ? 0 : page.words.front().line;
        for (const core::Word &word : page.words) {
            if (word.line != line)
                text += u'\n';
            line = word.line;
            text += word.text;
            if (word.spaceAfter)
                text += u' ';
        }
        text += "\n\f"_L1;
    }
    return text;
}

int run(const QStringList &words)
{
    Arguments arguments(u"text"_s, usage(), summary());
    arguments.flag(u"json"_s, tr("Prints lectern.text/1."));
    arguments.option(u"ocr"_s, u"MODE"_s, tr("auto, never or always."), u"auto"_s);
    arguments.option(u"timeout"_s, u"S"_s, tr("Seconds for the document."), u"120"_s);
    arguments.option(u"password-file"_s, u"FILE"_s, tr("Its first line opens an encrypted document."));
    if (const auto code = arguments.parse(words))
        return *code;
    const auto mode = ocrMode(arguments.value(u"ocr"_s));
    if (arguments.files().size() != 1)
        return arguments.wrong(tr("Name one file."));
    if (!mode)
        return arguments.wrong(tr("--ocr wants auto, never or always."));
    const auto seconds = arguments.number(u"timeout"_s, 0.001, 86'400);
    const auto password = passwordFrom(arguments.value(u"password-file"_s));
    if (!seconds)
        return arguments.wrong(seconds.error().detail);
    if (!password)
        return arguments.wrong(password.error().detail);

    core::WorkerPool pages;
    core::ReadLimits limits;
    limits.ocr = *mode;
    limits.timeout = std::chrono::milliseconds(qRound64(*seconds * 1000));
    return runUntilDone([&](auto done) {
        const auto text = readFileText(pages, arguments.files().constFirst(), *password, limits, &pages);
        core::whenDone(text, &pages, [&arguments, done](const core::Result<core::DocumentText> &document) {
            if (!document)
                return done(failWith(document.error()));
            const bool printed =
                arguments.has(u"json"_s) ? printJson(textJson(*document)) : printLine(plainText(*document));
            done(printed ? Done : failOutput());
        });
    });
}

} // namespace

Command textCommand()
{
    return {u"text"_s, usage(), summary(), run};
}

} // namespace app
