// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csv.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

QString defused(const QString &text)
{
    static const QRegularExpression number(u"^[+-]?[0-9]+([.,][0-9]+)*$"_s);
    static const QString starters = u"=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20"_s; // the wide forms are worked out as well
    // White space in front does not stop a spreadsheet everywhere.
    const QString trimmed = text.trimmed();
    const bool starts = (!text.isEmpty() && starters.contains(text.front()))
        || (!trimmed.isEmpty() && starters.contains(trimmed.front()));
    return starts && !number.match(text).hasMatch() ? u'\'' + text : text;
}

QString quoted(QString cell)
{
    const bool needed = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r')
        || cell.contains(u';') || cell.contains(u'\t') || cell.startsWith(u' ') || cell.endsWith(u' ');
    if (!needed)
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QByteArray csvLine(const QStringList &cells)
{
    QStringList ready;
    for (const QString &cell : cells)
        ready += quoted(defused(cell));
    return ready.join(u',').toUtf8() + "\r\n";
}

} // namespace core
