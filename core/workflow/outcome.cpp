// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/outcome.h"

#include "core/extraction/doubts.h"

#include <QJsonDocument>

namespace core {

DocumentRow withExtraction(DocumentRow row, const Extraction &extraction)
{
    row.extraction = QJsonDocument(toJson(extraction)).toJson(QJsonDocument::Compact);
    row.sha256 = extraction.sha256.toLatin1();
    row.pages = extraction.pages;
    row.schema = extraction.schemaId;
    row.doubts = countDoubts(extraction);
    row.state = DocumentState::ToReview;
    row.errorCode.clear();
    row.errorDetail.clear();
    if (extraction.error) {
        row.errorCode = toString(extraction.error->code);
        row.errorDetail = extraction.error->detail;
    }
    return row;
}

DocumentRow withError(DocumentRow row, const Error &error)
{
    row.state = DocumentState::Failed;
    row.errorCode = toString(error.code);
    row.errorDetail = error.detail;
    return row;
}

std::optional<std::chrono::milliseconds> waitBeforeNextTry(const Error &error, int triesSoFar)
{
    using namespace std::chrono_literals;
    constexpr int mostTries = 5;
    const bool passes = error.code == ErrorCode::EndpointBusy || error.code == ErrorCode::Network;
    if (!passes || triesSoFar >= mostTries)
        return {};
    return 2s * (1 << (triesSoFar - 1)); // 2, 4, 8, 16 s
}

} // namespace core
