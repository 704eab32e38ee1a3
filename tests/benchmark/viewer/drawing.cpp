// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/viewer/drawing.h"

#include "core/adapters/poppler/pdfdocument.h"
#include "core/documents/pagegeometry.h"

#include <QCoreApplication>
#include <QProcess>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <deque>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr size_t outstanding = 4;

double since(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

template<typename T>
core::Result<T> waited(const core::Async<T> &answer)
{
    while (!answer.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return answer.result();
}

Cost operator-(Cost a, Cost b)
{
    return {a.wall - b.wall, a.cpu - b.cpu};
}

Cost operator/(Cost cost, int pages)
{
    return {cost.wall / pages, cost.cpu / pages};
}

double milliseconds(timeval time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

Cost pdftoppm(const BenchDocument &document, int pages)
{
    const double before = childrensTime();
    const auto begin = Clock::now();
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(u"pdftoppm"_s,
                  {u"-r"_s, QString::number(document.dpi), u"-f"_s, QString::number(document.first), u"-l"_s,
                   QString::number(document.first + pages - 1), document.file});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("pdftoppm failed");
    return {since(begin), childrensTime() - before};
}

core::Async<QImage> ask(core::WorkerPool &pool, core::DocumentHandle handle, int page, double dpi)
{
    return pool.render({.document = handle, .page = page, .dpi = dpi, .region = {}}, {});
}

void need(const core::Result<QImage> &picture)
{
    if (!picture)
        qFatal("a page was not drawn: %s", qPrintable(picture.error().detail));
}

} // namespace

double childrensTime()
{
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

double timeOf(const std::vector<qint64> &processes)
{
    double sum = 0;
    for (const qint64 process : processes) {
        clockid_t clock{};
        timespec time{};
        if (::clock_getcpuclockid(static_cast<pid_t>(process), &clock) == 0 && ::clock_gettime(clock, &time) == 0)
            sum += static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    return sum;
}

Cost pdftoppmPage(const BenchDocument &document)
{
    const Cost start = pdftoppm(document, 1);
    return (pdftoppm(document, document.pages + 1) - start) / document.pages;
}

Cost workerPage(core::WorkerPool &pool, core::DocumentHandle handle, const BenchDocument &document)
{
    const double before = timeOf(pool.processIds());
    const auto begin = Clock::now();
    std::deque<core::Async<QImage>> asked;
    for (int page = 0; page < document.pages; ++page) {
        asked.push_back(ask(pool, handle, document.first + page, document.dpi));
        if (asked.size() < outstanding)
            continue;
        need(waited(asked.front()));
        asked.pop_front();
    }
    for (const auto &answer : asked)
        need(waited(answer));
    return Cost{since(begin), timeOf(pool.processIds()) - before} / document.pages;
}

double boundary(core::WorkerPool &pool, core::DocumentHandle handle, const BenchDocument &document)
{
    auto here = core::PdfDocument::open(document.file, {});
    if (!here)
        qFatal("cannot open %s", qPrintable(document.file));
    const std::vector<QSizeF> sizes = (*here)->pageSizes();
    std::vector<double> more;
    for (int page = document.first; page < document.first + document.pages; ++page) {
        const core::RenderRequest request{.document = handle, .page = page, .dpi = document.dpi, .region = {}};
        const QRect area = core::pictureArea(sizes[static_cast<size_t>(page - 1)], request);
        for (int warm = 0; warm < 2; ++warm) {
            auto begin = Clock::now();
            need(waited(pool.render(request, {})));
            const double there = since(begin);
            begin = Clock::now();
            need((*here)->draw({page, document.dpi, 0, area}, {}));
            if (warm == 1)
                more.push_back(there - since(begin));
        }
    }
    return median(more);
}

core::DocumentHandle openedByAll(core::WorkerPool &pool, const BenchDocument &document, int workers)
{
    const auto opened = waited(pool.open(document.file, core::Secret(), {}));
    if (!opened)
        qFatal("cannot open %s", qPrintable(document.file));
    std::vector<core::Async<QImage>> first;
    for (int worker = 0; worker < workers; ++worker)
        first.push_back(ask(pool, opened->handle, document.first, document.dpi));
    for (const auto &answer : first)
        need(waited(answer));
    return opened->handle;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}
