// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

// Files that try a reader's patience, made by hand.
struct HostileDocument {
    QString name;
    QByteArray bytes;
};

[[nodiscard]] std::vector<HostileDocument> hostileDocuments();

[[nodiscard]] QByteArray pdfWithPages(int count); // each says "Page N"
[[nodiscard]] QByteArray pdfWithCyclicPageTree();
[[nodiscard]] QByteArray pdfThatTakesForever(); // to draw
