// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/claims.h"

#include <QJsonArray>

namespace core {

namespace {

QJsonValue claimWithin(const QJsonValue &value, const QString &path)
{
    if (!value.isArray())
        return claimAt(value.toObject(), path);
    QJsonArray found;
    const QJsonArray elements = value.toArray();
    for (const auto &element : elements) {
        if (const QJsonValue inner = claimAt(element.toObject(), path); !inner.isUndefined())
            found += inner;
    }
    return found.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(found);
}

} // namespace

QJsonValue claimAt(const QJsonObject &claims, const QString &path)
{
    for (qsizetype end = path.size(); end > 0; end = path.lastIndexOf(u'.', end - 1)) {
        const QJsonValue value = claims.value(path.left(end));
        if (value.isUndefined())
            continue;
        if (end == path.size())
            return value;
        const QJsonValue inner = claimWithin(value, path.mid(end + 1));
        if (!inner.isUndefined())
            return inner;
    }
    return QJsonValue(QJsonValue::Undefined);
}

QStringList wordsOf(const QJsonValue &claim)
{
    if (claim.isString())
        return claim.toString().simplified().split(u' ', Qt::SkipEmptyParts);
    if (claim.isObject())
        return claim.toObject().keys();
    QStringList words;
    for (const auto &value : claim.toArray()) {
        if (value.isString())
            words += value.toString();
    }
    return words;
}

} // namespace core
