// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QImage>

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
    [[nodiscard]] bool open(const QString &path);
    [[nodiscard]] const std::vector<PictureSize> &pages() const { return m_pages; }
    [[nodiscard]] QImage read(int index) const; // null when broken

private:
    QFile m_file;
    const uchar *m_data = nullptr;
    std::vector<PictureSize> m_pages;
};

} // namespace core
