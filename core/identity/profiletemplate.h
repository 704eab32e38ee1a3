// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

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
    QStringList hosts; // of the providers it is for: "accounts.google.com", "*.auth0.com"; empty: not told by the host
    std::vector<Placeholder> placeholders; // by name
    QByteArray profile; // a lectern.provider/1 with {name} where a value belongs
};

// `language`: ISO 639-1; words in it are taken where the template has them ("title_de"), else the English ones.
[[nodiscard]] Result<ProfileTemplate> parseProfileTemplate(const QByteArray &json, const QString &language = {});

// Every template of a folder, by title; the one that fits any provider ("generic") comes last. What can't be read is
// left out: the shipped ones are tested.
[[nodiscard]] std::vector<ProfileTemplate> loadProfileTemplates(const QString &folder, const QString &language = {});

// The profile with every hole filled. InvalidInput names a placeholder that has no value or an unusable one.
[[nodiscard]] Result<QByteArray> fillTemplate(const ProfileTemplate &blank, const QHash<QString, QString> &values);

// `{name}` replaced in every string of the object. Values go into parsed strings, never into JSON text: a quotation
// mark in one cannot become another member.
[[nodiscard]] QJsonObject fillHoles(const QJsonObject &object, const QHash<QString, QString> &values);

} // namespace core
