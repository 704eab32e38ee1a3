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

// How many rows have something at each step from the left, words of a cell and the blanks between them alike.
std::vector<int> coverage(const std::vector<Row> &rows, double left, double step, double leastGap, size_t steps)
{
    std::vector<int> covered(steps, 0);
    const auto stepOf = [&](double x) {
        return std::min(steps - 1, static_cast<size_t>(std::max(0.0, (x - left) / step)));
    };
    for (const Row &row : rows) {
        for (size_t word = 0; word < row.size(); ++word) {
            const bool goesOn = word + 1 < row.size() && row[word + 1].left - row[word].right < leastGap;
            const double end = goesOn ? std::max(row[word + 1].left, row[word].right) : row[word].right;
            for (size_t at = stepOf(row[word].left); at < stepOf(end); ++at)
                ++covered[at];
        }
    }
    return covered;
}

// Where columns begin, but for the first: in the middle of gaps that next to all rows have. Headings may cross them.
std::vector<double> columnsOf(const std::vector<Row> &rows)
{
    constexpr size_t steps = 2000;
    std::vector<double> heights;
    double left = std::numeric_limits<double>::max();
    double right = std::numeric_limits<double>::lowest();
    for (const Row &row : rows) {
        for (const PageWords::Span &span : row) {
            left = std::min<double>(left, span.left);
            right = std::max<double>(right, span.right);
            heights.push_back(span.bottom - span.top);
        }
    }
    if (heights.empty() || !(right > left))
        return {};
    const double step = (right - left) / static_cast<double>(steps);
    const double leastGap = leastColumnGap * median(heights);
    const auto mayCross = static_cast<int>(rows.size() * 15 / 100);
    const std::vector<int> covered = coverage(rows, left, step, leastGap, steps);
    std::vector<double> columns;
    for (size_t at = 0; at < steps;) {
        size_t end = at;
        while (end < steps && covered[end] <= mayCross)
            ++end;
        if (at > 0 && end < steps && static_cast<double>(end - at) * step >= leastGap)
            columns.push_back(left + static_cast<double>(at + end) / 2 * step);
        at = std::max(end, at + 1);
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
        for (size_t column = 0; column <= columns.size(); ++column)
            cells.append(QString());
        const PageWords::Span *before = nullptr;
        for (const PageWords::Span &span : row) {
            QString &cell = cells[std::ranges::upper_bound(columns, span.left) - columns.begin()];
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
