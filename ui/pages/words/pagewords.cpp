// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/words/pagewords.h"

#include <algorithm>
#include <limits>

namespace ui {

namespace {

constexpr double acrossLines = 4; // leaving a line counts more than walking along it

double outside(double value, double low, double high)
{
    return std::max({low - value, value - high, 0.0});
}

// The part of a word that some of its characters take up; the widths of single characters are not known.
QRectF partOf(const PageWords::Span &span, int start, int end)
{
    const int from = std::max(start, span.start) - span.start;
    const int to = std::min(end, span.start + span.length) - span.start;
    const QRectF box = span.box();
    const double each = box.width() / std::max(1, span.length);
    return {box.left() + from * each, box.top(), (to - from) * each, box.height()};
}

class LineBoxes
{
public:
    void add(int line, const QRectF &box)
    {
        if (!m_boxes.empty() && line == m_line)
            m_boxes.back() |= box;
        else
            m_boxes.push_back(box);
        m_line = line;
    }
    [[nodiscard]] std::vector<QRectF> boxes() && { return std::move(m_boxes); }

private:
    std::vector<QRectF> m_boxes;
    int m_line = -1;
};

} // namespace

PageWords::PageWords(const core::PageText &text)
{
    m_spans.reserve(text.words.size());
    const core::Word *before = nullptr;
    int line = 0;
    for (const core::Word &word : text.words) {
        if (word.text.isEmpty())
            continue;
        if (before && (before->line != word.line || before->block != word.block)) {
            m_text += u'\n';
            ++line;
        } else if (before && before->spaceAfter) {
            m_text += u' ';
        }
        m_spans.push_back({static_cast<int>(m_text.size()), static_cast<int>(word.text.size()), line,
                           static_cast<float>(word.box.left()), static_cast<float>(word.box.top()),
                           static_cast<float>(word.box.right()), static_cast<float>(word.box.bottom())});
        m_text += word.text;
        before = &word;
    }
    m_text.squeeze();
}

qint64 PageWords::bytes() const
{
    return m_text.size() * qsizetype(sizeof(QChar)) + static_cast<qint64>(m_spans.size() * sizeof(Span));
}

int PageWords::wordAt(const QPointF &point) const
{
    for (int word = 0; word < count(); ++word)
        if (span(word).box().contains(point))
            return word;
    return -1;
}

int PageWords::nearestWord(const QPointF &point) const
{
    int nearest = -1;
    double least = std::numeric_limits<double>::max();
    for (int word = 0; word < count(); ++word) {
        const Span &place = span(word);
        const double distance =
            outside(point.x(), place.left, place.right) + acrossLines * outside(point.y(), place.top, place.bottom);
        if (distance < least) {
            least = distance;
            nearest = word;
        }
    }
    return nearest;
}

std::pair<int, int> PageWords::lineOf(int word) const
{
    int first = word;
    int last = word;
    while (first > 0 && span(first - 1).line == span(word).line)
        --first;
    while (last + 1 < count() && span(last + 1).line == span(word).line)
        ++last;
    return {first, last};
}

QString PageWords::words(int first, int last) const
{
    if (first < 0 || last < first || last >= count())
        return {};
    return m_text.mid(span(first).start, span(last).start + span(last).length - span(first).start);
}

QString PageWords::wordsInside(const QRectF &box) const
{
    QString found;
    int line = -1;
    int previous = -1;
    for (int word = 0; word < count(); ++word) {
        const Span &place = span(word);
        if (!box.contains(place.box().center()))
            continue;
        if (!found.isEmpty()) {
            const bool touches = previous == word - 1 && span(previous).start + span(previous).length == place.start;
            found += touches ? QString() : QString(place.line == line ? u' ' : u'\n');
        }
        found += m_text.mid(place.start, place.length);
        line = place.line;
        previous = word;
    }
    return found;
}

std::vector<QRectF> PageWords::boxesOfWords(int first, int last) const
{
    LineBoxes boxes;
    for (int word = std::max(0, first); word <= std::min(last, count() - 1); ++word)
        boxes.add(span(word).line, span(word).box());
    return std::move(boxes).boxes();
}

std::vector<QRectF> PageWords::boxesOfText(int start, int length) const
{
    LineBoxes boxes;
    const int end = start + length;
    auto place = std::partition_point(m_spans.begin(), m_spans.end(),
                                      [start](const Span &span) { return span.start + span.length <= start; });
    for (; place != m_spans.end() && place->start < end; ++place)
        boxes.add(place->line, partOf(*place, start, end));
    return std::move(boxes).boxes();
}

} // namespace ui
