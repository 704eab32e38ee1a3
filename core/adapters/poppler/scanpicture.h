// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/scans/makepicture.h"
#include "core/documents/pageddocument.h"

#include <QFile>

#include <map>
#include <Object.h>
#include <optional>
#include <string>

class PDFDoc;

namespace core {

// Decodes the pictures of scanned pages without Poppler. Whether their colours mean to Poppler what they mean here is
// looked at once for each way of colouring that a document uses.
class ScanPictures
{
public:
    ScanPictures(PDFDoc &document, const QString &file); // where the document was read from

    // The picture upright and of this size, which is not larger than its own. Null: draw the page with Poppler.
    [[nodiscard]] QImage draw(Object &picture, QSize size, const StopCheck &stop, const MakePicture &make);
    [[nodiscard]] static QSize sizeOf(const Object &picture);

private:
    [[nodiscard]] QImage drawJpeg(Object &picture, QSize size, const StopCheck &stop, const MakePicture &make);
    [[nodiscard]] QImage drawFax(Object &picture, QSize size, const StopCheck &stop, const MakePicture &make);
    [[nodiscard]] bool isKnown(const std::string &kind, const std::function<bool()> &check);

    PDFDoc &m_document;
    QFile m_file; // the document's
    std::map<std::string, bool> m_known; // whether colours of this kind are as they seem
};

} // namespace core
