// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace core {

// What the pages of a document are called: i, ii, iii, 1, 2. Where it does not say, by their numbers.
class PageLabels
{
public:
    PageLabels() = default;
    PageLabels(std::vector<QString> labels, int pages); // as many as there are pages, or none

    [[nodiscard]] bool isEmpty() const { return m_labels.empty(); }
    [[nodiscard]] QString label(int page) const; // never empty for a page that exists
    // The page that somebody means by what he typed: a label as it is, in other letters, or a number. Numbers off the
    // end mean the nearest page.
    [[nodiscard]] std::optional<int> pageOf(const QString &typed) const;
    [[nodiscard]] qsizetype longest() const { return m_longest; } // letters

private:
    std::vector<QString> m_labels;
    int m_pages = 0;
    qsizetype m_longest = 0;
};

} // namespace core
