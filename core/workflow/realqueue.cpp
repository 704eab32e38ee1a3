// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/queueprivate.h"

#include <QTimer>

namespace core {
namespace {

Extractor extractorWith(PageSource &pages)
{
    return [&pages](Engine *engine, const Connection *connection, const QString &file, const ExtractOptions &options,
                    QObject *context, std::stop_token stop, std::function<void(ExtractProgress)> progress) {
        return extractDocument(pages, engine, connection, file, options, context, std::move(stop), std::move(progress));
    };
}

void afterAWhile(std::chrono::milliseconds delay, QObject *context, std::function<void()> then)
{
    QTimer::singleShot(delay, context, std::move(then));
}

} // namespace

Queue::Queue(Store &store, PageSource &pages, EngineSource &engines, const Clock &clock, QObject *parent)
    : Queue(store, engines, clock, extractorWith(pages), afterAWhile, parent)
{
}

} // namespace core
