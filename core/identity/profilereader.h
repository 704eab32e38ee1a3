// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>

namespace core {

// Reads members of known types from a JSON object; an absent member leaves what is there, and one of another type, null
// included, is wrong. Remembers the first that is, and what it has to be.
class ProfileReader
{
public:
    explicit ProfileReader(QJsonObject object, QString prefix = {});

    void read(QLatin1StringView member, QString &into);
    void read(QLatin1StringView member, bool &into);
    void read(QLatin1StringView member, QStringList &into);
    void readOneOrMore(QLatin1StringView member, QStringList &into); // an array of strings, or one string
    void read(QLatin1StringView member, QHash<QString, QString> &into);
    void read(QLatin1StringView member, QList<quint16> &into);
    void read(QLatin1StringView member, QUrl &into); // absolute, https or loopback
    void read(QLatin1StringView member, QJsonObject &into);

    [[nodiscard]] ProfileReader inside(QLatin1StringView member);
    void absorb(const ProfileReader &inner);
    void fail(QLatin1StringView member, QLatin1StringView what);
    void demand(QLatin1StringView member, bool present);

    [[nodiscard]] Result<> outcome() const;

private:
    QJsonObject m_object;
    QString m_prefix;
    QString m_problem;
};

// https anywhere, http on the loopback, a host, and neither user info nor fragment.
[[nodiscard]] bool isAcceptableUrl(const QUrl &url);

} // namespace core
