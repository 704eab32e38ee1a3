// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/viewer/inside.h"

#include "core/adapters/pageworker/workerpool.h"
#include "core/adapters/thumbnails/thumbnailfiles.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/view/pageview.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int presses = 300;
constexpr int choices = 100;
constexpr qint64 patience = 20'000; // milliseconds

template<typename Condition>
bool waitFor(Condition holds, qint64 most = patience)
{
    QElapsedTimer clock;
    clock.start();
    while (!holds()) {
        if (clock.elapsed() > most)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void report(const char *name, std::vector<double> values, double high)
{
    if (values.empty())
        return;
    std::ranges::sort(values);
    const auto at = [&values](double part) {
        return values[std::min(values.size() - 1, static_cast<std::size_t>(static_cast<double>(values.size()) * part))];
    };
    std::printf("%s: %.2f %.2f %.2f\n", name, at(0.5), at(high), values.back());
    std::fflush(stdout);
}

// How long the event loop does not listen: events that follow each other without a pause count as one.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        if (!m_clock.isValid() || m_clock.nsecsElapsed() - m_end > pause) {
            m_clock.start();
            m_end = 0;
        }
        ++m_depth;
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        m_end = m_clock.nsecsElapsed();
        m_longest = std::max(m_longest, m_end);
        return handled;
    }
    // The longest since it was last asked, in milliseconds.
    double takeLongest() { return static_cast<double>(std::exchange(m_longest, 0)) / 1e6; }

private:
    static constexpr qint64 pause = 50'000; // nanoseconds

    QElapsedTimer m_clock;
    qint64 m_end = 0;
    qint64 m_longest = 0;
    int m_depth = 0;
};

std::vector<double> heldWhileScrolling(WatchedApplication &application, ui::PageView &view, int hertz)
{
    std::vector<double> held;
    application.takeLongest();
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QElapsedTimer clock;
    clock.start();
    int pressed = 0;
    QObject::connect(&timer, &QTimer::timeout, &view, [&] {
        held.push_back(application.takeLongest());
        QKeyEvent press(QEvent::KeyPress, Qt::Key_PageDown, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &press);
        ++pressed;
    });
    timer.start(1000 / hertz);
    (void)waitFor([&pressed] { return pressed >= presses; }, 2 * presses * 1000 / hertz);
    held.erase(held.begin()); // before the first press
    return held;
}

// Notices when the evidence was painted, over the page as it shall be.
class EvidenceWatch : public QObject
{
public:
    explicit EvidenceWatch(ui::PageView &view)
        : m_view(view)
    {
        view.viewport()->installEventFilter(this);
    }
    void expect(int page, const QRectF &box)
    {
        m_page = page;
        m_box = box;
        m_seen = false;
        m_clock.start();
    }
    [[nodiscard]] bool isSeen() const { return m_seen; }
    [[nodiscard]] double time() const { return m_time; }

private:
    // Painting comes after the filters: what is there now is what is painted next.
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_seen)
            return false;
        const ui::PageLayout &layout = m_view.geometry().layout();
        if (!m_view.pictures().cache().has(ui::wholePage(layout, m_page))
            || !QRectF(m_view.viewport()->rect()).contains(m_view.geometry().toView(m_page, m_box)))
            return false;
        m_seen = true;
        QMetaObject::invokeMethod(
            this, [this] { m_time = static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }, Qt::QueuedConnection);
        return false;
    }

    ui::PageView &m_view;
    int m_page = 0;
    QRectF m_box;
    bool m_seen = true;
    QElapsedTimer m_clock;
    double m_time = 0;
};

std::vector<double> timesToEvidence(ui::DocumentPane &pane, ui::PageView &view)
{
    QRandomGenerator random(4);
    std::vector<ui::Mark> marks;
    for (int choice = 0; choice < choices; ++choice) {
        const QRectF box(60 + random.bounded(300), 80 + random.bounded(600), 90, 12);
        marks.push_back({u"field%1"_s.arg(choice), 1 + random.bounded(view.pages()), box, u"Field"_s, 0, {}});
    }
    pane.setMarks(marks);
    EvidenceWatch watch(view);
    std::vector<double> times;
    for (const ui::Mark &mark : marks) {
        if (view.pictures().cache().has(ui::wholePage(view.geometry().layout(), mark.page)))
            continue;
        watch.expect(mark.page, mark.box);
        pane.chooseMark(mark.id);
        if (!waitFor([&watch] { return watch.isSeen(); }))
            qFatal("the evidence never came");
        QCoreApplication::processEvents();
        times.push_back(watch.time());
        (void)waitFor([&view] { return view.pictures().isIdle(); });
    }
    return times;
}

} // namespace

int measureInside(int argc, char **argv, const QString &file)
{
    WatchedApplication application(argc, argv);
    ui::applyTheme(application, ui::Appearance::Light);
    const QTemporaryDir folder;
    core::ThumbnailFiles thumbnails(folder.filePath(u"thumbnails"_s));
    core::PoolOptions options; // as in the window
    options.workers = std::max(2, QThread::idealThreadCount());
    options.background = options.workers - 1;
    core::WorkerPool pool(options);
    ui::DocumentPane pane(pool);
    pane.setThumbnailCache(&thumbnails);
    pane.showMaximized();
    pane.open(file);
    auto *view = pane.findChild<ui::PageView *>();
    const auto isDrawn = [view] {
        return view->pages() > 0 && view->pictures().cache().has(ui::wholePage(view->geometry().layout(), 1));
    };
    QTimer pulse; // so that waiting ends
    pulse.start(20);
    if (!waitFor(isDrawn) || !waitFor([view] { return view->pictures().isIdle(); }))
        qFatal("page 1 did not come: %d pages", view->pages());
    pulse.stop();
    for (const int hertz : {30, 60}) {
        report(hertz == 30 ? "held30" : "held60", heldWhileScrolling(application, *view, hertz), 0.99);
        (void)waitFor([view] { return view->pictures().isIdle(); });
    }
    report("evidence", timesToEvidence(pane, *view), 0.95);
    return 0;
}
