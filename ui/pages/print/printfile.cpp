// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/print/printfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace ui {

std::vector<int> ofSet(std::vector<int> pages, PageSet set)
{
    if (set != PageSet::All)
        std::erase_if(pages, [set](int page) { return (page % 2 == 1) != (set == PageSet::Odd); });
    return pages;
}

QString printedName(const QString &document, const QString &folder)
{
    const QString name = QFileInfo(document).completeBaseName();
    const QDir place(folder);
    QString free = QCoreApplication::translate("ui::Printing", "%1 (printed).pdf", "a file's name").arg(name);
    for (int number = 2; place.exists(free); ++number)
        free = QCoreApplication::translate("ui::Printing", "%1 (printed %2).pdf", "a file's name, a number")
                   .arg(name)
                   .arg(number);
    return free;
}

QString dialogFolder()
{
    const QString home = QDir::homePath();
    const QString current = QDir::currentPath();
    return current.startsWith(home + u'/') ? current : home;
}

} // namespace ui
