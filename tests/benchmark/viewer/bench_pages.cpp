// SPDX-License-Identifier: GPL-3.0-or-later
// How fast pages are drawn by the page workers, against `pdftoppm` in the same run, and what the process boundary
// costs. Whatever else the machine does slows both: look at the ratios, and at the load that is printed with them.
//
//     bench_pages [--corpus FOLDER] [--rounds 3] [--only WORD]
#include "tests/benchmark/viewer/corpus.h"
#include "tests/benchmark/viewer/drawing.h"
#include "folders.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QTextStream>

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int workers = 2;

struct Row {
    std::vector<double> reference; // ms a page, pdftoppm
    std::vector<double> own;
    std::vector<double> ratio;
    std::vector<double> cpuRatio;
    std::vector<double> boundary;
};

Row measured(core::WorkerPool &pool, const BenchDocument &document, int rounds)
{
    Row row;
    const core::DocumentHandle handle = openedByAll(pool, document, workers);
    for (int round = 0; round < rounds; ++round) {
        const Cost reference = pdftoppmPage(document);
        const Cost own = workerPage(pool, handle, document);
        row.reference.push_back(reference.wall);
        row.own.push_back(own.wall);
        row.ratio.push_back(reference.wall / own.wall);
        row.cpuRatio.push_back(reference.cpu / own.cpu);
    }
    pool.close(handle);
    core::PoolOptions one;
    one.workers = 1;
    core::WorkerPool single(one);
    row.boundary.push_back(boundary(single, openedByAll(single, document, 1), document));
    return row;
}

QString load()
{
    double average = 0;
    return ::getloadavg(&average, 1) == 1 ? QString::number(average, 'f', 1) : u"?"_s;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("LECTERN_PAGE_WORKER"))
        qputenv("LECTERN_PAGE_WORKER", LECTERN_BINARY_DIR "/app/pageworker/lectern-page-worker");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption corpus(u"corpus"_s, {}, u"folder"_s,
                                    QDir(QStringLiteral(LECTERN_BINARY_DIR)).filePath(u"bench-corpus"_s));
    const QCommandLineOption rounds(u"rounds"_s, {}, u"number"_s, u"3"_s);
    const QCommandLineOption only(u"only"_s, {}, u"word"_s);
    parser.addOptions({corpus, rounds, only});
    parser.addHelpOption();
    parser.process(application);

    QTextStream out(stdout);
    const auto documents = benchDocuments(parser.value(corpus));
    out << u"%1 workers, median of %2, load %3 before\n"_s.arg(workers).arg(parser.value(rounds), load());
    out << "| document | dpi | pdftoppm ms a page | ours | times as fast (rounds) | by processor time, one worker | "
           "boundary ms a page |\n"
           "|---|---|---|---|---|---|---|\n";
    core::PoolOptions options;
    options.workers = workers;
    core::WorkerPool pool(options);
    for (const BenchDocument &document : documents) {
        if (!document.name.contains(parser.value(only)))
            continue;
        const Row row = measured(pool, document, std::max(1, parser.value(rounds).toInt()));
        QStringList each;
        for (const double ratio : row.ratio)
            each += QString::number(ratio, 'f', 2);
        out << u"| %1 | %2 | %3 | %4 | **%5x** (%6) | %7x | %8 |\n"_s.arg(document.name)
                   .arg(document.dpi)
                   .arg(median(row.reference), 0, 'f', 2)
                   .arg(median(row.own), 0, 'f', 2)
                   .arg(median(row.ratio), 0, 'f', 2)
                   .arg(each.join(u", "_s))
                   .arg(median(row.cpuRatio), 0, 'f', 2)
                   .arg(median(row.boundary), 0, 'f', 2);
        out.flush();
    }
    out << "load " << load() << " after\n";
    return 0;
}
