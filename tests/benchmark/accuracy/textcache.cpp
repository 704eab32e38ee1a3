// SPDX-License-Identifier: GPL-3.0-or-later
#include "textcache.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace accuracy {

namespace {

QJsonArray boxed(const QRectF &box)
{
    return {box.left(), box.top(), box.right(), box.bottom()};
}

QRectF boxOf(const QJsonArray &corners)
{
    return {QPointF(corners[0].toDouble(), corners[1].toDouble()),
            QPointF(corners[2].toDouble(), corners[3].toDouble())};
}

core::PageText pageOf(const QJsonObject &json)
{
    core::PageText page;
    page.page = json["page"_L1].toInt(1);
    page.size = {json["w"_L1].toDouble(), json["h"_L1].toDouble()};
    page.source = static_cast<core::TextSource>(json["source"_L1].toInt());
    for (const QJsonValue &each : json["words"_L1].toArray()) {
        const QJsonArray w = each.toArray();
        page.words.push_back({w[0].toString(), boxOf({w[1], w[2], w[3], w[4]}), w[5].toDouble(), w[6].toInt(),
                              w[7].toInt(), w[8].toBool()});
    }
    return page;
}

QJsonObject jsonOf(const core::PageText &page)
{
    QJsonArray words;
    for (const core::Word &w : page.words) {
        words.append(QJsonArray{w.text, w.box.left(), w.box.top(), w.box.right(), w.box.bottom(), w.certainty, w.line,
                                w.block, w.spaceAfter});
    }
    return {{"page"_L1, page.page},
            {"w"_L1, page.size.width()},
            {"h"_L1, page.size.height()},
            {"source"_L1, static_cast<int>(page.source)},
            {"words"_L1, words}};
}

} // namespace

std::optional<core::DocumentText> loadText(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    core::DocumentText text;
    text.kind = static_cast<core::DocumentKind>(json["kind"_L1].toInt());
    for (const QJsonValue &page : json["pages"_L1].toArray())
        text.pages.push_back(pageOf(page.toObject()));
    for (const QJsonValue &each : json["form"_L1].toArray()) {
        const QJsonObject form = each.toObject();
        text.formValues.push_back({form["name"_L1].toString(),
                                   form["label"_L1].toString(),
                                   form["value"_L1].toString(),
                                   {form["page"_L1].toInt(1), boxOf(form["box"_L1].toArray()),
                                    form["value"_L1].toString(), core::TextSource::FormField}});
    }
    for (const QJsonValue &each : json["attachments"_L1].toArray()) {
        const QJsonObject one = each.toObject();
        text.attachments.push_back({one["name"_L1].toString(), one["mime"_L1].toString(),
                                    QByteArray::fromBase64(one["data"_L1].toString().toLatin1())});
    }
    return text;
}

void saveText(const QString &name, const core::DocumentText &text)
{
    QJsonArray pages, forms, attachments;
    for (const core::PageText &page : text.pages)
        pages.append(jsonOf(page));
    for (const core::FormValue &form : text.formValues) {
        forms.append(QJsonObject{{"name"_L1, form.name},
                                 {"label"_L1, form.label},
                                 {"value"_L1, form.value},
                                 {"page"_L1, form.place.page},
                                 {"box"_L1, boxed(form.place.box)}});
    }
    for (const core::Attachment &one : text.attachments) {
        attachments.append(QJsonObject{
            {"name"_L1, one.name}, {"mime"_L1, one.mimeType}, {"data"_L1, QString::fromLatin1(one.data.toBase64())}});
    }
    QFile file(name);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(QJsonObject{{"kind"_L1, static_cast<int>(text.kind)},
                                             {"pages"_L1, pages},
                                             {"form"_L1, forms},
                                             {"attachments"_L1, attachments}})
                       .toJson(QJsonDocument::Compact));
    }
}

} // namespace accuracy
