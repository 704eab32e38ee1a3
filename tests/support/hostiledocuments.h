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

// PDFs with pictures that are small in the file and, unpacked, larger than any memory.
[[nodiscard]] std::vector<HostileDocument> pictureBombs();

[[nodiscard]] QByteArray pdfWithPages(int count); // each says "Page N"
[[nodiscard]] QByteArray pdfWithCyclicPageTree();
[[nodiscard]] QByteArray pdfThatTakesForever(); // to draw
