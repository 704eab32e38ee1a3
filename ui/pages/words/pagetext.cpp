// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/words/pagetext.h"

namespace ui {

void PageText::add(int page, const SharedWords &words)
{
    if (!words || words->count() == 0)
        return;
    if (!m_text.isEmpty())
        m_text += u'\n';
    m_parts.push_back({page, size(), words});
    m_text += words->text();
}

const PageText::Part *PageText::partAt(int position) const
{
    const Part *found = nullptr;
    for (const Part &part : m_parts) {
        if (part.start <= position)
            found = &part;
    }
    return found;
}

std::optional<WordPosition> PageText::wordAt(int position) const
{
    const Part *part = partAt(position);
    if (!part)
        return {};
    const int word = part->words->wordOfText(position - part->start);
    return WordPosition{part->page, word < 0 ? part->words->count() - 1 : word};
}

PageText::Range PageText::line(int position) const
{
    const int at = std::clamp(position, 0, size());
    const auto before = at == 0 ? -1 : m_text.lastIndexOf(u'\n', at - 1);
    const auto after = m_text.indexOf(u'\n', at);
    return {static_cast<int>(before + 1), after < 0 ? size() : static_cast<int>(after + 1)};
}

PageText::Range PageText::paragraph(int position) const
{
    const Part *part = partAt(position);
    const auto word = wordAt(position);
    if (!part || !word)
        return {0, size()};
    const auto [first, last] = part->words->blockOf(word->word);
    const PageWords::Span &end = part->words->span(last);
    return {part->start + part->words->span(first).start, std::min(size(), part->start + end.start + end.length + 1)};
}

std::pair<int, QRectF> PageText::boxAt(int position) const
{
    const Part *part = partAt(position);
    if (!part || position < 0 || position >= size())
        return {};
    const auto boxes = part->words->boxesOfText(position - part->start, 1);
    if (!boxes.empty())
        return {part->page, boxes.front()};
    // A blank: the end of the word before.
    const auto before =
        position > part->start ? part->words->boxesOfText(position - part->start - 1, 1) : std::vector<QRectF>();
    if (before.empty())
        return {};
    return {part->page, {before.front().right(), before.front().top(), 1, before.front().height()}};
}

int PageText::positionAt(int page, const QPointF &point) const
{
    for (const Part &part : m_parts) {
        if (part.page != page)
            continue;
        const PageWords::Span &span = part.words->span(part.words->nearestWord(point));
        const double inWord = (point.x() - span.left) / std::max(1e-3F, span.right - span.left);
        return part.start + span.start + std::clamp(static_cast<int>(inWord * span.length), 0, span.length - 1);
    }
    return -1;
}

PageText::Range PageText::rangeOf(const TextSelection &selection) const
{
    std::optional<Range> range;
    for (const Part &part : m_parts) {
        const std::vector<int> words =
            selection.isEmpty() ? std::vector<int>() : selection.wordsOn(part.page, *part.words);
        if (words.empty())
            continue;
        const PageWords::Span &last = part.words->span(words.back());
        if (!range)
            range = Range{part.start + part.words->span(words.front()).start, 0};
        range->end = part.start + last.start + last.length;
    }
    return range.value_or(Range());
}

std::optional<TextSelection> PageText::selectionOf(Range range) const
{
    const auto first = wordAt(std::min(range.start, range.end));
    const auto last = wordAt(std::max(range.start, range.end) - 1);
    if (!first || !last || range.start == range.end)
        return {};
    TextSelection selection;
    selection.begin(*first, *first);
    selection.extendTo(*last, *last);
    return selection;
}

} // namespace ui
