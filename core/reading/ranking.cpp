// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/ranking.h"

#include <algorithm>
#include <map>

namespace core {

namespace {

constexpr double nearTie = 0.12;
constexpr double support = 0.03; // what each further finding of the same value adds
constexpr double mostSupport = 0.09;

std::vector<Finding> byValue(std::vector<Finding> same)
{
    std::vector<Finding> distinct;
    std::vector<double> added;
    std::stable_sort(same.begin(), same.end(), [](const Finding &a, const Finding &b) { return a.score > b.score; });
    for (Finding &finding : same) {
        const auto known = std::find_if(distinct.begin(), distinct.end(),
                                        [&](const Finding &each) { return each.value.value == finding.value.value; });
        if (known == distinct.end()) {
            distinct.push_back(std::move(finding));
            added.push_back(0);
            continue;
        }
        auto &sum = added[static_cast<size_t>(known - distinct.begin())];
        sum = std::min(mostSupport, sum + support);
        if (known->value.currency.isEmpty())
            known->value.currency = finding.value.currency;
    }
    for (size_t i = 0; i < distinct.size(); ++i)
        distinct[i].score = std::min(1.0, distinct[i].score + added[i]);
    std::stable_sort(distinct.begin(), distinct.end(),
                     [](const Finding &a, const Finding &b) { return a.score > b.score; });
    return distinct;
}

} // namespace

std::vector<Finding> bestOf(const std::vector<Finding> &findings)
{
    std::map<QString, std::vector<Finding>> byPath;
    std::vector<QString> order;
    for (const Finding &finding : findings) {
        auto &same = byPath[finding.path];
        if (same.empty())
            order.push_back(finding.path);
        same.push_back(finding);
    }
    std::vector<Finding> result;
    for (const QString &path : order) {
        std::vector<Finding> distinct = byValue(std::move(byPath[path]));
        Finding best = distinct.front();
        for (size_t i = 1; i < distinct.size() && distinct[i].score >= best.score - nearTie; ++i)
            best.others.push_back(distinct[i].value);
        result.push_back(std::move(best));
    }
    return result;
}

} // namespace core
