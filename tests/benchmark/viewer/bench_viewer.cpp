// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a reader may expect of the pages, in one table, with other viewers measured beside in the same run.
// Starts its own display. Other work on the machine slows all of them: the load is printed.
//
//     bench_viewer [--corpus FOLDER] [--rounds 3] [--only WORD]
#include "folders.h"
#include "tests/benchmark/viewer/drawing.h"
#include "tests/benchmark/viewer/inside.h"
#include "tests/benchmark/viewer/robust.h"
#include "tests/benchmark/viewer/viewers.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <cstdlib>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString lectern = QStringLiteral(LECTERN_BINARY_DIR) + u"/app/lectern"_s;

QString text(double value, int decimals = 0)
{
    return QString::number(value, 'f', decimals);
}

QString megabytes(double bytes)
{
    return text(bytes / 1e6) + u" MB"_s;
}

class Bench
{
public:
    Bench(const QCommandLineParser &parser, int rounds)
        : m_only(parser.value(u"only"_s))
        , m_corpus(parser.value(u"corpus"_s))
        , m_rounds(rounds)
    {
    }

    void run()
    {
        head();
        const QString tinted = tintedText(m_corpus);
        for (const BenchDocument &document : benchDocuments(m_corpus))
            m_documents[document.name.section(u',', 0, 0)
                        + (document.name.contains(u"fax"_s) ? u" fax"_s : QString())] = document;
        const QString scan = m_documents[u"scan"_s].file;
        if (wants(u"start"_s)) {
            start(u"start to page 1, 1,000 pages of text"_s, tinted, u"<= 1.0x mupdf-gl"_s);
            start(u"start to page 1, scan of 300 dpi"_s, scan, u"<= 0.7x mupdf-gl"_s);
        }
        if (wants(u"blank"_s)) {
            blank(u"text"_s, tinted);
            blank(u"scan"_s, scan);
            blankAtOnce(u"text"_s, tinted);
            blankAtOnce(u"scan"_s, scan);
        }
        if (wants(u"inside"_s))
            inside(tinted);
        if (wants(u"throughput"_s))
            throughput();
        if (wants(u"memory"_s))
            memory(tinted);
        if (wants(u"search"_s))
            search();
        if (wants(u"robust"_s))
            robust();
        m_out << "\nload " << load() << " after\n";
    }

private:
    static QString load()
    {
        double average = 0;
        return ::getloadavg(&average, 1) == 1 ? text(average, 1) : u"?"_s;
    }

    static QString processor()
    {
        QFile file(u"/proc/cpuinfo"_s);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("model name"))
                return QString::fromLatin1(line.mid(line.indexOf(':') + 1).trimmed());
        }
        return {};
    }

    [[nodiscard]] bool wants(const QString &part) const { return m_only.isEmpty() || part == m_only; }

    void head()
    {
        m_out << QDate::currentDate().toString(Qt::ISODate) << ", " << QSysInfo::prettyProductName() << ", "
              << QThread::idealThreadCount() << " cores (" << processor() << "), median of " << m_rounds << ", load "
              << load() << " before\n\n"
              << "| what | must | aim | here | others |\n|---|---|---|---|---|\n";
        m_out.flush();
    }

    void row(const QString &what, const QString &must, const QString &aim, const QString &here, const QString &others)
    {
        m_out << u"| %1 | %2 | %3 | %4 | %5 |\n"_s.arg(what, must, aim, here, others);
        m_out.flush();
    }

    Desktop &desktop()
    {
        if (!m_desktop)
            m_desktop = std::make_unique<Desktop>();
        if (!m_desktop->problem().isEmpty())
            qFatal("%s", qPrintable(m_desktop->problem()));
        return *m_desktop;
    }

    // In turns, so that a slow minute slows all of them; the first round warms up.
    void start(const QString &what, const QString &file, const QString &aim)
    {
        std::map<QString, std::vector<double>> times;
        for (int round = 0; round <= m_rounds; ++round) {
            for (const QString &viewer : {lectern, u"qpdfview"_s, u"mupdf-gl"_s}) {
                const auto time = isInstalled(viewer) ? startTime(desktop(), viewer, file) : std::nullopt;
                if (time && round > 0)
                    times[viewer].push_back(*time);
            }
        }
        const double ours = median(times[lectern]);
        row(what, u"<= 0.6x qpdfview"_s, aim, text(ours) + u" ms"_s,
            beside(u"qpdfview"_s, times, ours) + u"; "_s + beside(u"mupdf-gl"_s, times, ours));
    }

    static bool isInstalled(const QString &program) { return !QStandardPaths::findExecutable(program).isEmpty(); }

    static QString beside(const QString &viewer, std::map<QString, std::vector<double>> &times, double ours)
    {
        if (times[viewer].empty())
            return viewer + (isInstalled(viewer) ? u": showed nothing"_s : u": not installed"_s);
        const double theirs = median(times[viewer]);
        return u"%1 %2 ms, so **%3x**"_s.arg(viewer, text(theirs), text(ours / theirs, 2));
    }

    static QString share(const std::optional<Scrolling> &seen)
    {
        return seen ? u"%1 of %2"_s.arg(seen->blank).arg(seen->samples) : u"showed nothing"_s;
    }

    void blank(const QString &kind, const QString &file)
    {
        constexpr int viewports = 90;
        for (const int hertz : {30, 60}) {
            QStringList ours;
            const int runs = m_rounds < 3 ? m_rounds : 5;
            for (int round = 0; round < runs; ++round)
                ours += share(scroll(desktop(), lectern, file, hertz, viewports));
            const QString peer = isInstalled(u"qpdfview"_s)
                ? share(scroll(desktop(), u"qpdfview"_s, file, hertz, viewports))
                : u"not installed"_s;
            row(u"%1 viewports a second, %2: samples with blank paper, each run"_s.arg(hertz).arg(kind),
                hertz == 30 ? u"0"_s : u"-"_s, u"0"_s, ours.join(u", "_s), u"qpdfview "_s + peer);
        }
    }

    void blankAtOnce(const QString &kind, const QString &file)
    {
        constexpr int hertz = 30;
        constexpr int viewports = 90;
        QStringList ours;
        for (int round = 0; round < m_rounds; ++round)
            ours += share(scroll(desktop(), lectern, file, hertz, viewports, 0, Beginning::AtOnce));
        row(u"the same as soon as page 1 shows, %1 viewports a second, %2"_s.arg(hertz).arg(kind), u"-"_s, u"-"_s,
            ours.join(u", "_s), u"-"_s);
    }

    void inside(const QString &file)
    {
        QProcess process;
        process.setProcessEnvironment(desktop().environment());
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), {u"--inside"_s, file});
        process.waitForFinished(-1);
        std::map<QString, QStringList> lines;
        for (const QString &line : QString::fromLatin1(process.readAllStandardOutput()).split(u'\n'))
            lines[line.section(u':', 0, 0)] = line.section(u": "_s, 1).split(u' ');
        const auto said = [&lines](const QString &name, const QString &high) {
            const QStringList values = lines[name];
            return values.size() < 3
                ? u"not measured"_s
                : u"**%1 ms** %2 (median %3, most %4)"_s.arg(values[1], high, values[0], values[2]);
        };
        row(u"loop held at 30 viewports a second, p99"_s, u"<= 16.7 ms"_s, u"<= 8 ms"_s, said(u"held30"_s, u"p99"_s),
            u"-"_s);
        row(u"loop held at 60 viewports a second, p99"_s, u"-"_s, u"<= 8 ms"_s, said(u"held60"_s, u"p99"_s), u"-"_s);
        row(u"field chosen to evidence drawn, page not cached, p95"_s, u"<= 50 ms"_s, u"<= 30 ms"_s,
            said(u"evidence"_s, u"p95"_s), u"-"_s);
    }

    void throughput()
    {
        constexpr int workers = 2;
        core::PoolOptions options;
        options.workers = workers;
        core::WorkerPool pool(options);
        core::PoolOptions single = options;
        single.workers = 1;
        core::WorkerPool one(single);
        std::vector<double> boundaries;
        for (const auto &[name, document] : m_documents) {
            if (document.file.isEmpty())
                continue;
            const core::DocumentHandle handle = openedByAll(pool, document, workers);
            std::vector<double> ratios;
            std::vector<double> theirs;
            for (int round = 0; round < m_rounds; ++round) {
                const double reference = pdftoppmPage(document).wall;
                theirs.push_back(reference);
                ratios.push_back(reference / workerPage(pool, handle, document).wall);
            }
            pool.close(handle);
            boundaries.push_back(boundary(one, openedByAll(one, document, 1), document));
            const bool scan = name.startsWith(u"scan"_s);
            row(u"%1 at %2 dpi, 2 workers, as fast as pdftoppm"_s.arg(document.name).arg(document.dpi),
                scan ? u">= 4x"_s : u">= 1.9x"_s, scan ? u">= 8x"_s : u">= 3.3x"_s,
                u"**%1x**"_s.arg(text(median(ratios), 2)), u"pdftoppm %1 ms a page"_s.arg(text(median(theirs), 1)));
        }
        row(u"process boundary a page, the worst of these documents"_s, u"<= 3 ms"_s, u"<= 1 ms"_s,
            boundaries.empty() ? u"not measured"_s : u"**%1 ms**"_s.arg(text(std::ranges::max(boundaries), 2)), u"-"_s);
    }

    void memory(const QString &file)
    {
        constexpr int hertz = 30;
        constexpr int viewports = 100;
        constexpr int toEnd = 2200; // of a thousand pages, however large they stand there
        const auto ours = scroll(desktop(), lectern, file, hertz, viewports, toEnd);
        const auto theirs =
            isInstalled(u"qpdfview"_s) ? scroll(desktop(), u"qpdfview"_s, file, hertz, viewports) : std::nullopt;
        const double first = ours ? static_cast<double>(ours->memory) : 0;
        const double end = ours ? static_cast<double>(ours->memoryAtEnd) : 0;
        row(u"memory of all processes after 100 viewports"_s, u"<= 260 MB"_s, u"<= 180 MB"_s,
            u"**%1** (%2 while the document is also being read)"_s.arg(
                megabytes(first), megabytes(ours ? static_cast<double>(ours->busyMemory) : 0)),
            isInstalled(u"qpdfview"_s)
                ? u"qpdfview "_s + (theirs ? megabytes(static_cast<double>(theirs->busyMemory)) : u"?"_s)
                : u"qpdfview: not installed"_s);
        row(u"the same after all 1,000 pages"_s, u"<= 1.1x of that"_s, u"1.05x"_s,
            u"%1, **%2x**"_s.arg(megabytes(end), text(end / first, 2)), u"-"_s);
    }

    void search()
    {
        const QString program = QCoreApplication::applicationDirPath() + u"/bench_search"_s;
        if (!QFile::exists(program))
            return row(u"search"_s, u">= 1.2x pdftotext"_s, u">= 1.9x"_s, u"not measured"_s, u"-"_s);
        QProcess process;
        process.start(program, {u"--corpus"_s, m_corpus});
        process.waitForFinished(-1);
        m_out.flush();
        m_search = QString::fromUtf8(process.readAllStandardOutput());
        row(u"search"_s, u">= 1.2x pdftotext; <= 20 ms; <= 100 ms"_s, u">= 1.9x; <= 5 ms; <= 50 ms"_s, u"see below"_s,
            u"-"_s);
    }

    void robust()
    {
        const QString data = qEnvironmentVariable("LECTERN_TEST_DATA");
        auto files = data.isEmpty() ? std::vector<std::pair<double, QString>>() : robustTimes(data + u"/robust/docs"_s);
        std::ranges::sort(files);
        if (files.empty()) {
            row(u"odd and hostile documents: the slowest"_s, u"<= 20 s"_s, u"<= 5 s"_s,
                u"not measured: LECTERN_TEST_DATA"_s, u"-"_s);
        } else {
            const auto over = std::ranges::count_if(files, [](const auto &file) { return file.first > 5000; });
            row(u"odd and hostile documents: the slowest"_s, u"<= 20 s"_s, u"<= 5 s"_s,
                u"**%1 s** (%2), %3 of %4 over 5 s, median %5 ms"_s
                    .arg(text(files.back().first / 1000, 1), files.back().second)
                    .arg(over)
                    .arg(files.size())
                    .arg(text(files[files.size() / 2].first)),
                u"-"_s);
        }
        if (!m_search.isEmpty())
            m_out << '\n' << m_search;
    }

    QString m_only;
    QString m_corpus;
    int m_rounds;
    QTextStream m_out{stdout};
    std::unique_ptr<Desktop> m_desktop;
    std::map<QString, BenchDocument> m_documents;
    QString m_search; // what its program says
};

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("LECTERN_PAGE_WORKER"))
        qputenv("LECTERN_PAGE_WORKER", LECTERN_BINARY_DIR "/app/pageworker/lectern-page-worker");
    if (argc == 3 && qstrcmp(argv[1], "--inside") == 0)
        return measureInside(argc, argv, QString::fromLocal8Bit(argv[2]));
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption rounds(u"rounds"_s, {}, u"number"_s, u"3"_s);
    parser.addOptions({{u"corpus"_s, {}, u"folder"_s, QStringLiteral(LECTERN_BINARY_DIR) + u"/bench-corpus"_s},
                       rounds,
                       {u"only"_s, u"start, blank, inside, throughput, memory, search or robust"_s, u"part"_s}});
    parser.addHelpOption();
    parser.process(application);
    Bench(parser, std::max(1, parser.value(rounds).toInt())).run();
    return 0;
}
