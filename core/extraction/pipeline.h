// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"
#include "core/extraction/extraction.h"

#include <functional>
#include <stop_token>

namespace core {

struct ExtractOptions {
    std::optional<Schema> schema; // nothing: detected among `schemas`
    std::vector<Schema> schemas;
    bool ignoreEmbedded = false;
    Secret password;
    ReadLimits limits;
    double threshold = 0.9; // certainty from which a value is accepted, where the schema names none
};

enum class ExtractStage { Opening, Reading, Asking, Proving };
struct ExtractProgress {
    ExtractStage stage = ExtractStage::Opening;
    int done = 0; // pages, in Reading
    int total = 0;
};

// One document through the whole pipeline: open, read, (engine) values, evidence, checks, certainty.
// engine null: the local engine. The answer is an error only when there is nothing to show; callers that print a record
// for every input use failedExtraction(). context's thread gets progress.
[[nodiscard]] Async<Extraction> extractDocument(PageSource &pages, Engine *engine, const Connection *connection,
                                                const QString &file, const ExtractOptions &options, QObject *context,
                                                std::stop_token stop,
                                                std::function<void(ExtractProgress)> progress = {});

// The record of a document that could not be read, and of who was asked; connection null: the local engine. Names the
// pages of a document that has too many.
[[nodiscard]] Extraction failedExtraction(const QString &file, const Error &error,
                                          const Connection *connection = nullptr);

// Finds given values on the pages and says how sure each is: the evidence half, pure. `values` has the schema's shape.
[[nodiscard]] Extraction proveValues(const DocumentText &document, const Schema &schema, const QJsonObject &values,
                                     const ExtractOptions &options);

} // namespace core
