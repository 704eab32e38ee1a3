// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/profiletemplate.h"

#include "core/identity/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// Values go into parsed strings, never into JSON text: a quotation mark in one cannot become another member.
QJsonValue filled(const QJsonValue &value, const QHash<QString, QString> &values)
{
    if (value.isString()) {
        QString text = value.toString();
        for (auto it = values.constBegin(); it != values.constEnd(); ++it)
            text.replace(u'{' + it.key() + u'}', it.value());
        return text;
    }
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &item : value.toArray())
            array += filled(item, values);
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        *it = filled(*it, values);
    return object;
}

} // namespace

Result<ProfileTemplate> parseProfileTemplate(const QByteArray &json)
{
    const auto object = strictJsonObject(json);
    if (!object || object->value("format"_L1).toString() != "lectern.provider-template/1"_L1)
        return fail(ErrorCode::InvalidInput, u"format: not lectern.provider-template/1"_s);
    ProfileTemplate blank;
    blank.id = object->value("id"_L1).toString();
    blank.title = object->value("title"_L1).toString();
    blank.notes = object->value("notes"_L1).toString();
    const QJsonObject placeholders = object->value("placeholders"_L1).toObject();
    for (auto it = placeholders.constBegin(); it != placeholders.constEnd(); ++it) {
        const QJsonObject about = it->toObject();
        blank.placeholders.push_back(
            {it.key(), about.value("title"_L1).toString(), about.value("example"_L1).toString()});
    }
    blank.profile = QJsonDocument(object->value("profile"_L1).toObject()).toJson(QJsonDocument::Compact);
    return blank;
}

Result<QByteArray> fillTemplate(const ProfileTemplate &blank, const QHash<QString, QString> &values)
{
    QHash<QString, QString> used;
    for (const ProfileTemplate::Placeholder &placeholder : blank.placeholders) {
        const QString value = values.value(placeholder.name).trimmed();
        if (value.isEmpty() || value.contains(u'{'))
            return fail(ErrorCode::InvalidInput, placeholder.name + ": missing or unusable"_L1);
        used.insert(placeholder.name, value);
    }
    const QJsonObject profile = QJsonDocument::fromJson(blank.profile).object();
    return QJsonDocument(filled(profile, used).toObject()).toJson();
}

} // namespace core
