// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/picturecache.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double roundingPoints = 1; // regions are cut at whole pixels

// A new whole page makes every other picture of it needless; a new region only other regions, as the whole page stays
// below it while the next one is drawn.
bool isReplaced(const PictureKey &old, const PictureKey &by)
{
    return by.region.isEmpty() ? true : !old.region.isEmpty();
}

double distance(int page, const PageRange &inSight, int direction)
{
    if (page > inSight.last)
        return page - inSight.last + (direction < 0 ? 0.5 : 0);
    if (page < inSight.first)
        return inSight.first - page + (direction > 0 ? 0.5 : 0);
    return 0;
}

} // namespace

void PictureCache::insert(const PictureKey &key, const QImage &image)
{
    auto &pictures = m_pages[key.page];
    std::erase_if(pictures, [this, &key](const Picture &picture) {
        if (!isReplaced(picture.key, key))
            return false;
        m_bytes -= picture.image.sizeInBytes();
        return true;
    });
    pictures.push_back({key, image, false});
    m_bytes += image.sizeInBytes();
}

void PictureCache::evict(const PageRange &inSight, int direction)
{
    while (m_bytes > m_budget && !m_pages.empty()) {
        // Pages are kept in order, so the farthest is the first or the last.
        const auto first = m_pages.begin();
        const auto last = std::prev(m_pages.end());
        const auto victim =
            distance(first->first, inSight, direction) >= distance(last->first, inSight, direction) ? first : last;
        if (distance(victim->first, inSight, direction) <= 0)
            return;
        for (const Picture &picture : victim->second)
            m_bytes -= picture.image.sizeInBytes();
        m_pages.erase(victim);
    }
}

void PictureCache::outdate()
{
    for (auto &[page, pictures] : m_pages) {
        for (Picture &picture : pictures)
            picture.isOutdated = true;
    }
}

void PictureCache::clear()
{
    m_pages.clear();
    m_bytes = 0;
}

bool PictureCache::has(const PictureKey &key) const
{
    const auto found = m_pages.find(key.page);
    return found != m_pages.end()
        && std::any_of(found->second.begin(), found->second.end(),
                       [&key](const Picture &picture) { return picture.key == key && !picture.isOutdated; });
}

const Picture *PictureCache::region(int page, double dpi, int rotation, const QRectF &part) const
{
    const auto found = m_pages.find(page);
    if (found == m_pages.end())
        return nullptr;
    const QRectF needed = part.adjusted(roundingPoints, roundingPoints, -roundingPoints, -roundingPoints);
    for (const Picture &picture : found->second) {
        const PictureKey &key = picture.key;
        if (!picture.isOutdated && key.dpi == dpi && key.rotation == rotation && key.region.contains(needed))
            return &picture;
    }
    return nullptr;
}

const Picture *PictureCache::nearest(int page, double dpi, int rotation) const
{
    const auto found = m_pages.find(page);
    if (found == m_pages.end())
        return nullptr;
    const auto strangeness = [dpi, rotation](const Picture &picture) {
        constexpr double turned = 1000; // a turned picture is the last resort
        constexpr double outdated = 100;
        return std::abs(std::log(picture.key.dpi / dpi)) + (picture.key.rotation == rotation ? 0 : turned)
            + (picture.isOutdated ? outdated : 0);
    };
    const Picture *best = nullptr;
    for (const Picture &picture : found->second)
        if (picture.key.region.isEmpty() && (!best || strangeness(picture) < strangeness(*best)))
            best = &picture;
    return best;
}

} // namespace ui
