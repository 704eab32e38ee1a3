// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/workerpool.h"
#include "tests/benchmark/viewer/corpus.h"

// Milliseconds a page: by the clock, and of all the processors' time.
struct Cost {
    double wall = 0;
    double cpu = 0;
};

// A page by `pdftoppm`, one thread: a run over the pages less a run over the first of them, so that its start and the
// opening of the file are not counted.
[[nodiscard]] Cost pdftoppmPage(const BenchDocument &document);

// A page by the pool's workers, all of them at work, from the first request to the last picture.
[[nodiscard]] Cost workerPage(core::WorkerPool &pool, core::DocumentHandle handle, const BenchDocument &document);

// One page after the other, asked of a worker and drawn in this very process in turns: what the boundary costs, as the
// median over the pages, in milliseconds.
[[nodiscard]] double boundary(core::WorkerPool &pool, core::DocumentHandle handle, const BenchDocument &document);

// Opens it and lets every worker draw a page of it.
[[nodiscard]] core::DocumentHandle openedByAll(core::WorkerPool &pool, const BenchDocument &document, int workers);

// Milliseconds of the processors: of all children that have ended, and of processes that run.
[[nodiscard]] double childrensTime();
[[nodiscard]] double timeOf(const std::vector<qint64> &processes);

[[nodiscard]] double median(std::vector<double> values);
