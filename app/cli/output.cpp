// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/exitcode.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

bool progressShown = false;

bool write(FILE *stream, const QByteArray &bytes)
{
    return std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream)
        == static_cast<size_t>(bytes.size())
        && std::fflush(stream) == 0;
}

} // namespace

bool printLine(const QString &line)
{
    clearProgress();
    return write(stdout, line.toUtf8() + '\n');
}

bool printJson(const QJsonObject &object)
{
    clearProgress();
    return write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void warn(const QString &message)
{
    clearProgress();
    write(stderr, "lectern-cli: " + message.toUtf8() + '\n');
}

void showProgress(const QString &text)
{
    static const bool terminal = isatty(STDERR_FILENO) == 1;
    if (!terminal)
        return;
    write(stderr, "\r\033[K" + text.toUtf8());
    progressShown = true;
}

void clearProgress()
{
    if (std::exchange(progressShown, false))
        write(stderr, "\r\033[K");
}

int failWith(const core::Error &error)
{
    warn(sentence(error));
    return exitCodeOf(error.code);
}

int failUsage(const QString &command, const QString &message)
{
    warn(message);
    warn(QCoreApplication::translate("Cli", "See `lectern-cli %1 --help`.").arg(command));
    return WrongUsage;
}

int failOutput()
{
    warn(QCoreApplication::translate("Cli", "The result could not be written to standard output."));
    return InternalError;
}

} // namespace app
