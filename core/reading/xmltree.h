// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace core {

// An XML element by its local name; namespaces differ between editions of one standard and say nothing here.
struct XmlElement {
    QString name;
    QString text;
    QHash<QString, QString> attributes;
    std::vector<XmlElement> children;

    // The first element at "A/B/C" below this one; null when there is none.
    [[nodiscard]] const XmlElement *at(const QString &path) const;
    [[nodiscard]] QString textAt(const QString &path) const;
    [[nodiscard]] std::vector<const XmlElement *> all(const QString &path) const;
};

// Nothing for what is not well formed, too large or deep, or brings a document type of its own: entities are how XML
// attacks its readers, and no e-invoice needs one.
[[nodiscard]] std::optional<XmlElement> parseXml(const QByteArray &data);

} // namespace core
