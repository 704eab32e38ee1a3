// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/memorytrim.h"

#include "core/workflow/queue.h"

#include <QThreadPool>

#include <chrono>
#include <malloc.h>

namespace app {

MemoryTrim::MemoryTrim(core::Queue &queue, QObject *parent)
    : QObject(parent)
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(std::chrono::seconds(1));
    connect(&m_calm, &QTimer::timeout, this, &MemoryTrim::trim);
    connect(&queue, &core::Queue::changed, &m_calm, qOverload<>(&QTimer::start));
}

void MemoryTrim::trim()
{
#ifdef __GLIBC__
    QThreadPool::globalInstance()->start([] { ::malloc_trim(0); });
#endif
}

} // namespace app
