// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"
#include "ui/pages/view/renderqueue.h"
#include "ui/pages/view/skim.h"
#include "ui/pages/view/thumbnailstore.h"

#include <QColor>
#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <set>

namespace ui {

// All pictures of the open document: pages in sight and near it, thumbnails, and which pages could not be drawn. While
// there is time, all pages get a thumbnail, to be shown until the page is drawn; when pages go out of sight before they
// are drawn, thumbnails come first.
class PagePictures : public QObject
{
    Q_OBJECT

public:
    explicit PagePictures(core::PageSource &pages, const core::Clock &clock = systemClock(), QObject *parent = nullptr);

    void setDocument(core::DocumentHandle document);
    void setLayers(const core::LayerStates &layers); // empty: as the document opens
    [[nodiscard]] ThumbnailStore &thumbnails() { return m_thumbnails; }
    // The layout is looked at until the next plan or document.
    void plan(const PageLayout &layout, const RenderSituation &situation);
    // A picture that is drawn already, of a page in sight: to be seen until the one that the layout wants is there.
    void wantFirst(const PictureKey &key);
    void wantThumbnails(const std::vector<RenderJob> &jobs); // replaces the last list
    void retry(int page);

    [[nodiscard]] const PictureCache &cache() const { return m_cache; }
    [[nodiscard]] QImage thumbnail(int page) const { return m_thumbnails.picture(page); }
    [[nodiscard]] QColor paper() const { return m_paper; } // of the last page drawn that has one colour
    [[nodiscard]] std::optional<core::Error> failure(int page) const;
    [[nodiscard]] const std::map<int, core::Error> &failures() const { return m_failures; }
    [[nodiscard]] bool isIdle() const { return m_queue.isIdle(); }

signals:
    void changed(int page);
    void thumbnailChanged(int page);
    void failuresChanged();

private:
    [[nodiscard]] static const core::Clock &systemClock();
    void submit();
    void addThumbnails(std::vector<RenderJob> &wanted) const; // of pages in sight that have no picture at all
    void addSkim(std::vector<RenderJob> &wanted, Urgency urgency) const;
    void skimOn();
    void slowDown();
    [[nodiscard]] bool needsThumbnail(int page) const;
    [[nodiscard]] bool staysInSight(int page) const; // and does not only fly by
    [[nodiscard]] bool isLate(const PageRange &inSight) const;
    [[nodiscard]] bool isInSightWanted() const; // something in sight is still to be drawn
    void keep(const RenderJob &job, const QImage &image);
    void fail(const RenderJob &job, const core::Error &error);

    const core::Clock &m_clock;
    RenderQueue m_queue;
    PictureCache m_cache;
    ThumbnailStore m_thumbnails;
    std::vector<RenderJob> m_pageJobs;
    std::optional<RenderJob> m_first;
    std::vector<RenderJob> m_thumbnailJobs;
    std::map<int, core::Error> m_failures;
    std::set<int> m_noThumbnail;
    const PageLayout *m_layout = nullptr; // as last planned
    QColor m_paper = Qt::white;
    PageRange m_inSight;
    std::map<int, std::chrono::milliseconds> m_inSightSince; // by page
    QTimer m_restTimer; // since the last plan while that is late
    bool m_isLate = false; // pages went out of sight before they were drawn
    int m_direction = 1;
    core::DocumentHandle m_document = 0;
};

} // namespace ui
