// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/viewer/viewers.h"

#include "tests/support/processes.h"

#include <QElapsedTimer>
#include <QRect>
#include <QThread>

#include <csignal>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int calm = 20'000; // milliseconds after which a program has put its work away
constexpr int longestWork = 300'000; // a thousand pages are also read for their values, by processes that give way
constexpr int longestStart = 15'000; // milliseconds
constexpr int everyRow = 8;
constexpr int everyColumn = 4;
constexpr int enough = 3000; // points of drawn paper that make a page

struct Paper {
    int drawn = 0;
    int blank = 0;
    quint64 print = 0; // of all the pixels looked at
    int bareRows = 0; // the most, one below the other, with nothing on them at all
};

// No page of these documents leaves so many of its rows empty, and none has so large a margin.
constexpr int emptyPage = 240 / everyRow;

Paper lookAt(const Desktop &desktop, const QRect &area)
{
    Paper paper;
    int bare = 0;
    for (int y = area.top(); y <= area.bottom(); y += everyRow) {
        const quint32 *line = desktop.line(y);
        const int drawnBefore = paper.drawn;
        bool isBare = true;
        for (int x = area.left(); x <= area.right(); x += everyColumn) {
            const quint32 pixel = line[x] & 0xffffff;
            const int red = static_cast<int>(pixel >> 16);
            const int green = static_cast<int>(pixel >> 8 & 255);
            const int blue = static_cast<int>(pixel & 255);
            paper.print = (paper.print ^ pixel) * 1099511628211U;
            isBare = isBare && pixel == (line[area.left()] & 0xffffff);
            if (pixel == 0xffffff) {
                ++paper.blank;
            } else if (red > 190 && red - blue >= 8 && red - blue <= 70 && green >= blue && green <= red) {
                ++paper.drawn;
            }
        }
        bare = isBare && paper.drawn > drawnBefore ? bare + 1 : 0;
        paper.bareRows = std::max(paper.bareRows, bare);
    }
    return paper;
}

// A program and all that it starts, ended with this.
class Running
{
public:
    Running(const Desktop &desktop, const QString &program, const QString &file)
    {
        m_process.setProcessEnvironment(desktop.environment());
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
        m_process.start(program, {file});
        m_process.waitForStarted();
    }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;
    ~Running()
    {
        const auto group = static_cast<pid_t>(-m_process.processId());
        if (m_process.state() == QProcess::NotRunning)
            return;
        ::kill(group, SIGTERM);
        if (!m_process.waitForFinished(3000)) {
            ::kill(group, SIGKILL);
            m_process.waitForFinished();
        }
    }

    [[nodiscard]] qint64 memory() const
    {
        qint64 sum = ownMemory(m_process.processId());
        for (const qint64 descendant : descendantsOf(m_process.processId()))
            sum += ownMemory(descendant);
        return sum;
    }

private:
    QProcess m_process;
};

const QRect wholeScreen(QPoint(0, 40), Desktop::size - QSize(0, 40));

// Where pages stand: the widest stretch of columns that are mostly paper. Small pictures beside them are narrower.
QRect findPaper(const Desktop &desktop)
{
    constexpr double mostly = 0.4;
    constexpr int edge = 8;
    const int rows = wholeScreen.height() / everyRow;
    QRect widest;
    int begin = -1;
    for (int x = 0; x <= Desktop::size.width(); x += everyColumn) {
        const bool isPaper = x < Desktop::size.width()
            && lookAt(desktop, {x, wholeScreen.top(), 1, wholeScreen.height()}).drawn > mostly * rows;
        if (isPaper && begin < 0)
            begin = x;
        if (!isPaper && begin >= 0 && x - begin > widest.width())
            widest = QRect(begin, wholeScreen.top(), x - begin, wholeScreen.height());
        if (!isPaper)
            begin = -1;
    }
    widest.adjust(edge, 0, -edge, 0);
    const auto isPaper = [&](int y) {
        return lookAt(desktop, {widest.left(), y, widest.width(), 1}).drawn > mostly * widest.width() / everyColumn;
    };
    while (widest.height() > 1 && !isPaper(widest.top()))
        widest.setTop(widest.top() + 1);
    while (widest.height() > 1 && !isPaper(widest.bottom()))
        widest.setBottom(widest.bottom() - 1);
    return widest;
}

std::optional<double> waitForPage(const Desktop &desktop, const QElapsedTimer &clock)
{
    while (clock.elapsed() < longestStart) {
        if (lookAt(desktop, wholeScreen).drawn > enough)
            return static_cast<double>(clock.nsecsElapsed()) / 1e6;
        QThread::usleep(1000);
    }
    return {};
}

// Until nothing has changed for a while.
void settle(const Desktop &desktop, int quiet = 500, int most = 3000)
{
    QElapsedTimer clock;
    QElapsedTimer still;
    clock.start();
    still.start();
    quint64 last = 0;
    while (still.elapsed() < quiet && clock.elapsed() < most) {
        const quint64 now = lookAt(desktop, wholeScreen).print;
        if (now != last)
            still.restart();
        last = now;
        QThread::msleep(10);
    }
}

void pressAndLook(Desktop &desktop, const QRect &paper, int hertz, int viewports, Scrolling &seen)
{
    QElapsedTimer clock;
    clock.start();
    int pressed = 0;
    double blankArea = 0;
    while (pressed < viewports) {
        if (clock.nsecsElapsed() >= static_cast<qint64>(pressed) * 1'000'000'000 / hertz) {
            desktop.pressPageDown();
            ++pressed;
        }
        const Paper now = lookAt(desktop, paper);
        const int both = now.drawn + now.blank;
        const double white = both > 0 ? static_cast<double>(now.blank) / both : 1;
        const double bare = static_cast<double>(now.bareRows * everyRow) / paper.height();
        const double blank = now.bareRows >= emptyPage ? std::max(white, bare) : white; // in the paper's colour
        ++seen.samples;
        seen.blank += blank > 0.02 ? 1 : 0;
        blankArea += blank;
        QThread::usleep(6000);
    }
    seen.blankArea = blankArea / std::max(1, seen.samples);
}

} // namespace

std::optional<double> startTime(Desktop &desktop, const QString &program, const QString &file)
{
    settle(desktop); // what the program before has left
    QElapsedTimer clock;
    clock.start();
    const Running viewer(desktop, program, file);
    return waitForPage(desktop, clock);
}

std::optional<Scrolling> scroll(Desktop &desktop, const QString &program, const QString &file, int hertz, int viewports,
                                int toEnd, Beginning beginning)
{
    settle(desktop);
    desktop.forget();
    QElapsedTimer clock;
    clock.start();
    const Running viewer(desktop, program, file);
    if (!waitForPage(desktop, clock))
        return {};
    if (beginning == Beginning::Calm)
        settle(desktop);
    const QRect paper = findPaper(desktop);
    desktop.click(paper.center()); // the keys are meant for the pages
    if (beginning == Beginning::Calm)
        settle(desktop);
    Scrolling seen;
    pressAndLook(desktop, paper, hertz, viewports, seen);
    settle(desktop);
    seen.busyMemory = viewer.memory();
    if (toEnd == 0)
        return seen;
    settle(desktop, calm, longestWork);
    seen.memory = viewer.memory();
    Scrolling rest;
    pressAndLook(desktop, paper, hertz, toEnd, rest);
    settle(desktop, calm, longestWork);
    seen.memoryAtEnd = viewer.memory();
    return seen;
}
