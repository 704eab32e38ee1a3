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
QRectF partOf(const PageWords::Span &span, int start, int end, bool isRightToLeft)
{
    const int from = std::max(start, span.start) - span.start;
    const int to = std::min(end, span.start + span.length) - span.start;
    const QRectF box = span.box();
    const double each = box.width() / std::max(1, span.length);
    return {isRightToLeft ? box.right() - to * each : box.left() + from * each, box.top(), (to - from) * each,
            box.height()};
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
    : m_text(core::runningText(text.words))
{
    m_spans.reserve(text.words.size());
    const core::Word *before = nullptr;
    Span span;
    for (const core::Word &word : text.words) {
        if (word.text.isEmpty())
            continue;
        const bool newBlock = before && before->block != word.block;
        const bool newLine = before && (before->line != word.line || newBlock);
        span.line += newLine ? 1 : 0;
        span.block += newBlock ? 1 : 0;
        span.start += span.length + (newLine || (before && before->spaceAfter) ? 1 : 0);
        span.length = static_cast<int>(word.text.size());
        span.place(word.box);
        m_spans.push_back(span);
        before = &word;
    }
}

PageWords::PageWords(const core::CompactPage &page)
    : m_text(QString::fromUtf8(page.text))
{
    const auto words = core::wordsOf(page);
    m_spans.reserve(words.size());
    Span span;
    bool spaceBefore = false;
    for (const core::CompactWord &word : words) {
        span.line += word.startsLine ? 1 : 0;
        span.block += word.startsBlock ? 1 : 0;
        span.start += span.length + (word.startsLine || spaceBefore ? 1 : 0);
        span.length = word.length;
        if (span.start + span.length > m_text.size())
            break;
        span.place(word.box);
        m_spans.push_back(span);
        spaceBefore = word.spaceAfter;
    }
}

void PageWords::Span::place(const QRectF &box)
{
    left = static_cast<float>(box.left());
    top = static_cast<float>(box.top());
    right = static_cast<float>(box.right());
    bottom = static_cast<float>(box.bottom());
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

std::pair<int, int> PageWords::blockOf(int word) const
{
    const auto of = [this, word] {
        return std::equal_range(m_spans.begin(), m_spans.end(), span(word),
                                [](const Span &a, const Span &b) { return a.block < b.block; });
    };
    const auto [first, end] = of();
    return {static_cast<int>(first - m_spans.begin()), static_cast<int>(end - m_spans.begin()) - 1};
}

int PageWords::wordOfText(int position) const
{
    const auto found = std::partition_point(
        m_spans.begin(), m_spans.end(), [position](const Span &span) { return span.start + span.length <= position; });
    return found == m_spans.end() ? -1 : static_cast<int>(found - m_spans.begin());
}

QString PageWords::words(int first, int last) const
{
    if (first < 0 || last < first || last >= count())
        return {};
    return m_text.mid(span(first).start, span(last).start + span(last).length - span(first).start);
}

std::vector<int> PageWords::inside(const QRectF &box) const
{
    std::vector<int> found;
    for (int word = 0; word < count(); ++word) {
        if (box.contains(span(word).box().center()))
            found.push_back(word);
    }
    return found;
}

QString PageWords::wordsInside(const QRectF &box) const
{
    QString found;
    const Span *before = nullptr;
    for (const int word : inside(box)) {
        const Span &place = span(word);
        if (before) {
            const bool touches = before->start + before->length == place.start;
            found += touches ? QString() : QString(place.line == before->line ? u' ' : u'\n');
        }
        found += m_text.mid(place.start, place.length);
        before = &place;
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

std::vector<QRectF> PageWords::boxesOfWords(const std::vector<int> &words) const
{
    LineBoxes boxes;
    for (const int word : words)
        boxes.add(span(word).line, span(word).box());
    return std::move(boxes).boxes();
}

std::vector<QRectF> PageWords::boxesOfText(int start, int length) const
{
    LineBoxes boxes;
    const int end = start + length;
    auto place = std::partition_point(m_spans.begin(), m_spans.end(),
                                      [start](const Span &span) { return span.start + span.length <= start; });
    for (; place != m_spans.end() && place->start < end; ++place) {
        const bool isRightToLeft = QStringView(m_text).mid(place->start, place->length).isRightToLeft();
        boxes.add(place->line, partOf(*place, start, end, isRightToLeft));
    }
    return std::move(boxes).boxes();
}

} // namespace ui
