// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace app {

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
        {u"lectern"_s, QString(translationFolder)},
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
