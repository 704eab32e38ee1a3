// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "core/adapters/pageworker/workerpool.h"
#include "core/export/export.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString usage()
{
    return u"FILE --out PNG [--page N] [--dpi D]"_s;
}

QString summary()
{
    return tr("Draws one page as a picture.");
}

int save(const QImage &image, const QString &file)
{
    QByteArray png;
    QBuffer buffer(&png);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return failWith({core::ErrorCode::Internal, u"the picture could not be made"_s});
    const QFileInfo target(file);
    const auto written = core::writeFiles({{target.fileName(), png}}, target.path());
    return written ? Done : failWith({core::ErrorCode::Storage, written.error().detail});
}

int run(const QStringList &words)
{
    Arguments arguments(u"render"_s, usage(), summary());
    arguments.option(u"page"_s, u"N"_s, tr("Which page, from 1."), u"1"_s);
    arguments.option(u"dpi"_s, u"D"_s, tr("Pixels an inch."), u"150"_s);
    arguments.option(u"out"_s, u"PNG"_s, tr("The file to write."));
    arguments.option(u"password-file"_s, u"FILE"_s, tr("Its first line opens an encrypted document."));
    if (const auto code = arguments.parse(words))
        return *code;
    const QString out = arguments.value(u"out"_s);
    if (arguments.files().size() != 1 || out.isEmpty())
        return arguments.wrong(tr("Name one file, and the picture with --out."));
    const auto page = arguments.number(u"page"_s, 1, 1'000'000);
    const auto dpi = arguments.number(u"dpi"_s, 1, 2400);
    if (!page || !dpi)
        return arguments.wrong(page ? dpi.error().detail : page.error().detail);
    const auto password = passwordFrom(arguments.value(u"password-file"_s));
    if (!password)
        return arguments.wrong(password.error().detail);

    core::WorkerPool pages;
    return runUntilDone([&](auto done) {
        const auto opened = pages.open(arguments.files().constFirst(), *password, {});
        const auto drawn = core::andThen(opened, &pages, [&pages, page, dpi](const core::OpenedDocument &document) {
            core::RenderRequest request;
            request.document = document.handle;
            request.page = static_cast<int>(*page);
            request.dpi = *dpi;
            return pages.render(request, {});
        });
        core::whenDone(drawn, &pages, [out, done](const core::Result<QImage> &image) {
            done(image ? save(*image, out) : failWith(image.error()));
        });
    });
}

} // namespace

Command renderCommand()
{
    return {u"render"_s, usage(), summary(), run};
}

} // namespace app
