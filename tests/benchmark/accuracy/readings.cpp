// SPDX-License-Identifier: GPL-3.0-or-later
#include "readings.h"

#include "core/adapters/pageworker/workerpool.h"
#include "textcache.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace accuracy {

struct Readings::Workers {
    core::WorkerPool pool;

    template<typename T>
    std::optional<T> wait(const core::Async<T> &answer)
    {
        QEventLoop loop;
        std::optional<T> value;
        core::whenDone(answer, &loop, [&](core::Result<T> result) {
            if (result)
                value = *std::move(result);
            else
                qWarning("%s", qPrintable(result.error().detail));
            loop.quit();
        });
        loop.exec();
        return value;
    }

    std::optional<core::DocumentText> read(const QString &file)
    {
        const std::stop_token stop;
        const auto opened = wait(pool.open(file, {}, stop));
        if (!opened)
            return std::nullopt;
        QObject context;
        const auto text = wait(core::readDocument(pool, *opened, {}, &context, stop));
        pool.close(opened->handle);
        return text;
    }
};

Readings::Readings(const QString &cacheFolder)
    : m_cache(cacheFolder)
{
    if (!m_cache.isEmpty())
        QDir().mkpath(m_cache);
}

Readings::~Readings() = default;

std::optional<core::DocumentText> Readings::read(const QString &set, const QString &file)
{
    const QString cached =
        m_cache.isEmpty() ? QString() : m_cache + u'/' + set + u"__"_s + QFileInfo(file).fileName() + u".json"_s;
    if (!cached.isEmpty()) {
        if (auto text = loadText(cached))
            return text;
    }
    if (!m_workers)
        m_workers = std::make_unique<Workers>();
    auto text = m_workers->read(file);
    if (text && !cached.isEmpty())
        saveText(cached, *text);
    return text;
}

} // namespace accuracy
