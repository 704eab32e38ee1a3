// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

#include <QStringList>

// A document of plain lines: each word six points a letter wide and ten high, lines twelve apart, 72 points in from the
// left and the top. Two spaces leave a gap of two letters. A page is a list of lines.
class TextDocument
{
public:
    explicit TextDocument(const QList<QStringList> &pages, core::TextSource source = core::TextSource::TextLayer)
    {
        document.info.file = QStringLiteral("made.pdf");
        document.info.sha256 = QByteArray(64, '0');
        document.info.mimeType = QStringLiteral("application/pdf");
        for (const QStringList &lines : pages)
            addPage(lines, source);
    }

    core::DocumentText document;

private:
    void addPage(const QStringList &lines, core::TextSource source)
    {
        core::PageText page;
        page.page = static_cast<int>(document.pages.size()) + 1;
        page.size = {595, 842};
        page.source = source;
        for (qsizetype line = 0; line < lines.size(); ++line)
            addLine(page, lines[line], static_cast<int>(line));
        document.info.pageSizes.push_back(page.size);
        document.pages.push_back(page);
    }

    static void addLine(core::PageText &page, const QString &text, int line)
    {
        const double top = 72 + 12.0 * line;
        qsizetype column = 0;
        for (const QString &part : text.split(QLatin1Char(' '))) {
            if (!part.isEmpty()) {
                core::Word word;
                word.text = part;
                word.box =
                    QRectF(72 + 6.0 * static_cast<double>(column), top, 6.0 * static_cast<double>(part.size()), 10);
                word.line = line;
                word.certainty = page.source == core::TextSource::Ocr ? 0.9 : 1.0;
                page.words.push_back(word);
            }
            column += part.size() + 1;
        }
    }
};
