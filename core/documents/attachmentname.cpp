// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/attachmentname.h"

#include <QStringView>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype longestName = 120; // letters: of four bytes each they are still a file name
constexpr qsizetype longestEnding = 12;

bool isForbidden(QChar c)
{
    return u"<>:\"|?*"_s.contains(c);
}

} // namespace

QString attachmentFileName(const QString &name)
{
    QString last = name.section(u'/', -1).section(u'\\', -1);
    last.removeIf([](QChar c) { return !c.isPrint(); });
    for (QChar &c : last) {
        if (isForbidden(c))
            c = u'_';
    }
    last = last.trimmed();
    while (last.startsWith(u'.') || last.startsWith(u' '))
        last.remove(0, 1);
    while (last.endsWith(u'.') || last.endsWith(u' '))
        last.chop(1);
    if (last.size() > longestName) {
        const qsizetype dot = last.lastIndexOf(u'.');
        const QString ending = dot > 0 && last.size() - dot <= longestEnding ? last.sliced(dot) : QString();
        last = last.left(longestName - ending.size()) + ending;
    }
    return last.isEmpty() ? u"attachment"_s : last;
}

} // namespace core
