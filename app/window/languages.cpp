// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/languages.h"

#include "app/common/translation.h"

#include <QDir>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace app {

std::vector<ui::Choice> languages()
{
    std::vector<ui::Choice> found;
    for (const QString &file : QDir(translationFolder).entryList({u"lectern_*.qm"_s})) {
        const QString code = file.section(u'_', 1).section(u'.', 0, 0);
        const QString name = code == "en"_L1 ? u"English"_s : QLocale(code).nativeLanguageName();
        found.push_back({code, name.left(1).toUpper() + name.mid(1)});
    }
    return found;
}

} // namespace app
