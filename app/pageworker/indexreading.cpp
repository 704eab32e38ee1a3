// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pageworker/indexreading.h"

#include "app/pageworker/scanreading.h"

#include <QElapsedTimer>

namespace app {
namespace {

constexpr QSizeF anySize{612, 792};

core::CompactPage brokenPage(int number)
{
    core::CompactPage page;
    page.page = number;
    page.size = anySize;
    page.isReadable = false;
    return page;
}

} // namespace

std::vector<core::CompactPage> indexPages(core::PagedDocument &document, const core::IndexRequest &request,
                                          std::chrono::milliseconds time, const core::StopCheck &stop)
{
    QElapsedTimer clock;
    clock.start();
    std::vector<core::CompactPage> pages;
    for (int number = request.first; number < request.first + request.pages; ++number) {
        const auto text = document.text(number, stop);
        if (stop && stop())
            break;
        pages.push_back(text ? core::compacted(*text) : brokenPage(number));
        if (text)
            pages.back().needsScan = saysLittle(*text);
        if (clock.elapsed() >= time.count())
            break;
    }
    return pages;
}

} // namespace app
