// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scans.h"

#include "tests/support/pdfbytes.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryFile>

#include <tiffio.h>

namespace {

QByteArray sizeOf(const QImage &picture)
{
    return "/Type /XObject /Subtype /Image /Width " + QByteArray::number(picture.width()) + " /Height "
        + QByteArray::number(picture.height());
}

// Rows of bits, of which 1 is black.
QByteArray blackBits(const QImage &mono, int row)
{
    QByteArray bits(reinterpret_cast<const char *>(mono.constScanLine(row)), (mono.width() + 7) / 8);
    if (qGray(mono.color(0)) < 128) {
        for (char &byte : bits)
            byte = static_cast<char>(~byte);
    }
    return bits;
}

} // namespace

ScanImage jpegScan(const QImage &picture, int quality)
{
    ScanImage scan;
    QBuffer buffer(&scan.data);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPEG", quality);
    const QByteArray space = picture.format() == QImage::Format_Grayscale8 ? "/DeviceGray" : "/DeviceRGB";
    scan.dictionary = sizeOf(picture) + " /BitsPerComponent 8 /Filter /DCTDecode /ColorSpace " + space;
    return scan;
}

ScanImage faxScan(const QImage &picture, bool blackIs1)
{
    const QImage mono =
        picture.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
    QTemporaryFile file;
    ScanImage scan;
    if (!file.open())
        return scan;
    const QByteArray name = QFile::encodeName(file.fileName());
    TIFF *tiff = TIFFOpen(name.constData(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, mono.width());
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, mono.height());
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, mono.height());
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff, TIFFTAG_FILLORDER, FILLORDER_MSB2LSB);
    for (int row = 0; row < mono.height(); ++row) {
        QByteArray bits = blackBits(mono, row);
        TIFFWriteScanline(tiff, bits.data(), static_cast<uint32_t>(row), 0);
    }
    TIFFClose(tiff);
    tiff = TIFFOpen(name.constData(), "r");
    scan.data.resize(static_cast<qsizetype>(TIFFRawStripSize64(tiff, 0)));
    TIFFReadRawStrip(tiff, 0, scan.data.data(), scan.data.size());
    TIFFClose(tiff);
    // To the colour space 1 is white, whatever comes out of the decoder.
    scan.dictionary = sizeOf(mono) + " /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode";
    if (blackIs1)
        scan.dictionary += " /Decode [1 0]";
    scan.dictionary += " /DecodeParms << /K -1 /Columns " + QByteArray::number(mono.width()) + " /Rows "
        + QByteArray::number(mono.height()) + (blackIs1 ? " /BlackIs1 true" : "") + " >>";
    return scan;
}

QByteArray scanPdf(const std::vector<ScanImage> &pages, QSizeF size, const QByteArray &more, const QByteArray &entries)
{
    const QByteArray width = QByteArray::number(size.width());
    const QByteArray height = QByteArray::number(size.height());
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    QByteArray kids;
    for (size_t page = 0; page < pages.size(); ++page)
        kids += QByteArray::number(static_cast<qulonglong>(5 + 3 * page)) + " 0 R ";
    pdf.add("<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(static_cast<qulonglong>(pages.size()))
            + " >>");
    for (const ScanImage &scan : pages) {
        const int image = pdf.addStream(scan.dictionary, scan.data);
        const int content = pdf.addStream({}, "q " + width + " 0 0 " + height + " 0 0 cm /Im0 Do Q " + more);
        pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + width + ' ' + height
                + "] /Resources << /XObject << /Im0 " + QByteArray::number(image)
                + " 0 R >> /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Contents "
                + QByteArray::number(content) + " 0 R " + entries + " >>");
    }
    return pdf.bytes();
}
