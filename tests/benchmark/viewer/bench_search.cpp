// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the text of a document is there to be searched, against `pdftotext` in the same run, and how soon a search
// answers. Whatever else the machine does slows both: look at the ratios, and at the load that is printed with them.
//
//     bench_search [--corpus FOLDER] [--rounds 3] [--only WORD]
#include "core/adapters/pageworker/workerpool.h"
#include "tests/benchmark/viewer/corpus.h"
#include "tests/benchmark/viewer/drawing.h"
#include "ui/pages/words/documentsearch.h"
#include "folders.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTextStream>

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int workers = 2;

struct Row {
    std::vector<double> reference; // ms, pdftotext, whole document
    std::vector<double> index; // ms, from opening to the last page
    std::vector<double> ratio;
    std::vector<double> cpuRatio;
    std::vector<double> firstHit; // ms, nothing is indexed
    std::vector<double> rare; // ms, a later query for a word that stands on few pages
    std::vector<double> common; // ms, on nearly all
    double megabytes = 0;
    int pages = 0;
};

void waitFor(const std::function<bool()> &done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

double milliseconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

Cost pdftotext(const QString &file)
{
    const double before = childrensTime();
    QElapsedTimer clock;
    clock.start();
    QProcess::execute(u"pdftotext"_s, {file, u"/dev/null"_s});
    return {milliseconds(clock), childrensTime() - before};
}

double query(ui::DocumentSearch &search, const QString &text, int fromPage)
{
    QElapsedTimer clock;
    clock.start();
    search.find(text, fromPage);
    waitFor([&search] { return !search.isRunning(); });
    return milliseconds(clock);
}

void measureOurs(const BenchDocument &document, const Cost &reference, Row &row)
{
    core::PoolOptions options;
    options.workers = workers;
    options.ready = workers;
    core::WorkerPool pool(options);
    // Every worker has drawn the page that is on the screen.
    const core::DocumentHandle handle = openedByAll(pool, document, workers);
    row.pages = document.allPages;
    QObject context;
    QElapsedTimer clock;
    ui::WordStore words(pool);
    ui::DocumentSearch search(words);
    double firstHit = 0;
    QObject::connect(&search, &ui::DocumentSearch::currentChanged, &context, [&] {
        if (firstHit == 0)
            firstHit = milliseconds(clock);
    });
    words.setDocument(handle, row.pages);
    search.setDocument(row.pages);
    clock.start();
    search.find(u"the"_s, document.first);
    waitFor([&] { return firstHit > 0 || !search.isRunning(); });
    row.firstHit.push_back(firstHit);

    search.setDocument(0);
    words.setDocument(handle, row.pages);
    clock.start();
    const double before = timeOf(pool.processIds());
    words.index().fill(ui::TextIndex::Pace::Urgent, 1);
    waitFor([&] { return words.index().readPages() == row.pages; });
    row.index.push_back(milliseconds(clock));
    row.reference.push_back(reference.wall);
    row.ratio.push_back(reference.wall / row.index.back());
    row.cpuRatio.push_back(reference.cpu / (timeOf(pool.processIds()) - before));
    row.megabytes = static_cast<double>(words.index().bytes()) / (1 << 20);

    search.setDocument(row.pages);
    (void)query(search, u"qqqqq"_s, 1); // pages that say nothing are looked at for ink once
    row.rare.push_back(query(search, u"zzzyx"_s, 1));
    row.common.push_back(query(search, u"the"_s, 1));
    pool.close(handle);
}

QString load()
{
    double average = 0;
    return ::getloadavg(&average, 1) == 1 ? QString::number(average, 'f', 1) : u"?"_s;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption corpus(u"corpus"_s, {}, u"folder"_s,
                                    QDir(QStringLiteral(LECTERN_BINARY_DIR)).filePath(u"bench-corpus"_s));
    const QCommandLineOption rounds(u"rounds"_s, {}, u"number"_s, u"3"_s);
    const QCommandLineOption only(u"only"_s, {}, u"word"_s);
    parser.addOptions({corpus, rounds, only});
    parser.addHelpOption();
    parser.process(application);

    QTextStream out(stdout);
    out << u"%1 workers, median of %2, load %3 before\n"_s.arg(workers).arg(parser.value(rounds), load());
    out << "| document | pages | pdftotext ms | index ms | times as fast (rounds) | by processor time, one worker | "
           "first hit ms | later query ms, no "
           "hit | hits everywhere | index MB |\n"
           "|---|---|---|---|---|---|---|---|---|---|\n";
    for (const BenchDocument &document : benchDocuments(parser.value(corpus))) {
        if (!document.name.contains(parser.value(only)) || document.name.startsWith(u"scan"))
            continue;
        Row row;
        for (int round = 0; round < std::max(1, parser.value(rounds).toInt()); ++round) {
            measureOurs(document, pdftotext(document.file), row);
        }
        QStringList each;
        for (const double ratio : row.ratio)
            each += QString::number(ratio, 'f', 2);
        out << u"| %1 | %2 | %3 | %4 | **%5x** (%6) | %7x | %8 | %9 | %10 | %11 |\n"_s.arg(document.name)
                   .arg(row.pages)
                   .arg(median(row.reference), 0, 'f', 0)
                   .arg(median(row.index), 0, 'f', 0)
                   .arg(median(row.ratio), 0, 'f', 2)
                   .arg(each.join(u", "_s))
                   .arg(median(row.cpuRatio), 0, 'f', 2)
                   .arg(median(row.firstHit), 0, 'f', 1)
                   .arg(median(row.rare), 0, 'f', 1)
                   .arg(median(row.common), 0, 'f', 1)
                   .arg(row.megabytes, 0, 'f', 1);
        out.flush();
    }
    out << "load " << load() << " after\n";
    return 0;
}
