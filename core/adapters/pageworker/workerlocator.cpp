// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerlocator.h"

#include "core/base/helperprogram.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

QString locatePageWorker()
{
    return locateHelper(u"lectern-page-worker"_s, "LECTERN_PAGE_WORKER", u"pageworker"_s);
}

} // namespace core
