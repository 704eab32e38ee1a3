// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/opendocument.h"

#include "core/extraction/names.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

QJsonObject pageJson(const core::PageText &page)
{
    QJsonArray words;
    for (const core::Word &word : page.words) {
        words += QJsonObject{{u"text"_s, word.text},
                             {u"box"_s,
                              QJsonArray{rounded(word.box.left()), rounded(word.box.top()), rounded(word.box.right()),
                                         rounded(word.box.bottom())}},
                             {u"certainty"_s, rounded(word.certainty)},
                             {u"line"_s, word.line},
                             {u"block"_s, word.block}};
    }
    return {{u"page"_s, page.page},
            {u"size"_s, QJsonArray{rounded(page.size.width()), rounded(page.size.height())}},
            {u"source"_s, core::names::of(page.source)},
            {u"words"_s, words}};
}

} // namespace

core::Async<core::DocumentText> readFileText(core::PageSource &pages, const QString &file, const core::Secret &password,
                                             const core::ReadLimits &limits, QObject *context)
{
    const auto opened = pages.open(file, password, {});
    return core::andThen(opened, context, [&pages, limits, context](const core::OpenedDocument &document) {
        return core::readDocument(pages, document, limits, context, {});
    });
}

QJsonObject textJson(const core::DocumentText &document)
{
    QJsonArray pages;
    for (const core::PageText &page : document.pages)
        pages += pageJson(page);
    return {{u"format"_s, u"lectern.text/1"_s},
            {u"document"_s,
             QJsonObject{{u"file"_s, document.info.file},
                         {u"sha256"_s, QString::fromLatin1(document.info.sha256)},
                         {u"pages"_s, document.info.pages()},
                         {u"kind"_s, core::names::of(document.kind)}}},
            {u"pages"_s, pages},
            {u"timing_ms"_s, QJsonObject{{u"text"_s, document.textMs}, {u"ocr"_s, document.ocrMs}}}};
}

} // namespace app
