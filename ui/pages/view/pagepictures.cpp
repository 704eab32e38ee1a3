// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pagepictures.h"

#include "core/base/logging.h"
#include "ui/pages/view/papercolour.h"

#include <algorithm>
#include <iterator>

namespace ui {

namespace {

constexpr qint64 leastBudget = 48LL << 20;
constexpr qint64 pageBudget = 96LL << 20;
constexpr qint64 worthKeeping = 16; // pages: those farther away are drawn again before anybody gets there
constexpr qint64 thumbnailBudget = 24LL << 20;
constexpr std::chrono::seconds skimmingTime{60}; // for one document: some pages take a second each
constexpr std::size_t skimmedAtOnce = 32; // more are asked for when there are few left
constexpr std::size_t fewToSkim = 8;
constexpr int alwaysSkimmed = 4; // pages
constexpr std::chrono::milliseconds flyingBy{100}; // what is in sight for less is not worth drawing in a hurry
constexpr int rest = 60; // milliseconds

} // namespace

PagePictures::PagePictures(core::PageSource &pages, const core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_queue(pages, clock)
    , m_cache(pageBudget)
{
    m_restTimer.setSingleShot(true);
    m_restTimer.setInterval(rest);
    connect(&m_restTimer, &QTimer::timeout, this, &PagePictures::slowDown);
    connect(&m_queue, &RenderQueue::drawn, this, &PagePictures::keep);
    connect(&m_queue, &RenderQueue::failed, this, &PagePictures::fail);
    connect(&m_thumbnails, &ThumbnailStore::arrived, this, &PagePictures::thumbnailChanged);
}

const core::Clock &PagePictures::systemClock()
{
    static const core::SystemClock clock;
    return clock;
}

void PagePictures::setDocument(core::DocumentHandle document)
{
    m_document = document;
    m_queue.setDocument(document);
    m_cache.clear();
    m_layout = nullptr;
    m_paper = Qt::white;
    m_inSight = {};
    m_inSightSince.clear();
    m_isLate = false;
    m_pageJobs.clear();
    m_first.reset();
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
    const PageRange inSight = layout.pagesBetween(situation.viewport.top(), situation.viewport.bottom());
    const bool wasLate = isLate(inSight);
    m_layout = &layout;
    m_inSight = inSight;
    m_direction = situation.direction;
    std::erase_if(m_inSightSince, [&inSight](const auto &seen) { return !inSight.contains(seen.first); });
    for (int shown = inSight.first; shown <= inSight.last; ++shown)
        m_inSightSince.emplace(shown, m_clock.steady());
    const QSize page = layout.pageRect(std::max(1, m_inSight.first)).size();
    m_cache.setBudget(std::clamp(worthKeeping * 4 * page.width() * page.height(), leastBudget, pageBudget));
    m_pageJobs = planRendering(layout, situation, m_cache);
    std::erase_if(m_pageJobs, [this](const RenderJob &job) { return m_failures.contains(job.key.page); });
    m_isLate = wasLate && isInSightWanted();
    if (m_isLate)
        m_restTimer.start();
    submit();
}

// Whether the reader is faster than the pages: what was in sight is no more and has not been drawn. It stays so until
// all that is in sight has been.
bool PagePictures::isLate(const PageRange &inSight) const
{
    return m_isLate || std::any_of(m_pageJobs.begin(), m_pageJobs.end(), [&inSight](const RenderJob &job) {
               return job.urgency == Urgency::Visible && !inSight.contains(job.key.page);
           });
}

void PagePictures::slowDown()
{
    m_isLate = false;
    submit();
}

bool PagePictures::isInSightWanted() const
{
    return !m_pageJobs.empty() && m_pageJobs.front().urgency == Urgency::Visible;
}

void PagePictures::wantFirst(const PictureKey &key)
{
    m_first = RenderJob{key};
}

void PagePictures::wantThumbnails(const std::vector<RenderJob> &jobs)
{
    m_thumbnailJobs = jobs;
    submit();
}

void PagePictures::submit()
{
    std::vector<RenderJob> wanted;
    if (m_first && std::ranges::find(m_pageJobs, *m_first) == m_pageJobs.end())
        wanted.push_back(*m_first);
    if (m_isLate) {
        addThumbnails(wanted);
        std::copy_if(m_pageJobs.begin(), m_pageJobs.end(), std::back_inserter(wanted),
                     [this](const RenderJob &job) { return staysInSight(job.key.page); });
        addSkim(wanted, Urgency::Ahead);
    }
    std::copy_if(m_pageJobs.begin(), m_pageJobs.end(), std::back_inserter(wanted),
                 [this](const RenderJob &job) { return !m_isLate || !staysInSight(job.key.page); });
    for (const RenderJob &job : m_thumbnailJobs) {
        const int page = job.key.page;
        // A page that is drawn anyway gives its thumbnail for less than drawing it again.
        const bool comes = std::any_of(wanted.begin(), wanted.end(),
                                       [page](const RenderJob &other) { return other.key.page == page; });
        if (!comes && needsThumbnail(page))
            wanted.push_back(job);
    }
    addSkim(wanted, Urgency::Skim);
    m_queue.replace(wanted);
}

bool PagePictures::staysInSight(int page) const
{
    const auto since = m_inSightSince.find(page);
    return since != m_inSightSince.end() && m_clock.steady() - since->second >= flyingBy;
}

bool PagePictures::needsThumbnail(int page) const
{
    return !m_thumbnails.has(page) && !m_noThumbnail.contains(page) && !m_failures.contains(page);
}

void PagePictures::addThumbnails(std::vector<RenderJob> &wanted) const
{
    for (int page = m_inSight.first; page <= m_inSight.last; ++page) {
        if (needsThumbnail(page) && !m_cache.nearest(page, 1, m_layout->rotation()))
            wanted.push_back(thumbnailJob(*m_layout, page, Urgency::Visible));
    }
}

void PagePictures::addSkim(std::vector<RenderJob> &wanted, Urgency urgency) const
{
    if (!m_layout)
        return;
    SkimSituation situation{m_inSight, m_direction, m_layout->pages()};
    if (m_thumbnails.bytes() > thumbnailBudget || m_queue.skimmed() > skimmingTime)
        situation.farthest = alwaysSkimmed;
    const auto isMissing = [this, &wanted](int page) {
        return needsThumbnail(page) && std::none_of(wanted.begin(), wanted.end(), [page](const RenderJob &job) {
                   return job.key.page == page;
               });
    };
    const auto pages = pagesToSkim(situation, skimmedAtOnce, isMissing);
    for (const int page : pages)
        wanted.push_back(thumbnailJob(*m_layout, page, urgency));
}

void PagePictures::skimOn()
{
    if (m_queue.waiting() < fewToSkim || m_queue.skimmed() > skimmingTime)
        submit();
}

void PagePictures::keep(const RenderJob &job, const QImage &image)
{
    if (job.key.region.isEmpty())
        m_paper = paperColour(image).value_or(m_paper);
    if (job.isThumbnail) {
        m_thumbnails.add(job.key.page, image);
        skimOn();
        return;
    }
    if (m_first && m_first->key.page == job.key.page)
        m_first.reset();
    std::erase(m_pageJobs, job);
    m_isLate = m_isLate && isInSightWanted();
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
    if (job.isThumbnail) {
        m_noThumbnail.insert(page);
        skimOn();
        return;
    }
    m_first.reset();
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
