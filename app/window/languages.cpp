// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

constexpr auto folder = ":/translations"_L1;

} // namespace

std::vector<ui::Choice> languages()
{
    std::vector<ui::Choice> found;
    for (const QString &file : QDir(folder).entryList({u"lectern_*.qm"_s})) {
        const QString code = file.section(u'_', 1).section(u'.', 0, 0);
        const QString name = code == "en"_L1 ? u"English"_s : QLocale(code).nativeLanguageName();
        found.push_back({code, name.left(1).toUpper() + name.mid(1)});
    }
    return found;
}

std::vector<std::unique_ptr<QTranslator>> translate(QCoreApplication &application, const QString &language)
{
    QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English); // for its plurals
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    std::vector<std::unique_ptr<QTranslator>> translators;
    const std::pair<QString, QString> sources[] = {
        {u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
        {u"lectern"_s, QString(folder)},
    };
    for (const auto &[name, from] : sources) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(locale, name, u"_"_s, from))
            continue;
        application.installTranslator(translator.get());
        translators.push_back(std::move(translator));
    }
    return translators;
}

} // namespace app
