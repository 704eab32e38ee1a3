// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/tifffile.h"

#include "core/adapters/pictures/leptonicaimage.h"
#include "core/adapters/pictures/tiffcheck.h"
#include "core/adapters/pictures/tiffreader.h"

#include <leptonica/allheaders.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr int mostPages = 5000;

} // namespace

Result<> TiffFile::open(const QString &path)
{
    setMsgSeverity(L_SEVERITY_NONE);
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BrokenDocument, m_file.errorString());
    m_data = m_file.map(0, m_file.size());
    if (!m_data)
        return fail(ErrorCode::BrokenDocument, m_file.errorString());
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
        if (const auto special = sizeOfSpecialTiff({m_data, size}, 0))
            m_pages[0] = *special;
        else if (const PixPointer pix(pixReadMemTiff(m_data, size, 0)); pix)
            m_pages[0] = {QSize(pixGetWidth(pix.get()), pixGetHeight(pix.get())),
                          QSizeF(pixGetXRes(pix.get()), pixGetYRes(pix.get()))};
    }
    const auto found = static_cast<int>(m_pages.size());
    if (found > 0 && found < mostPages && namesAnotherAfter({m_data, size}, found - 1))
        m_pages.push_back(m_pages.back()); // can't be read: it says that something is missing
    if (m_pages.empty())
        return fail(isTiff({m_data, size}) ? ErrorCode::NotADocument : ErrorCode::BrokenDocument,
                    u"not a TIFF that can be read"_s);
    return {};
}

Result<QImage> TiffFile::read(int index)
{
    const TiffData data{m_data, static_cast<size_t>(m_file.size())};
    if (!m_whole.contains(index)) { // it decodes all of it, so once is enough
        if (const auto checked = checkTiff(data, index); !checked)
            return tl::make_unexpected(checked.error());
        m_whole.insert(index);
    }
    if (!sizeOfSpecialTiff(data, index)) {
        const PixPointer pix(pixReadMemTiff(data.bytes, data.size, index));
        if (QImage image = imageOf(pix); !image.isNull())
            return image;
    }
    return readTiff(data, index);
}

} // namespace core
