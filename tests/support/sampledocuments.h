// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QStringList>

// The project's own documents, made afresh and always the same: names, companies and addresses in them are invented.
// Making one needs a QGuiApplication (offscreen will do) and the fonts of packaging/packages.txt.
namespace samples {

struct SampleDocument {
    QString name; // "invoice.pdf"
    QString title;
    int pages = 1;
    QString schema; // the shipped schema it goes with
    QJsonObject truth; // what it says, by that schema's field names; empty when nobody needs it
};

[[nodiscard]] const QList<SampleDocument> &all();

inline constexpr char passwordOfEncrypted[] = "lectern";

// Writes one of all() into the folder and returns its path.
[[nodiscard]] core::Result<QString> make(const QString &name, const QString &folder);

} // namespace samples
