// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pictures/leptonicaimage.h"
#include "core/base/result.h"
#include "core/documents/geometry.h"
#include "core/documents/pageddocument.h"

#include <QStringList>

#include <memory>

namespace tesseract {
class TessBaseAPI;
} // namespace tesseract

namespace core {

// How what is on a picture is arranged.
enum class ScanLayout {
    Page, // columns, blocks, tables
    Strip, // lines from edge to edge, as on a till receipt
};

// Tesseract. Loads its languages when it is first asked, and keeps them.
class OcrEngine
{
public:
    // Tesseract's codes; empty: English and German.
    explicit OcrEngine(QStringList languages = {});
    ~OcrEngine();
    OcrEngine(const OcrEngine &) = delete;
    OcrEngine &operator=(const OcrEngine &) = delete;

    // Words in the picture's pixels. Errors: NotFound (no language is installed), Cancelled, Internal.
    [[nodiscard]] Result<std::vector<Word>> read(const PixPointer &pix, ScanLayout layout, const StopCheck &stop);

    // By how much, clockwise, the picture must be turned to stand upright: 0, 90, 180, 270. 0 when it cannot be told.
    [[nodiscard]] int uprightTurn(const PixPointer &pix);

    [[nodiscard]] static QStringList installedLanguages();

private:
    [[nodiscard]] bool load();

    QStringList m_languages;
    std::unique_ptr<tesseract::TessBaseAPI> m_reader;
    std::unique_ptr<tesseract::TessBaseAPI> m_orientation;
};

} // namespace core
