// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pageview.h"

#include "ui/pages/view/magnifier.h"
#include "ui/pages/view/pageaccessible.h"
#include "ui/pages/view/pagepointer.h"
#include "ui/pages/view/smoothscroll.h"
#include "ui/pages/view/touchscroll.h"

#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int afterZoom = 70; // milliseconds: the stretched picture does until the last step
constexpr int flyingBy = 3; // screens at once: nobody reads what is passed
constexpr int afterHurry = 90;
constexpr int afterScroll = 120; // words are of no use while pages fly by
constexpr int beforeIndexing = 900;
constexpr int afterLooking = 90; // what was chosen goes before what may be chosen next
constexpr int unseen = 24; // milliseconds: nobody sees that what is painted comes so much later

} // namespace

PageView::PageView(core::PageSource &pages, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_pictures(pages)
    , m_words(pages)
    , m_search(m_words)
    , m_links(pages, m_geometry)
    , m_scroll(std::make_unique<SmoothScroll>(*this))
    , m_pointer(std::make_unique<PagePointer>(*this))
    , m_touch(std::make_unique<TouchScroll>(*this))
    , m_magnifier(new Magnifier(*this, pages))
{
    setObjectName(QStringLiteral("pageView"));
    PageAccessible::install();
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_planTimer.setSingleShot(true);
    m_restTimer.setSingleShot(true);
    m_wordsTimer.setSingleShot(true);
    connect(&m_planTimer, &QTimer::timeout, this, &PageView::planNow);
    connect(&m_restTimer, &QTimer::timeout, this, &PageView::planNow);
    m_indexTimer.setSingleShot(true);
    m_indexTimer.setInterval(beforeIndexing);
    connect(&m_indexTimer, &QTimer::timeout, this,
            [this] { index(TextIndex::Pace::Rest, TextIndex::Pace::Background); });
    connect(&m_wordsTimer, &QTimer::timeout, this, &PageView::requestWords);
    m_unveil.setSingleShot(true);
    m_unveil.setInterval(unseen);
    connect(&m_unveil, &QTimer::timeout, this, [this] { viewport()->setUpdatesEnabled(true); });
    // Most pictures are of pages that are not in sight yet.
    connect(&m_pictures, &PagePictures::changed, this, [this](int page) {
        if (m_unveil.isActive() && page == m_awaited) {
            m_unveil.stop();
            viewport()->setUpdatesEnabled(true);
        }
        if (m_geometry.visiblePages().contains(page))
            viewport()->update();
    });
    connect(&m_pictures, &PagePictures::thumbnailChanged, this, [this](int page) {
        if (m_geometry.visiblePages().contains(page) && !m_pictures.cache().nearest(page, 1, rotation()))
            viewport()->update();
    });
    connect(&m_words, &WordStore::arrived, viewport(), qOverload<>(&QWidget::update));
    connect(&m_words, &WordStore::arrived, this, [this](int page) {
        if (page == currentPage())
            describePage();
        if (m_copying && m_copying->page == page)
            goOnCopying();
    });
    connect(m_touch.get(), &TouchScroll::tapped, m_pointer.get(), &PagePointer::click);
    connect(&m_links, &LinkLayer::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&m_search, &DocumentSearch::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&m_search, &DocumentSearch::currentChanged, this,
            [this](const SearchHit &hit) { reveal(hit.page, hit.boxes.empty() ? QRectF() : hit.boxes.front()); });
}

PageView::~PageView() = default;

void PageView::setDocument(const core::OpenedDocument &document, bool isSecret)
{
    m_scroll->stop();
    m_selection.clear();
    m_copying.reset();
    m_hovered.reset();
    m_band = {};
    m_labels = {};
    m_pictures.setDocument(document.handle);
    const core::FirstLook look = std::exchange(m_expected, {});
    if (const double dpi = document.info.pages() > 0 ? look.dpiOf(document.info.pageSizes.front()) : 0; dpi > 0)
        m_pictures.wantFirst({1, dpi, 0, {}});
    m_pictures.thumbnails().setDocument(isSecret ? QString() : document.info.file, document.info.pages());
    m_words.setDocument(document.handle, document.info.pages());
    m_links.setDocument(document.handle);
    m_magnifier->setDocument(document.handle);
    m_next = 0;
    m_geometry.setPages(document.info.pageSizes);
    m_geometry.setRotation(0);
    m_geometry.setShownPage(1);
    m_history.clear();
    m_turned.reset();
    m_search.setDocument(document.info.pages());
    m_plannedTop = 0;
    m_direction = 1;
    setVerticalScrollBarPolicy(pages() > 0 ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    applyFit();
    updateScrollBars();
    horizontalScrollBar()->setValue(m_geometry.centredOffset());
    verticalScrollBar()->setValue(0);
    viewport()->update();
    if (isVisible())
        planNow(); // nothing that is still to come may keep the first page waiting
    else
        planSoon(0);
    m_lastPage = 0;
    describePage();
    emit viewChanged();
    emit selectionChanged();
}

// Changes scale, rotation or size of the view so that the place at a position stays there.
void PageView::changeGeometry(const std::function<void()> &change, const QPointF &keepAt)
{
    m_scroll->stop();
    if (pages() == 0) {
        change();
        return;
    }
    const PagePoint place = m_geometry.nearest(keepAt);
    change();
    updateScrollBars();
    const QPoint offset = m_geometry.offsetFor(place, keepAt);
    horizontalScrollBar()->setValue(m_fit == Fit::None ? offset.x() : m_geometry.centredOffset());
    verticalScrollBar()->setValue(offset.y());
    viewport()->update();
    planSoon(m_pictures.cache().nearest(currentPage(), 1, rotation()) ? afterZoom : 0); // nothing to stretch: at once
    emit viewChanged();
}

void PageView::updateScrollBars()
{
    m_updating = true;
    const QSize greatest = m_geometry.greatestOffset();
    const QSize page = m_geometry.viewport().size();
    const int step = static_cast<int>(lineStep * m_geometry.ratio());
    horizontalScrollBar()->setRange(0, greatest.width());
    horizontalScrollBar()->setPageStep(page.width());
    horizontalScrollBar()->setSingleStep(step);
    verticalScrollBar()->setRange(0, greatest.height());
    verticalScrollBar()->setPageStep(page.height());
    verticalScrollBar()->setSingleStep(step);
    m_geometry.setOffset({horizontalScrollBar()->value(), verticalScrollBar()->value()});
    m_updating = false;
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    changeGeometry(
        [this] {
            m_geometry.setViewport(viewport()->size(), devicePixelRatioF());
            applyFit();
        },
        QPointF());
}

void PageView::scrollContentsBy(int, int)
{
    m_geometry.setOffset({horizontalScrollBar()->value(), verticalScrollBar()->value()});
    viewport()->update();
    m_links.hideNumbers();
    m_magnifier->follow();
    if (m_updating)
        return;
    // Zooming moves the view as well: its own, later plan must not be brought forward.
    if (!m_planTimer.isActive())
        planSoon(0);
    if (pages() > 0 && currentPage() != m_lastPage) {
        m_lastPage = currentPage();
        emit viewChanged();
    }
}

// A page that is on its way is not painted without its picture first: that takes as long as drawing half of it, and
// flickers.
void PageView::waitFor(int page)
{
    m_awaited = page;
    viewport()->setUpdatesEnabled(false);
    m_unveil.start();
}

void PageView::planSoon(int milliseconds)
{
    m_planTimer.start(milliseconds);
}

void PageView::planNow()
{
    m_planTimer.stop();
    if (pages() == 0)
        return;
    const QRect area = m_geometry.viewport();
    const int moved = area.top() - m_plannedTop;
    if (moved != 0)
        m_direction = moved > 0 ? 1 : -1;
    m_plannedTop = area.top();
    const bool hurried = std::abs(moved) > flyingBy * area.height();
    m_pictures.plan(m_geometry.layout(), {area, m_direction, hurried, std::exchange(m_sought, 0), m_next});
    if (hurried)
        m_restTimer.start(afterHurry); // now that it may have come to rest, what lies ahead
    m_wordsTimer.start(afterScroll);
    index(TextIndex::Pace::Background, TextIndex::Pace::Rest);
    m_indexTimer.start();
}

// From one pace to another; one that a search has set is left alone.
void PageView::index(TextIndex::Pace from, TextIndex::Pace to)
{
    if (m_words.index().pace() == from)
        m_words.index().fill(to, currentPage());
}

void PageView::requestWords()
{
    std::vector<int> wanted;
    const PageRange range = m_geometry.visiblePages();
    for (int page = range.first; page <= range.last; ++page)
        wanted.push_back(page);
    m_links.store().request(wanted);
    if (m_pointer->waitsForWords() > 0)
        wanted.push_back(m_pointer->waitsForWords());
    m_words.dropRequests(WordReader::View, wanted);
    for (const int page : wanted)
        m_words.request(page, WordReader::View);
    describePage();
}

void PageView::setLayers(const core::LayerStates &layers)
{
    m_pictures.setLayers(layers);
    m_magnifier->setLayers(layers);
    planSoon(0);
}

void PageView::setLabels(const core::PageLabels &labels)
{
    m_labels = labels;
    describePage();
}

QString PageView::pageName(int page) const
{
    return m_labels.isEmpty() ? tr("Page %1 of %2").arg(page).arg(pages())
                              : tr("Page %1 (%2 of %3)").arg(m_labels.label(page)).arg(page).arg(pages());
}

void PageView::describePage()
{
    setAccessibleName(pages() > 0 ? pageName(currentPage()) : tr("Pages"));
    const SharedWords words = pages() > 0 ? m_words.words(currentPage()) : nullptr;
    setAccessibleDescription(words && words->count() == 0 ? tr("There is no text on this page.") : QString());
    const QString before = std::exchange(m_announced, words ? words->text() : QString());
    announcePage(*this, before, m_announced);
}

void PageView::setMarks(const std::vector<Mark> &marks)
{
    m_marks.set(marks);
    m_hovered.reset();
    viewport()->update();
}

void PageView::chooseMark(const QString &id)
{
    m_marks.choose(id);
    if (const Mark *mark = id.isEmpty() ? nullptr : m_marks.first(id))
        reveal(mark->page, mark->box);
    viewport()->update();
}

void PageView::lookAhead(int page)
{
    if (std::exchange(m_next, page) != page)
        planSoon(afterLooking);
}

void PageView::setMarksVisible(bool visible)
{
    m_marksVisible = visible;
    viewport()->update();
}

void PageView::setPaperDimmed(bool dimmed)
{
    m_paperDimmed = dimmed;
    viewport()->update();
}

const Mark *PageView::markAt(const QPointF &position) const
{
    constexpr double reach = 3; // logical pixels
    const auto place = m_geometry.at(position);
    if (!place || !m_marksVisible)
        return nullptr;
    return m_marks.at(place->page, place->point, reach * m_geometry.ratio() / m_geometry.layout().scale());
}

void PageView::setHovered(const Mark *mark)
{
    const auto hovered = mark ? std::optional(*mark) : std::nullopt;
    if (hovered == m_hovered)
        return;
    m_hovered = hovered;
    viewport()->update();
}

void PageView::setDrawing(bool on)
{
    m_pointer->setDrawing(on);
    m_touch->setEnabled(!on);
}

void PageView::setBand(const QRectF &band)
{
    m_band = band;
    viewport()->update();
}

void PageView::retryPage(int page)
{
    m_pictures.retry(page);
    planSoon(0);
}

} // namespace ui
