// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pagelabels.h"

#include <QLocale>

#include <algorithm>

namespace core {

PageLabels::PageLabels(std::vector<QString> labels, int pages)
    : m_labels(std::move(labels))
    , m_pages(pages)
{
    bool saysMore = m_labels.size() == static_cast<std::size_t>(pages);
    if (saysMore) {
        int page = 0;
        saysMore = std::any_of(m_labels.begin(), m_labels.end(),
                               [&page](const QString &label) { return label != QString::number(++page); });
    }
    if (!saysMore)
        m_labels.clear();
    m_longest = QString::number(pages).size();
    for (const QString &label : m_labels)
        m_longest = std::max(m_longest, label.size());
}

QString PageLabels::label(int page) const
{
    const QString number = QString::number(page);
    if (page < 1 || static_cast<std::size_t>(page) > m_labels.size())
        return number;
    const QString &label = m_labels[static_cast<std::size_t>(page - 1)];
    return label.isEmpty() ? number : label;
}

std::optional<int> PageLabels::pageOf(const QString &typed) const
{
    const QString wanted = typed.trimmed();
    if (wanted.isEmpty() || m_pages == 0)
        return {};
    for (const auto sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const auto found = std::find_if(m_labels.begin(), m_labels.end(),
                                        [&](const QString &label) { return wanted.compare(label, sensitivity) == 0; });
        if (found != m_labels.end())
            return static_cast<int>(found - m_labels.begin()) + 1;
    }
    bool isNumber = false;
    const int page = QLocale().toInt(wanted, &isNumber);
    return isNumber ? std::optional(std::clamp(page, 1, m_pages)) : std::nullopt;
}

} // namespace core
