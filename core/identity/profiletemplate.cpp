// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/profiletemplate.h"

#include "core/identity/strictjson.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype largestTemplate = 256 * 1024;

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
    return fillHoles(value.toObject(), values);
}

QString wordsIn(const QJsonObject &object, const QString &member, const QString &language)
{
    const QString own = object.value(member + u'_' + language).toString();
    return own.isEmpty() ? object.value(member).toString() : own;
}

} // namespace

QJsonObject fillHoles(const QJsonObject &object, const QHash<QString, QString> &values)
{
    QJsonObject whole = object;
    for (auto it = whole.begin(); it != whole.end(); ++it)
        *it = filled(*it, values);
    return whole;
}

Result<ProfileTemplate> parseProfileTemplate(const QByteArray &json, const QString &language)
{
    const auto object = json.size() <= largestTemplate ? strictJsonObject(json) : std::nullopt;
    if (!object || object->value("format"_L1).toString() != "lectern.provider-template/1"_L1)
        return fail(ErrorCode::InvalidInput, u"format: not lectern.provider-template/1"_s);
    ProfileTemplate blank;
    blank.id = object->value("id"_L1).toString();
    blank.title = wordsIn(*object, u"title"_s, language);
    blank.notes = wordsIn(*object, u"notes"_s, language);
    for (const auto &host : object->value("hosts"_L1).toArray())
        blank.hosts += host.toString();
    const QJsonObject placeholders = object->value("placeholders"_L1).toObject();
    for (auto it = placeholders.constBegin(); it != placeholders.constEnd(); ++it) {
        const QJsonObject about = it->toObject();
        blank.placeholders.push_back(
            {it.key(), wordsIn(about, u"title"_s, language), about.value("example"_L1).toString()});
    }
    blank.profile = QJsonDocument(object->value("profile"_L1).toObject()).toJson(QJsonDocument::Compact);
    return blank;
}

std::vector<ProfileTemplate> loadProfileTemplates(const QString &folder, const QString &language)
{
    std::vector<ProfileTemplate> templates;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (auto blank = parseProfileTemplate(file.read(largestTemplate + 1), language))
            templates.push_back(*std::move(blank));
    }
    const auto order = [](const ProfileTemplate &one) { return std::pair(one.id == "generic"_L1, one.title); };
    std::ranges::sort(templates, {}, order);
    return templates;
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
    return QJsonDocument(fillHoles(QJsonDocument::fromJson(blank.profile).object(), used)).toJson();
}

} // namespace core
