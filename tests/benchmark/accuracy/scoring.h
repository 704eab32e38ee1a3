// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QJsonObject>

namespace accuracy {

// One field of one set, and how it did.
struct Score {
    QString set;
    QString field;
    int right = 0;
    int wrong = 0; // a value was given, another one is true
    int missing = 0;
    double baseline = -1; // of untuned regular expressions; below 0: none was measured
};

// Equal after normalisation: numbers by value, dates by day, texts by letters and digits.
[[nodiscard]] bool agrees(const QString &read, const QString &truth, core::ValueType type);

// The true value of a field in a truth record; empty when it has none or it is not on the page.
[[nodiscard]] QString trueValue(const QJsonObject &truth, const QString &field);

// What regular expressions over pdftotext and Tesseract reach; below 0 where nobody measured.
[[nodiscard]] double baselineOf(const QString &set, const QString &field);

} // namespace accuracy
