// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pdfbytes.h"

int PdfBytes::add(const QByteArray &body)
{
    m_objects.push_back(body);
    return static_cast<int>(m_objects.size());
}

int PdfBytes::addStream(const QByteArray &dictionary, const QByteArray &content)
{
    return add("<< " + dictionary + " /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content
               + "\nendstream");
}

QByteArray PdfBytes::bytes() const
{
    QByteArray file = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    QByteArray table = "0000000000 65535 f \n";
    for (size_t i = 0; i < m_objects.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + m_objects[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(m_objects.size() + 1);
    const QByteArray start = QByteArray::number(file.size());
    return file + "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count + " /Root 1 0 R " + m_trailer
        + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

QByteArray PdfBytes::onePage(const QByteArray &content, const QByteArray &pageEntries)
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R " + pageEntries
            + " /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>");
    pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    pdf.addStream({}, content);
    return pdf.bytes();
}
