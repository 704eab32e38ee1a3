// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/commandline.h"

#include "core/documents/link.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace app {

WindowArguments parseWindowArguments(const QStringList &arguments)
{
    WindowArguments parsed;
    bool filesOnly = false;
    for (const QString &argument : arguments) {
        if (filesOnly || !argument.startsWith(u'-') || argument == "-"_L1) {
            if (!filesOnly && core::isLink(argument)) {
                parsed.links += argument;
                continue;
            }
            // Desktops hand over file URLs where a program takes %U.
            const QUrl url(argument);
            parsed.files += QFileInfo(url.isLocalFile() ? url.toLocalFile() : argument).absoluteFilePath();
        } else if (argument == "--"_L1) {
            filesOnly = true;
        } else if (argument == "--help"_L1 || argument == "-h"_L1) {
            parsed.help = true;
        } else if (argument == "--version"_L1 || argument == "-v"_L1) {
            parsed.version = true;
        } else {
            parsed.wrong = argument;
        }
    }
    return parsed;
}

QString windowHelp()
{
    return QCoreApplication::translate("Window",
                                       "Lectern gets facts out of documents and proves each one against its page.\n\n"
                                       "Usage: lectern [FILE...] [LINK]\n\n"
                                       "  FILE           a PDF, PNG, JPEG or TIFF to open; a running Lectern opens it\n"
                                       "  LINK           lectern://document/N or lectern://review, as \"Copy link\" "
                                       "gives it\n"
                                       "  -v, --version  says which version this is\n"
                                       "  -h, --help     says this\n\n"
                                       "For scripts there is lectern-cli.");
}

} // namespace app
