// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/nearlabel.h"

#include <algorithm>

namespace core {
namespace {

constexpr double widestGap = 260; // points between a label and its value
constexpr double highestGap = 2.6; // heights of the value between it and a label above

} // namespace

NearLabel::NearLabel(const TextIndex &index, const QStringList &labels)
    : m_index(index)
{
    for (const QString &label : labels) {
        const QString compact = compacted(label);
        if (compact.size() >= 3)
            m_labels.emplace_back(compact, label);
    }
    std::stable_sort(m_labels.begin(), m_labels.end(),
                     [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
}

QString NearLabel::labelIn(const QString &compact) const
{
    const auto hit = std::find_if(m_labels.begin(), m_labels.end(),
                                  [&](const auto &label) { return compact.contains(label.first); });
    return hit == m_labels.end() ? QString() : hit->second;
}

NearLabel::Hit NearLabel::at(int page, const QRectF &box) const
{
    if (m_labels.empty())
        return {};
    const auto [first, end] = m_index.wordsOfPage(page);
    QString left;
    QString above;
    for (qsizetype i = first; i < end; ++i) {
        const Word &word = *m_index.words()[static_cast<size_t>(i)].word;
        const double overlap = std::min(word.box.bottom(), box.bottom()) - std::max(word.box.top(), box.top());
        const bool onLine = overlap > 0.4 * std::min(word.box.height(), box.height());
        if (onLine && word.box.left() < box.left() && box.left() - word.box.right() < widestGap)
            left += compacted(word.text);
        const double gap = box.top() - word.box.bottom();
        const bool over = word.box.right() > box.left() - 20 && word.box.left() < box.right() + 20;
        if (!onLine && over && gap > -2 && gap < highestGap * box.height())
            above += compacted(word.text);
    }
    if (const QString label = labelIn(left); !label.isEmpty())
        return {label, true};
    return {labelIn(above), false};
}

} // namespace core
