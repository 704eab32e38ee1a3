// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/documents/document.h"
#include "core/engines/connection.h"
#include "core/schema/schema.h"

#include <QJsonObject>

#include <stop_token>

namespace core {

struct Usage {
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    QString cost = QStringLiteral("0"); // decimal string
    QString currency = QStringLiteral("USD");
    QString pricesAsOf; // ISO date, empty when unknown
};

struct EngineRequest {
    QString file; // the original, read again for sending
    DocumentText document;
    Schema schema;
};

// What an engine says a document holds: one JSON object of the schema's shape, nothing of where it stands.
struct EngineAnswer {
    QJsonObject values;
    QString model;
    Usage usage;
    QString warning; // e.g. the answer was cut off; empty when all went well
};

// A remote engine: request out, answer in. Errors: SignInNeeded, SignInRefused, EndpointRefused, EndpointBusy,
// EndpointFailed, Network, Timeout, LimitReached, Cancelled.
class Engine
{
public:
    Engine() = default;
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;
    virtual ~Engine() = default;

    [[nodiscard]] virtual Async<EngineAnswer> extract(const EngineRequest &request, std::stop_token stop) = 0;
};

} // namespace core
