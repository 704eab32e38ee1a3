// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/monthnames.h"

#include <QHash>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

// Lower case, accents kept off: names are compared without them because OCR often loses them.
const QStringList &names()
{
    static const QStringList table{
        u"jan january januar janner jaenner janvier janv januari enero ene gennaio gen"_s,
        u"feb february februar feber fevrier fevr fev februari febrero febbraio febr"_s,
        u"mar march marz maerz mrz mars maart mrt marzo"_s,
        u"apr april avril avr abril abr aprile"_s,
        u"may mai mei mayo maggio mag"_s,
        u"jun june juni juin junio giugno giu"_s,
        u"jul july juli juillet juil julio luglio lug"_s,
        u"aug august aout augustus agosto ago"_s,
        u"sep sept september septembre septiembre setiembre settembre set"_s,
        u"oct october oktober okt octobre octubre ottobre ott"_s,
        u"nov november novembre noviembre"_s,
        u"dec december dezember dez decembre diciembre dic dicembre"_s,
    };
    return table;
}

QHash<QString, int> numbered()
{
    QHash<QString, int> result;
    for (int month = 0; month < names().size(); ++month) {
        for (const QString &name : names().at(month).split(u' '))
            result.insert(name, month + 1);
    }
    return result;
}

} // namespace

int monthOf(const QString &word)
{
    static const QHash<QString, int> months = numbered();
    QString plain;
    for (const QChar c : word.normalized(QString::NormalizationForm_D)) {
        if (c.isLetter())
            plain += c.toLower();
    }
    return months.value(plain, 0);
}

} // namespace core
