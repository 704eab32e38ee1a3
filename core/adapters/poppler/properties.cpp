// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/properties.h"

#include "core/adapters/poppler/places.h"

#include <poppler-qt6.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr int fontPages = 50; // looking through the resources of a book takes seconds

void addFonts(const Poppler::Document &document, const StopCheck &stop, DocumentProperties &properties)
{
    const auto pages = document.newFontIterator();
    while (pages->hasNext() && properties.fontsOfPages < fontPages && !(stop && stop())) {
        ++properties.fontsOfPages;
        for (const Poppler::FontInfo &font : pages->next()) {
            if (properties.fonts.size() < static_cast<std::size_t>(bounds::mostFonts))
                properties.fonts.push_back(
                    {shortened(font.name()), shortened(font.typeName()), font.isEmbedded(), font.isSubset()});
        }
    }
}

} // namespace

DocumentProperties propertiesOf(const Poppler::Document &document, const StopCheck &stop)
{
    const auto text = [&document](const char *key) { return shortened(document.info(QLatin1StringView(key))); };
    DocumentProperties properties;
    properties.title = text("Title");
    properties.author = text("Author");
    properties.subject = text("Subject");
    properties.keywords = text("Keywords");
    properties.creator = text("Creator");
    properties.producer = text("Producer");
    properties.created = document.date(u"CreationDate"_s);
    properties.modified = document.date(u"ModDate"_s);
    const auto version = document.getPdfVersion();
    properties.format = u"PDF %1.%2"_s.arg(version.major).arg(version.minor);
    properties.isEncrypted = document.isEncrypted();
    properties.permissions = {document.okToPrint(),   document.okToPrintHighRes(), document.okToChange(),
                              document.okToCopy(),    document.okToAddNotes(),     document.okToFillForm(),
                              document.okToAssemble()};
    addFonts(document, stop, properties);
    return properties;
}

std::vector<QString> pageLabelsOf(const Poppler::Document &document, const StopCheck &stop)
{
    const int pages = document.numPages();
    if (pages > bounds::mostPageLabels)
        return {};
    std::vector<QString> labels;
    bool sayMore = false;
    for (int page = 1; page <= pages && !(stop && stop()); ++page) {
        const auto found = document.page(page - 1);
        labels.push_back(found ? shortened(found->label(), bounds::longestPageLabel) : QString());
        sayMore = sayMore || (!labels.back().isEmpty() && labels.back() != QString::number(page));
    }
    return sayMore ? labels : std::vector<QString>();
}

} // namespace core
