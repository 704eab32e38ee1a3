// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include <vector>

// Pages as scanners make them: one picture each.
struct ScanImage {
    QByteArray dictionary; // of its stream, without the outer brackets
    QByteArray data;
};

[[nodiscard]] ScanImage jpegScan(const QImage &picture, int quality); // DeviceGray or DeviceRGB
[[nodiscard]] ScanImage faxScan(const QImage &picture, bool blackIs1 = true); // CCITT group 4, DeviceGray

// A PDF of these pages, each picture as large as its page (points). `more` is added to each page's content, `entries`
// to each page's dictionary.
[[nodiscard]] QByteArray scanPdf(const std::vector<ScanImage> &pages, QSizeF size, const QByteArray &more = {},
                                 const QByteArray &entries = {});
