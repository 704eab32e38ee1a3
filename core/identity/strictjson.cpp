// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <vector>

namespace core {
namespace {

struct Level {
    bool isObject = false;
    bool nameComes = false;
    QSet<QString> names;
};

qsizetype closingQuote(const QByteArray &json, qsizetype opening)
{
    qsizetype at = opening + 1;
    while (at < json.size() && json.at(at) != '"')
        at += json.at(at) == '\\' ? 2 : 1;
    return at;
}

QString textOf(const QByteArray &quoted)
{
    if (!quoted.contains('\\'))
        return QString::fromUtf8(quoted.mid(1, quoted.size() - 2));
    return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
}

// False when the name was there already.
bool noteName(Level &level, const QByteArray &quoted)
{
    const QString name = textOf(quoted);
    if (level.names.contains(name))
        return false;
    level.names.insert(name);
    return true;
}

// The text has been parsed: braces match and strings end.
bool namesAreUnique(const QByteArray &json)
{
    std::vector<Level> levels;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json.at(at);
        if (c == '{' || c == '[') {
            levels.push_back({c == '{', c == '{', {}});
        } else if (levels.empty()) {
            continue;
        } else if (c == '}' || c == ']') {
            levels.pop_back();
        } else if (c == ',') {
            levels.back().nameComes = levels.back().isObject;
        } else if (c == ':') {
            levels.back().nameComes = false;
        } else if (c == '"') {
            const qsizetype end = closingQuote(json, at);
            if (levels.back().nameComes && !noteName(levels.back(), json.mid(at, end - at + 1)))
                return false;
            at = end;
        }
    }
    return true;
}

} // namespace

std::optional<QJsonObject> strictJsonObject(const QByteArray &json)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject() || !namesAreUnique(json))
        return std::nullopt;
    return document.object();
}

} // namespace core
