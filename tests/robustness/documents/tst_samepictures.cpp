// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/keptpainter.h"
#include "core/adapters/poppler/readingorder.h"
#include "core/adapters/poppler/textlayer.h"
#include "core/documents/pagegeometry.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

#include <poppler-qt6.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <PDFDoc.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using core::KeptPainter;

// Over other people's documents: what is drawn with one kept device and larger glyph caches is, byte for byte, what
// Poppler's Qt interface draws; also after pages that were given up. Scans that are drawn without Splash look alike.
class SamePicturesTest : public QObject
{
    Q_OBJECT

    static constexpr int mostPages = 6; // of one document
    static constexpr qint64 patience = 8'000; // ms of one picture
    static constexpr qint64 mostPixels = 20'000'000;
    static constexpr unsigned childsTime = 100; // s
    static constexpr double alike = 12; // of 255, the mean of an eighth of the page's sides

    // What a child process has seen of one document.
    struct Outcome {
        int same = 0; // pictures
        int scans = 0; // of these, drawn without Splash otherwise
        int slow = 0;
        std::array<char, 200> complaint{};
    };

    int m_same = 0;
    int m_scans = 0;
    int m_slow = 0;
    int m_crashes = 0;

    // Runs it in a process of its own. Nothing when that ended in any other way: Poppler itself hangs, or falls over,
    // on some documents.
    static std::optional<Outcome> inChild(const std::function<Outcome()> &work)
    {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            return {};
        const pid_t child = ::fork();
        if (child == 0) {
            std::signal(SIGSEGV, SIG_DFL);
            std::signal(SIGABRT, SIG_DFL);
            std::signal(SIGALRM, SIG_DFL);
            ::alarm(childsTime);
            const Outcome outcome = work();
            const bool told = ::write(ends[1], &outcome, sizeof outcome) == sizeof outcome;
            ::_exit(told ? 0 : 1);
        }
        ::close(ends[1]);
        Outcome outcome;
        const bool told = ::read(ends[0], &outcome, sizeof outcome) == sizeof outcome;
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        return told ? std::make_optional(outcome) : std::nullopt;
    }

    static core::StopCheck deadline()
    {
        QElapsedTimer clock;
        clock.start();
        return [clock] { return clock.elapsed() > patience; };
    }

    static bool isStopped(const QVariant &closure)
    {
        return (*static_cast<const core::StopCheck *>(closure.value<void *>()))();
    }

    static QImage byPoppler(const Poppler::Document &document, const core::Drawing &drawing)
    {
        const QRect &area = drawing.area;
        const core::StopCheck stop = deadline();
        return document.page(drawing.page - 1)
            ->renderToImage(drawing.dpi, drawing.dpi, area.x(), area.y(), area.width(), area.height(),
                            static_cast<Poppler::Page::Rotation>(drawing.rotation / 90), nullptr, nullptr, &isStopped,
                            QVariant::fromValue(static_cast<void *>(const_cast<core::StopCheck *>(&stop))));
    }

    // The farthest mean channel of an 8 x 8 grid.
    static double distance(const QImage &a, const QImage &b)
    {
        const auto far = [](const QImage &image) {
            return image.scaled(8, 8, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        };
        const QImage p = far(a);
        const QImage q = far(b);
        int most = 0;
        for (int i = 0; i < 64; ++i) {
            const QRgb x = p.pixel(i % 8, i / 8);
            const QRgb y = q.pixel(i % 8, i / 8);
            most = std::max(
                {most, std::abs(qRed(x) - qRed(y)), std::abs(qGreen(x) - qGreen(y)), std::abs(qBlue(x) - qBlue(y))});
        }
        return most;
    }

    // What is wrong; empty: nothing is.
    static QString compare(const Poppler::Document &document, KeptPainter &exact, KeptPainter &direct,
                           const core::Drawing &drawing, Outcome &outcome)
    {
        const QImage expected = byPoppler(document, drawing);
        if (expected.isNull()) {
            ++outcome.slow;
            return {};
        }
        int asked = 0;
        (void)exact.draw(drawing, [&asked] { return ++asked > 3; });
        const auto image = exact.draw(drawing, {});
        if (!image || *image != expected)
            return u"page %1 at %2 dpi differs"_s.arg(drawing.page).arg(drawing.dpi);
        ++outcome.same;
        const auto other = direct.draw(drawing, {});
        if (!other || other->size() != expected.size())
            return u"the scan on page %1 has another size"_s.arg(drawing.page);
        if (*other == expected)
            return {};
        ++outcome.scans;
        const double far = distance(*other, expected);
        return far <= alike ? QString()
                            : u"the scan on page %1 at %2 dpi is %3 away"_s.arg(drawing.page).arg(drawing.dpi).arg(far);
    }

    static QString sortedLetters(const std::vector<core::Word> &words)
    {
        QString letters;
        for (const core::Word &word : words)
            letters += word.text;
        std::ranges::sort(letters);
        return letters;
    }

    static bool hasSameWords(Poppler::Page &page, int number, KeptPainter &painter)
    {
        const core::StopCheck stop = deadline();
        const auto boxes = page.textList(Poppler::Page::Rotate0, &isStopped,
                                         QVariant::fromValue(static_cast<void *>(const_cast<core::StopCheck *>(&stop))));
        if (stop())
            return true; // too slow for a comparison
        const auto text = painter.text(number, {});
        const auto words = core::wordsOf(core::piecesOf(boxes), core::saneSize(page.pageSizeF()));
        if (!text || text->words == words)
            return text.has_value();
        // Only our own device sees which letters one picture stands for, and turns those that are read from the right.
        const QString letters = sortedLetters(words);
        return core::hasRightToLeft(letters) && sortedLetters(text->words) == letters;
    }

    static Outcome work(const QString &file, bool byPopplerOnly)
    {
        Outcome outcome;
        const auto document = Poppler::Document::load(file);
        if (!document || document->isLocked() || document->numPages() < 1)
            return outcome;
        document->setRenderHint(Poppler::Document::Antialiasing);
        document->setRenderHint(Poppler::Document::TextAntialiasing);
        const auto exact = KeptPainter::open(file, {}, {.drawScansDirectly = false});
        const auto direct = KeptPainter::open(file, {}, {});
        for (int page = 1; page <= std::min(mostPages, document->numPages()); ++page) {
            const auto opened = std::unique_ptr<Poppler::Page>(document->page(page - 1));
            if (!opened)
                continue;
            const double dpi = page % 2 == 0 ? 60 : 96;
            const int rotation = page % 3 == 0 ? 90 : 0;
            const core::RenderRequest request{.dpi = dpi, .rotation = rotation, .region = {}};
            const QRect area = core::pictureArea(opened->pageSizeF(), request);
            if (static_cast<qint64>(area.width()) * area.height() > mostPixels)
                continue;
            const core::Drawing drawing{page, dpi, rotation, area};
            if (byPopplerOnly) {
                (void)byPoppler(*document, drawing);
                continue;
            }
            if (exact && !hasSameWords(*opened, page, *exact)) {
                qstrncpy(outcome.complaint.data(), "other words", outcome.complaint.size());
                break;
            }
            const QString complaint =
                exact && direct ? compare(*document, *exact, *direct, drawing, outcome) : u"it is not opened"_s;
            if (!complaint.isEmpty()) {
                qstrncpy(outcome.complaint.data(), complaint.toUtf8().constData(), outcome.complaint.size());
                break;
            }
        }
        return outcome;
    }

private slots:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("LECTERN_TEST_DATA"))
            QSKIP("LECTERN_TEST_DATA does not name the folder of test documents");
        Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    }

    void eachPageIsTheSame_data()
    {
        QTest::addColumn<QString>("file");
        const QDir data(qEnvironmentVariable("LECTERN_TEST_DATA"));
        QStringList files;
        QDirIterator each(data.path(), {u"*.pdf"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext())
            files += each.next();
        files.sort();
        for (const QString &file : files)
            QTest::newRow(qPrintable(data.relativeFilePath(file))) << file;
    }

    void eachPageIsTheSame()
    {
        QFETCH(QString, file);
        const auto outcome = inChild([&file] { return work(file, false); });
        if (!outcome) {
            QVERIFY2(!inChild([&file] { return work(file, true); }), "Poppler's Qt interface alone survives it");
            ++m_crashes;
            return;
        }
        m_same += outcome->same;
        m_scans += outcome->scans;
        m_slow += outcome->slow;
        QVERIFY2(!outcome->complaint[0], outcome->complaint.data());
    }

    void cleanupTestCase()
    {
        qInfo(
            "%d pictures are the same, and the %d of scans among them that are drawn directly look alike; %d took too "
            "long, %d documents were too much for Poppler",
            m_same, m_scans, m_slow, m_crashes);
    }
};

QTEST_GUILESS_MAIN(SamePicturesTest)
#include "tst_samepictures.moc"
