// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/issuedcertificate.h"
#include "tests/support/pdfbytes.h"

#include <openssl/pkcs7.h>

// A PDF of one page that Ann signed, as ISO 32000-1, 12.8 says: adbe.pkcs7.detached over all of it but the signature.
inline QByteArray signedPdf(const Issued &ann, const QByteArray &content = "0 0 10 10 re f")
{
    constexpr qsizetype room = 8192; // hexadecimal digits of the signature
    const QByteArray rangeRoom = "[0 1111111111 2222222222 3333333333]";
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Annots [6 0 R] >>");
    pdf.add("<< >>");
    pdf.addStream({}, content);
    pdf.add("<< /Type /Annot /Subtype /Widget /FT /Sig /T (signature) /Rect [0 0 0 0] /P 3 0 R /V 7 0 R >>");
    pdf.add("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Reason (I agree) /Location (Bonn) "
            "/M (D:20240507120000Z) /ByteRange " + rangeRoom + " /Contents <" + QByteArray(room, '0') + "> >>");
    QByteArray bytes = pdf.bytes();
    const qsizetype before = bytes.indexOf("/Contents <0") + qsizetype(sizeof "/Contents ") - 1;
    const qsizetype after = before + room + 2;
    QByteArray range = "[0 " + QByteArray::number(before) + ' ' + QByteArray::number(after) + ' '
        + QByteArray::number(bytes.size() - after);
    range = range.leftJustified(rangeRoom.size() - 1, ' ') + ']';
    bytes.replace(bytes.indexOf(rangeRoom), rangeRoom.size(), range);

    const QByteArray covered = bytes.first(before) + bytes.sliced(after);
    const std::unique_ptr<BIO, core::OpenSslFree<BIO_vfree>> input(
        BIO_new_mem_buf(covered.constData(), static_cast<int>(covered.size())));
    const std::unique_ptr<PKCS7, core::OpenSslFree<PKCS7_free>> made(
        PKCS7_sign(ann.certificate.get(), ann.key.get(), nullptr, input.get(), PKCS7_DETACHED | PKCS7_BINARY));
    unsigned char *encoded = nullptr;
    const int size = i2d_PKCS7(made.get(), &encoded);
    const QByteArray hex = QByteArray(reinterpret_cast<const char *>(encoded), size).toHex();
    OPENSSL_free(encoded);
    return bytes.replace(before + 1, hex.size(), hex);
}
