// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/words/copiedtext.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

namespace {

constexpr double sameLine = 0.5; // of the lower one's height
constexpr double leastColumnGap = 0.9; // of the height of a letter: wider than a blank
constexpr int mostBlanks = 200;

using Row = std::vector<PageWords::Span>;

bool isHyphen(QChar character)
{
    return character == u'-' || character == QChar(0x2010) || character == QChar(0xad);
}

bool keepsHyphen(const PageWords &page, const QString &first, QStringView second)
{
    if (first.back() != u'-')
        return false;
    if (second.isEmpty() || !second.front().isLower() || first.size() < 2 || !first.at(first.size() - 2).isLetter())
        return true;
    return page.text().contains(first + second.toString(), Qt::CaseInsensitive);
}

// Words that stand beside each other, from top to bottom, each from left to right.
std::vector<Row> rowsOf(const PageWords &page, const std::vector<int> &words)
{
    Row spans;
    for (const int word : words)
        spans.push_back(page.span(word));
    std::ranges::stable_sort(spans, {}, [](const PageWords::Span &span) { return span.top + span.bottom; });
    std::vector<Row> rows;
    for (const PageWords::Span &span : spans) {
        if (!rows.empty()) {
            const PageWords::Span &other = rows.back().front();
            const float shared = std::min(span.bottom, other.bottom) - std::max(span.top, other.top);
            if (shared >= sameLine * std::min(span.bottom - span.top, other.bottom - other.top)) {
                rows.back().push_back(span);
                continue;
            }
        }
        rows.push_back({span});
    }
    for (Row &row : rows)
        std::ranges::stable_sort(row, {}, &PageWords::Span::left);
    return rows;
}

QString textOf(const PageWords &page, const PageWords::Span &span)
{
    return page.text().mid(span.start, span.length);
}

bool touches(const PageWords::Span &a, const PageWords::Span &b)
{
    return a.start + a.length == b.start;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Left edges of the columns.
std::vector<double> columnsOf(const std::vector<Row> &rows)
{
    std::vector<std::pair<double, double>> taken;
    std::vector<double> heights;
    for (const Row &row : rows) {
        for (const PageWords::Span &span : row) {
            taken.emplace_back(span.left, span.right);
            heights.push_back(span.bottom - span.top);
        }
    }
    if (taken.empty())
        return {};
    const double least = leastColumnGap * median(heights);
    std::ranges::sort(taken);
    std::vector<double> columns{taken.front().first};
    double end = taken.front().second;
    for (const auto &[left, right] : taken) {
        if (left - end >= least)
            columns.push_back(left);
        end = std::max(end, right);
    }
    return columns;
}

} // namespace

QString plainText(const PageWords &page, const std::vector<int> &words)
{
    QString text;
    const PageWords::Span *before = nullptr;
    QString last;
    for (const int number : words) {
        const PageWords::Span &span = page.span(number);
        const QString word = textOf(page, span);
        if (before && span.line != before->line) {
            const bool divided = isHyphen(last.back()) && last.size() > 1 && word.front().isLetterOrNumber()
                && span.line == before->line + 1;
            if (divided && !keepsHyphen(page, last, word))
                text.chop(1);
            else if (!divided)
                text += u'\n';
        } else if (before && !touches(*before, span)) {
            text += u' ';
        }
        text += word;
        last = word;
        before = &span;
    }
    return text;
}

QString layoutText(const PageWords &page, const std::vector<int> &words)
{
    const std::vector<Row> rows = rowsOf(page, words);
    std::vector<double> widths; // of a letter
    std::vector<double> heights;
    double left = std::numeric_limits<double>::max();
    for (const int word : words) {
        const PageWords::Span &span = page.span(word);
        widths.push_back(static_cast<double>(span.right - span.left) / std::max(1, span.length));
        heights.push_back(span.bottom - span.top);
        left = std::min<double>(left, span.left);
    }
    if (words.empty())
        return {};
    const double letter = std::max(0.5, median(widths));
    const double height = median(heights);
    QStringList lines;
    double bottom = rows.front().front().bottom;
    for (const Row &row : rows) {
        if (row.front().top - bottom > height) // a blank line where there is room for one
            lines.append(QString());
        bottom = row.front().bottom;
        QString line;
        const PageWords::Span *before = nullptr;
        for (const PageWords::Span &span : row) {
            const auto column = static_cast<qsizetype>(std::lround((span.left - left) / letter));
            const qsizetype least = !before || touches(*before, span) ? 0 : 1;
            const bool isGap = !before || span.left - before->right > leastColumnGap * height;
            line += QString(std::clamp<qsizetype>(isGap ? column - line.size() : least, least, mostBlanks), u' ');
            line += textOf(page, span);
            before = &span;
        }
        lines.append(line);
    }
    return lines.join(u'\n');
}

QString tableText(const PageWords &page, const std::vector<int> &words)
{
    const std::vector<Row> rows = rowsOf(page, words);
    const std::vector<double> columns = columnsOf(rows);
    QStringList lines;
    for (const Row &row : rows) {
        QStringList cells;
        for (size_t column = 0; column < columns.size(); ++column)
            cells.append(QString());
        const PageWords::Span *before = nullptr;
        for (const PageWords::Span &span : row) {
            const auto after = std::ranges::upper_bound(columns, span.left + 1e-3);
            QString &cell = cells[std::max<std::ptrdiff_t>(0, after - columns.begin() - 1)];
            if (!cell.isEmpty() && !(before && touches(*before, span)))
                cell += u' ';
            cell += textOf(page, span);
            before = &span;
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace ui
