// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/endpointcall.h"
#include "core/engines/engine.h"

#include <QByteArray>

namespace core::gemini {

// POST {base}/v1beta/models/{model}:generateContent
[[nodiscard]] QUrl generateUrl(const Connection &connection);
[[nodiscard]] QUrl modelUrl(const Connection &connection); // where the model is described

// As rulesFor(); a key goes into x-goog-api-key unless the connection names another header.
[[nodiscard]] CallRules rulesOf(const Connection &connection);

// The body: the document before the prompt, the schema's shape as responseJsonSchema, mediaResolution by the
// connection's option or the kind of document, and an instruction that keeps the document's own text from giving
// orders.
[[nodiscard]] QJsonObject generateBody(const Connection &connection, const EngineRequest &request,
                                       const QByteArray &document);

// "MEDIA_RESOLUTION_HIGH" for scans and dense print, MEDIUM for plain text, LOW where there is next to nothing on a
// page.
[[nodiscard]] QString mediaResolution(const Connection &connection, const DocumentText &document);

} // namespace core::gemini
