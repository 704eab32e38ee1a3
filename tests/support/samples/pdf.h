// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QRectF>
#include <QString>

#include <vector>

// What QPdfWriter can't do, with qpdf. Errors are qpdf's exceptions.
namespace samples {

// The same bytes for the same content: a fixed date, an identifier made from the content.
[[nodiscard]] QByteArray settled(const QByteArray &pdf);
[[nodiscard]] QByteArray withInvoiceXml(const QByteArray &pdf, const QByteArray &xml, const QByteArray &metadata);
[[nodiscard]] QByteArray encrypted(const QByteArray &pdf, const QByteArray &password); // AES-256
[[nodiscard]] QByteArray joined(const QList<QByteArray> &pdfs);
[[nodiscard]] QByteArray scanned(const QList<QImage> &pages, int quality, QSizeF size); // pictures only

struct FormField {
    QString name;
    QString label;
    QRectF rect; // points from the top left
    QString value;
    bool check = false; // a box to tick; ticked when value is not empty
};
[[nodiscard]] QByteArray withForm(const QByteArray &pdf, const std::vector<FormField> &fields);

} // namespace samples
