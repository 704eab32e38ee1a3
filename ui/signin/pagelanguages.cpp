// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/pagelanguages.h"

using namespace Qt::Literals::StringLiterals;

namespace ui {

QString acceptLanguage(QStringList languages)
{
    static const QStringList none{QString(), u"C"_s, u"POSIX"_s};
    languages.removeIf([](const QString &language) { return none.contains(language); });
    return languages.isEmpty() ? u"en"_s : languages.join(u',');
}

} // namespace ui
