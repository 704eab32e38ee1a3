// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/filename.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype longest = 120; // UTF-8 may need three bytes a sign, and file systems end at 255

} // namespace

QString safeFileName(const QString &name)
{
    static const QRegularExpression reserved(u"[\\x00-\\x1f\\x7f/\\\\:*?\"<>|]"_s);
    static const QRegularExpression devices(u"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QString safe = name;
    safe.replace(reserved, u"_"_s);
    safe = safe.left(longest).trimmed();
    while (safe.endsWith(u'.') || safe.endsWith(u' '))
        safe.chop(1);
    if (safe.startsWith(u'.') || devices.match(safe).hasMatch())
        safe.prepend(u'_');
    return safe.isEmpty() ? u"document"_s : safe;
}

} // namespace core
