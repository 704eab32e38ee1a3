// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/layout.h"
#include "core/schema/schema.h"

namespace core {

// Words that name a value. Tokens are [first, last).
struct LabelHit {
    int first = 0;
    int last = 0;
    double quality = 0; // 1 as expected, less for what a sloppy scan makes of it
    std::vector<int> fields; // indexes given to the index; empty when it names something that nobody asked for
    QString key;
    bool colon = false; // "Date:" leaves no doubt that a value follows
};

// All labels of a document. Where labels overlap the longest is meant: "Order date" is no "Date".
class LabelIndex
{
public:
    LabelIndex(const Layout &layout, const std::vector<SchemaField> &fields);

    [[nodiscard]] const std::vector<LabelHit> &hits() const { return m_hits; }
    [[nodiscard]] bool isLabel(int token) const { return m_claimed[static_cast<size_t>(token)]; }
    // The first token from `from` that begins a label, or `to`.
    [[nodiscard]] int nextLabel(int from, int to) const;

private:
    std::vector<LabelHit> m_hits;
    std::vector<bool> m_claimed;
};

// Every way a field may be named: its labels in all languages, its title, its name in words, what its description
// lists.
[[nodiscard]] QStringList labelsFor(const SchemaField &field);

} // namespace core
