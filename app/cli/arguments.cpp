// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "app/common/readfile.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

} // namespace

Arguments::Arguments(QString command, const QString &usage, const QString &summary)
    : m_command(std::move(command))
    , m_usage(usage)
    , m_summary(summary)
    , m_parser(std::make_unique<QCommandLineParser>())
{
    m_parser->addOption({{u"h"_s, u"help"_s}, tr("Shows this help.")});
}

void Arguments::flag(const QString &name, const QString &description)
{
    m_parser->addOption({name, description});
}

void Arguments::detailsFlag()
{
    flag(u"details"_s, tr("When an identity provider refuses: print what it says in its own words, too."));
}

void Arguments::option(const QString &name, const QString &value, const QString &description, const QString &fallback)
{
    m_parser->addOption({name, description, value, fallback});
}

std::optional<int> Arguments::parse(const QStringList &arguments)
{
    const bool understood = m_parser->parse(QStringList{u"lectern-cli "_s + m_command} + arguments);
    if (m_parser->isSet(u"help"_s)) {
        QString text = m_parser->helpText(); // its own first line knows nothing of commands
        text = text.sliced(text.indexOf(u'\n') + 1).trimmed();
        const QString usage = tr("Usage: lectern-cli %1 %2").arg(m_command, m_usage);
        return printLine(usage + u'\n' + m_summary + "\n\n"_L1 + text) ? Done : failOutput();
    }
    if (!understood)
        return wrong(m_parser->errorText());
    tellProvidersWords(m_parser->optionNames().contains(u"details"_s));
    return {};
}

int Arguments::wrong(const QString &message) const
{
    return failUsage(m_command, message);
}

core::Result<double> Arguments::number(const QString &name, double least, double most) const
{
    bool isNumber = false;
    const double number = value(name).toDouble(&isNumber);
    if (isNumber && std::isfinite(number) && number >= least && number <= most)
        return number;
    const auto written = [](double limit) { return QString::number(limit, 'g', 12); }; // 1000000, not 1e+06
    return core::fail(core::ErrorCode::InvalidInput,
                      tr("--%1 wants a number from %2 to %3.").arg(name, written(least), written(most)));
}

core::Result<core::Secret> passwordFrom(const QString &file)
{
    if (file.isEmpty())
        return core::Secret();
    auto bytes = readFile(file, 64 * 1024);
    if (!bytes) {
        return core::fail(core::ErrorCode::InvalidInput,
                          tr("the password file can't be read: %1").arg(bytes.error().detail));
    }
    QByteArray line = bytes->split('\n').constFirst();
    while (line.endsWith('\r'))
        line.chop(1);
    return core::Secret(line);
}

} // namespace app
