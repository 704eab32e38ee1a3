// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/sections.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr int reach = 14; // rows that a heading rules

} // namespace

bool isHeading(const Layout &layout, const LabelHit &hit)
{
    const Segment &segment = layout.segmentOf(hit.first);
    return hit.first == segment.first && (hit.last == segment.last || hit.colon);
}

Party partyAt(const ReadingInput &input, int token)
{
    const Segment &segment = input.layout.segmentOf(token);
    Party party = Party::Unknown;
    for (const LabelHit &hit : input.labels.hits()) {
        if (hit.first > token)
            break;
        const Segment &home = input.layout.segmentOf(hit.first);
        const bool near = home.page == segment.page && segment.row - home.row <= reach
            && home.box.left() <= segment.box.left() + 25
            && segment.box.left() < home.box.left() + 0.45 * input.layout.row(segment.row).box.right();
        if (!near || !isHeading(input.layout, hit))
            continue;
        for (const int index : hit.fields) {
            const QString &role = input.schema.fields[static_cast<size_t>(index)].role;
            if (role == u"seller_name")
                party = Party::Seller;
            else if (role == u"buyer_name")
                party = Party::Buyer;
        }
    }
    return party;
}

std::vector<Block> blocksOf(const Layout &layout, int page)
{
    std::vector<Block> blocks;
    for (const Row &row : layout.rows()) {
        if (row.page != page)
            continue;
        for (int s = row.first; s < row.last; ++s) {
            const QRectF &box = layout.segment(s).box;
            const auto above = std::find_if(blocks.rbegin(), blocks.rend(), [&](const Block &block) {
                const QRectF &last = layout.segment(block.back()).box;
                const double gap = box.top() - last.bottom();
                const double height = std::max(last.height(), box.height());
                const bool aligned = std::abs(last.left() - box.left()) < 0.4 * height
                    || std::abs(last.center().x() - box.center().x()) < 0.6 * height;
                return aligned && gap > -0.5 * height && gap < 1.3 * height;
            });
            if (above == blocks.rend())
                blocks.push_back({s});
            else
                above->push_back(s);
        }
    }
    return blocks;
}

} // namespace core
