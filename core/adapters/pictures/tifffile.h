// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>
#include <QImage>

#include <set>
#include <vector>

namespace core {

struct PictureSize {
    QSize pixels; // as shown
    QSizeF dpi; // pixels an inch; empty where the file names none
};

// The pages of a TIFF file. (Qt's own reader is a plugin that may not be there.)
class TiffFile
{
public:
    // Errors: BrokenDocument: it is no TIFF file; NotADocument: a kind of TIFF that is not read.
    [[nodiscard]] Result<> open(const QString &path);
    [[nodiscard]] const std::vector<PictureSize> &pages() const { return m_pages; }
    // Format_RGB32. Errors: BrokenDocument: not all of it can be decoded; LimitReached; NotADocument: a kind of TIFF
    // that is not read. The other pages stay readable.
    [[nodiscard]] Result<QImage> read(int index);

private:
    QFile m_file;
    const uchar *m_data = nullptr;
    std::vector<PictureSize> m_pages;
    std::set<int> m_whole; // indexes of pages that were checked
};

} // namespace core
