// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/tifffile.h"

#include "core/adapters/pictures/leptonicaimage.h"

#include <leptonica/allheaders.h>

namespace core {
namespace {

constexpr int mostPages = 5000;

} // namespace

bool TiffFile::open(const QString &path)
{
    setMsgSeverity(L_SEVERITY_NONE);
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly))
        return false;
    m_data = m_file.map(0, m_file.size());
    if (!m_data)
        return false;
    const auto size = static_cast<size_t>(m_file.size());
    for (int index = 0; index < mostPages; ++index) {
        l_int32 width = 0;
        l_int32 height = 0;
        l_int32 resolution = 0;
        if (readHeaderMemTiff(m_data, size, index, &width, &height, nullptr, nullptr, &resolution, nullptr, nullptr)
            || width <= 0 || height <= 0)
            break;
        m_pages.push_back({QSize(width, height), QSizeF(resolution, resolution)});
    }
    // Only the picture itself knows how its orientation tag turns it, and whether its resolutions differ.
    if (m_pages.size() == 1) {
        if (const PixPointer pix(pixReadMemTiff(m_data, size, 0)); pix)
            m_pages[0] = {QSize(pixGetWidth(pix.get()), pixGetHeight(pix.get())),
                          QSizeF(pixGetXRes(pix.get()), pixGetYRes(pix.get()))};
    }
    return !m_pages.empty();
}

QImage TiffFile::read(int index) const
{
    const PixPointer pix(pixReadMemTiff(m_data, static_cast<size_t>(m_file.size()), index));
    return imageOf(pix);
}

} // namespace core
