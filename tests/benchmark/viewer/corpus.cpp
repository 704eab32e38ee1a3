// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/viewer/corpus.h"

#include "tests/support/scans.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QRandomGenerator>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int scannedPages = 20;
constexpr QSizeF letter{612, 792};

void complain(const QString &what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
}

bool write(const QString &file, const QByteArray &bytes)
{
    QFile target(file);
    return target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size();
}

QStringList words()
{
    QStringList found;
    for (const auto *name : {"GPL-3", "Apache-2.0", "MPL-2.0", "GFDL-1.3", "Artistic", "LGPL-2.1"}) {
        QFile file(u"/usr/share/common-licenses/"_s + QLatin1StringView(name));
        if (file.open(QIODevice::ReadOnly))
            found += QString::fromUtf8(file.readAll()).simplified().split(u' ');
    }
    return found.isEmpty() ? QStringList{u"word"_s} : found;
}

// A thousand pages of running text in three fonts.
bool makeText(const QString &file, const QColor &paper = Qt::white)
{
    QPdfWriter writer(file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(72);
    writer.setPageMargins({});
    QPainter painter(&writer);
    const QFont heading(u"DejaVu Sans"_s, 15, QFont::Bold);
    const QFont plain(u"DejaVu Serif"_s, 9);
    const QFont bold(u"DejaVu Serif"_s, 9, QFont::Bold);
    const QStringList text = words();
    qsizetype next = 0;
    for (int page = 0; page < 1000; ++page) {
        if (page > 0)
            writer.newPage();
        if (paper != Qt::white)
            painter.fillRect(QRectF(0, 0, 596, 843), paper);
        painter.setFont(heading);
        painter.drawText(QPointF(56, 64), u"Chapter %1"_s.arg(page / 20 + 1));
        painter.drawLine(QPointF(56, 72), QPointF(539, 72));
        for (int y = 92, line = 0; y < 780; y += 13, ++line) {
            painter.setFont(line % 17 == 5 ? bold : plain);
            QString row;
            while (painter.fontMetrics().horizontalAdvance(row) < 430)
                row += text[next++ % text.size()] + u' ';
            painter.drawText(QPointF(56, y), row);
        }
    }
    return painter.end();
}

// What a scanner makes of a printed page: paper that is not white, and noise.
QImage aged(const QImage &page, quint32 seed)
{
    QRandomGenerator random(seed);
    QImage picture = page.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const int grain = static_cast<int>(random.generate() >> 28) - 4;
            const auto channel = [grain](int value, int part) {
                return qBound(0, value * part / 100 + 6 + grain, 255);
            };
            line[x] = qRgb(channel(qRed(line[x]), 93), channel(qGreen(line[x]), 91), channel(qBlue(line[x]), 86));
        }
    }
    return picture;
}

QList<QImage> printed(const QString &source, int first, const QString &folder)
{
    QList<QImage> pages;
    for (int page = 0; page < scannedPages; ++page) {
        const QString number = QString::number(first + page * 7);
        const QString base = QDir(folder).filePath(u"page"_s);
        QProcess::execute(
            u"pdftoppm"_s,
            {u"-r"_s, u"300"_s, u"-png"_s, u"-singlefile"_s, u"-f"_s, number, u"-l"_s, number, source, base});
        pages += QImage(base + u".png"_s);
        QFile::remove(base + u".png"_s);
    }
    return pages;
}

QString existing(const QString &folder, const QString &name)
{
    const QString file = QDir(folder).filePath(name);
    return QFile::exists(file) ? file : QString();
}

QString installed(const QString &folder, const QString &name, const QString &file, const QString &package)
{
    if (const QString found = existing(folder, name); !found.isEmpty())
        return found;
    if (QFile::exists(file))
        return file;
    complain(u"%1 is missing: install the package %2"_s.arg(name, package));
    return {};
}

QString text(const QString &folder)
{
    const QString file = QDir(folder).filePath(u"text1000.pdf"_s);
    return QFile::exists(file) || makeText(file) ? file : QString();
}

void makeScans(const QString &folder, const QString &source)
{
    const QString colour = QDir(folder).filePath(u"scan_jpg.pdf"_s);
    const QString fax = QDir(folder).filePath(u"scan_g4.pdf"_s);
    if (source.isEmpty() || (QFile::exists(colour) && QFile::exists(fax)))
        return;
    complain(u"making scans, once"_s);
    std::vector<ScanImage> jpegs;
    std::vector<ScanImage> faxes;
    for (const QImage &page : printed(source, 100, folder)) {
        jpegs.push_back(jpegScan(aged(page, static_cast<quint32>(jpegs.size())), 75));
        faxes.push_back(faxScan(page));
    }
    write(colour, scanPdf(jpegs, letter));
    write(fax, scanPdf(faxes, letter));
}

} // namespace

std::vector<BenchDocument> benchDocuments(const QString &folder)
{
    QDir().mkpath(folder);
    const QString manual =
        installed(folder, u"refman.pdf"_s, u"/usr/share/R/doc/manual/fullrefman.pdf"_s, u"r-doc-pdf"_s);
    const QString gnuplot =
        installed(folder, u"gnuplot.pdf"_s, u"/usr/share/doc/gnuplot/gnuplot.pdf"_s, u"gnuplot-doc"_s);
    makeScans(folder, manual);
    std::vector<BenchDocument> documents{
        {u"text, 1,000 pages"_s, text(folder), 96, 300, 120, 1000},
        {u"manual, 2,415 pages"_s, manual, 96, 700, 120, 2415},
        {u"gnuplot, 311 pages"_s, gnuplot, 96, 100, 120, 311},
        {u"scan, JPEG, 300 dpi"_s, existing(folder, u"scan_jpg.pdf"_s), 150, 2, 18, scannedPages},
        {u"scan, fax G4, 300 dpi"_s, existing(folder, u"scan_g4.pdf"_s), 150, 2, 18, scannedPages},
    };
    std::erase_if(documents, [](const BenchDocument &document) { return document.file.isEmpty(); });
    return documents;
}

QString tintedText(const QString &folder)
{
    QDir().mkpath(folder);
    const QString file = QDir(folder).filePath(u"tint1000.pdf"_s);
    return QFile::exists(file) || makeText(file, QColor(255, 244, 214)) ? file : QString();
}
