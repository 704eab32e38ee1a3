// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

// Writes PDF files by hand: objects as given, a correct cross-reference table and trailer around them. Object 1 is the
// catalog.
class PdfBytes
{
public:
    // The body between "obj" and "endobj"; its number is the answer.
    int add(const QByteArray &body);
    int addStream(const QByteArray &dictionary, const QByteArray &content);
    void setTrailer(const QByteArray &entries) { m_trailer = entries; }
    [[nodiscard]] QByteArray bytes() const;

    // One page with this content and these page entries, Helvetica as /F1.
    [[nodiscard]] static QByteArray onePage(const QByteArray &content,
                                            const QByteArray &pageEntries = "/MediaBox [0 0 612 792]");

private:
    std::vector<QByteArray> m_objects;
    QByteArray m_trailer;
};
