// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerstart.h"

#include "core/adapters/pageworker/workerlocator.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

Result<std::unique_ptr<WorkerProcess>> startWorker(const PoolOptions &options)
{
    const QString program = options.program.isEmpty() ? locatePageWorker() : options.program;
    if (program.isEmpty())
        return fail(ErrorCode::WorkerLost, u"lectern-page-worker is not installed"_s);
    QStringList arguments{u"--memory"_s, QString::number(options.memoryLimit)};
    if (options.yields)
        arguments << u"--yield"_s;
    if (!options.ocrLanguages.isEmpty())
        arguments << u"--ocr-languages"_s << options.ocrLanguages.join(u'+');
    return WorkerProcess::start({program, arguments});
}

} // namespace core
