// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"
#include "ui/pages/view/renderqueue.h"
#include "ui/pages/view/thumbnailstore.h"

#include <QObject>

#include <map>
#include <optional>
#include <set>

namespace ui {

// All pictures of the open document: pages in sight and near it, thumbnails, and which pages could not be drawn.
class PagePictures : public QObject
{
    Q_OBJECT

public:
    explicit PagePictures(core::PageSource &pages, QObject *parent = nullptr);

    void setDocument(core::DocumentHandle document);
    void setLayers(const core::LayerStates &layers); // empty: as the document opens
    [[nodiscard]] ThumbnailStore &thumbnails() { return m_thumbnails; }
    void plan(const PageLayout &layout, const RenderSituation &situation);
    void wantThumbnails(const std::vector<RenderJob> &jobs); // replaces the last list
    void retry(int page);

    [[nodiscard]] const PictureCache &cache() const { return m_cache; }
    [[nodiscard]] QImage thumbnail(int page) const { return m_thumbnails.picture(page); }
    [[nodiscard]] std::optional<core::Error> failure(int page) const;
    [[nodiscard]] const std::map<int, core::Error> &failures() const { return m_failures; }
    [[nodiscard]] bool isIdle() const { return m_queue.isIdle(); }

signals:
    void changed(int page);
    void thumbnailChanged(int page);
    void failuresChanged();

private:
    void submit();
    void keep(const RenderJob &job, const QImage &image);
    void fail(const RenderJob &job, const core::Error &error);

    RenderQueue m_queue;
    PictureCache m_cache;
    ThumbnailStore m_thumbnails;
    std::vector<RenderJob> m_pageJobs;
    std::vector<RenderJob> m_thumbnailJobs;
    std::map<int, core::Error> m_failures;
    std::set<int> m_noThumbnail;
    PageRange m_inSight;
    int m_direction = 1;
    core::DocumentHandle m_document = 0;
};

} // namespace ui
