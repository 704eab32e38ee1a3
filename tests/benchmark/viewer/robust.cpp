// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/viewer/robust.h"

#include "core/adapters/pageworker/workerpool.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

template<typename T>
core::Result<T> waited(const core::Async<T> &answer)
{
    while (!answer.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return answer.result();
}

} // namespace

std::vector<std::pair<double, QString>> robustTimes(const QString &folder)
{
    std::vector<std::pair<double, QString>> times;
    core::WorkerPool pool;
    QObject context;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
        QElapsedTimer clock;
        clock.start();
        if (const auto opened = waited(pool.open(file.filePath(), {}, {}))) {
            const auto drawing = pool.render({.document = opened->handle, .page = 1, .region = {}}, {});
            core::ReadLimits limits;
            limits.timeout = std::chrono::seconds(15);
            limits.ocr = core::OcrMode::Never;
            (void)waited(core::readDocument(pool, *opened, limits, &context, {}));
            (void)waited(drawing);
            pool.close(opened->handle);
        }
        times.emplace_back(static_cast<double>(clock.nsecsElapsed()) / 1e6, file.fileName());
    }
    return times;
}
