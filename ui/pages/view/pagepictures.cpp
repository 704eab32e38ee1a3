// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pagepictures.h"

#include "core/base/logging.h"

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 leastBudget = 48LL << 20;
constexpr qint64 pageBudget = 96LL << 20;
constexpr qint64 worthKeeping = 16; // pages: those farther away are drawn again before anybody gets there

} // namespace

PagePictures::PagePictures(core::PageSource &pages, QObject *parent)
    : QObject(parent)
    , m_queue(pages)
    , m_cache(pageBudget)
{
    connect(&m_queue, &RenderQueue::drawn, this, &PagePictures::keep);
    connect(&m_queue, &RenderQueue::failed, this, &PagePictures::fail);
    connect(&m_thumbnails, &ThumbnailStore::arrived, this, &PagePictures::thumbnailChanged);
}

void PagePictures::setDocument(core::DocumentHandle document)
{
    m_document = document;
    m_queue.setDocument(document);
    m_cache.clear();
    m_pageJobs.clear();
    m_thumbnailJobs.clear();
    m_failures.clear();
    m_noThumbnail.clear();
    emit failuresChanged();
}

void PagePictures::setLayers(const core::LayerStates &layers)
{
    m_queue.setLayers(layers);
    m_cache.outdate();
    m_thumbnails.setAltered(!layers.isEmpty());
    m_pageJobs.clear();
    m_failures.clear();
    m_noThumbnail.clear();
    emit failuresChanged();
}

void PagePictures::plan(const PageLayout &layout, const RenderSituation &situation)
{
    m_inSight = layout.pagesBetween(situation.viewport.top(), situation.viewport.bottom());
    m_direction = situation.direction;
    const QSize page = layout.pageRect(std::max(1, m_inSight.first)).size();
    m_cache.setBudget(std::clamp(worthKeeping * 4 * page.width() * page.height(), leastBudget, pageBudget));
    m_pageJobs = planRendering(layout, situation, m_cache);
    std::erase_if(m_pageJobs, [this](const RenderJob &job) { return m_failures.contains(job.key.page); });
    submit();
}

void PagePictures::wantThumbnails(const std::vector<RenderJob> &jobs)
{
    m_thumbnailJobs = jobs;
    submit();
}

void PagePictures::submit()
{
    std::vector<RenderJob> wanted = m_pageJobs;
    for (const RenderJob &job : m_thumbnailJobs) {
        const int page = job.key.page;
        // A page that is drawn anyway gives its thumbnail for less than drawing it again.
        const bool comes = std::any_of(m_pageJobs.begin(), m_pageJobs.end(),
                                       [page](const RenderJob &other) { return other.key.page == page; });
        if (!comes && !m_thumbnails.has(page) && !m_noThumbnail.contains(page) && !m_failures.contains(page))
            wanted.push_back(job);
    }
    m_queue.replace(wanted);
}

void PagePictures::keep(const RenderJob &job, const QImage &image)
{
    if (job.urgency == Urgency::Thumbnail) {
        m_thumbnails.add(job.key.page, image);
        return;
    }
    std::erase(m_pageJobs, job);
    m_cache.insert(
        job.key,
        image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32));
    m_cache.evict(m_inSight, m_direction);
    if (job.key.region.isEmpty() && !m_thumbnails.has(job.key.page))
        m_thumbnails.add(job.key.page, image, job.key.rotation);
    emit changed(job.key.page);
}

void PagePictures::fail(const RenderJob &job, const core::Error &error)
{
    const int page = job.key.page;
    qCInfo(lcUi) << "page" << page << "of document" << m_document << "was not drawn:" << static_cast<int>(error.code);
    if (job.urgency == Urgency::Thumbnail) {
        m_noThumbnail.insert(page);
        return;
    }
    std::erase(m_pageJobs, job);
    m_failures.insert_or_assign(page, error);
    emit changed(page);
    emit failuresChanged();
}

void PagePictures::retry(int page)
{
    m_failures.erase(page);
    m_noThumbnail.erase(page);
    emit changed(page);
    emit failuresChanged();
}

std::optional<core::Error> PagePictures::failure(int page) const
{
    const auto found = m_failures.find(page);
    return found == m_failures.end() ? std::nullopt : std::optional(found->second);
}

} // namespace ui
