// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <QCommandLineParser>

#include <memory>
#include <optional>

namespace app {

// The options of one command. QCommandLineParser with the answers to --help and wrong usage built in.
class Arguments
{
public:
    Arguments(QString command, const QString &usage, const QString &summary);

    void flag(const QString &name, const QString &description);
    void detailsFlag(); // --details, for a command that speaks to identity providers
    void option(const QString &name, const QString &value, const QString &description, const QString &fallback = {});

    // The exit code when there is nothing more to do (help was asked for, the usage is wrong).
    [[nodiscard]] std::optional<int> parse(const QStringList &arguments);

    [[nodiscard]] bool has(const QString &name) const { return m_parser->isSet(name); }
    [[nodiscard]] QString value(const QString &name) const { return m_parser->value(name); }
    [[nodiscard]] QStringList files() const { return m_parser->positionalArguments(); }
    [[nodiscard]] int wrong(const QString &message) const; // reports it; gives the exit code

    // A number within [least, most]; InvalidInput has the sentence for wrong().
    [[nodiscard]] core::Result<double> number(const QString &name, double least, double most) const;

private:
    QString m_command;
    QString m_usage;
    QString m_summary;
    std::unique_ptr<QCommandLineParser> m_parser; // which can't be moved itself
};

// The first line of a file; empty when no file is named.
[[nodiscard]] core::Result<core::Secret> passwordFrom(const QString &file);

} // namespace app
