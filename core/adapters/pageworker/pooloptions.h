// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <chrono>

namespace core {

struct PoolOptions {
    QString program; // empty: locatePageWorker()
    int workers = 0; // 0: one a core, at least two
    int background = 0; // how many of them may read text at once; 0: all. A window keeps one free for drawing
    int ready = 0; // workers started at once, before anything is asked of them
    bool yields = false; // to every other process of the machine: for what nobody looks at
    std::chrono::milliseconds idleTime{}; // a worker with nothing to do for so long is ended; 0: none is
    qint64 memoryLimit = qint64{1536} << 20; // bytes, each worker
    qint64 mostPixels = 100'000'000; // of one picture
    std::chrono::milliseconds deadline{12'000}; // of every request but OCR
    std::chrono::milliseconds ocrDeadline{90'000}; // of one page
    std::chrono::milliseconds grace{1'000}; // for a worker to end what was cancelled
    std::chrono::milliseconds longestRest{5'000}; // at a stretch; then it works at least as long
    QStringList ocrLanguages; // Tesseract's codes; empty: English and German, those of them that are installed
};

} // namespace core
