// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/frame.h"
#include "core/adapters/pageworker/picturememory.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/documents/firstlook.h"
#include "core/documents/pagesource.h"

#include <QFile>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace core {

// What every worker needs to open the document for itself.
struct OpenFile {
    DocumentHandle handle = 0;
    std::shared_ptr<QFile> file = {};
    QString mimeType = {};
    Secret password = {};
    FirstLook look = {};
};

// One question to a worker, whichever it will be.
struct Job {
    quint64 id = 0; // also the order among those of equal priority
    int priority = 0; // the lowest first
    std::shared_ptr<const OpenFile> document;
    MessageType question = MessageType::Open;
    MessageType answer = MessageType::Opened;
    QByteArray body;
    QSize picture; // pixels of what is to be drawn; empty: nothing is
    std::shared_ptr<SharedMemory> memory; // of the picture, once a worker is asked for it: goes with the question
    std::shared_ptr<PictureMemory> memories; // where that comes from
    std::chrono::milliseconds patience{}; // from the moment a worker first takes it
    std::optional<std::chrono::steady_clock::time_point> due;
    bool yields = false; // ends early with what there is, when something more urgent has no worker
    int attempts = 0;
    std::function<void(Result<QByteArray>)> done; // called once, with the body of the answer
    std::optional<std::stop_callback<std::function<void()>>> onStop;
};
using JobPointer = std::shared_ptr<Job>;

} // namespace core
