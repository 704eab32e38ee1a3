// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace core {

// lectern.provider-template/1: a provider profile with holes, for "connect your organisation".
struct ProfileTemplate {
    struct Placeholder {
        QString name;
        QString title;
        QString example;
    };
    QString id;
    QString title;
    QString notes;
    std::vector<Placeholder> placeholders;
    QByteArray profile; // a lectern.provider/1 with {name} where a value belongs
};

[[nodiscard]] Result<ProfileTemplate> parseProfileTemplate(const QByteArray &json);

// The profile with every hole filled. InvalidInput names a placeholder that has no value or an unusable one.
[[nodiscard]] Result<QByteArray> fillTemplate(const ProfileTemplate &blank, const QHash<QString, QString> &values);

} // namespace core
