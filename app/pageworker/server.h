// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pageworker/connection.h"
#include "app/pageworker/firstpicture.h"
#include "core/adapters/ocr/ocrengine.h"
#include "core/adapters/pageworker/protocol.h"
#include "core/adapters/pageworker/sharedmemory.h"
#include "core/documents/pageddocument.h"

#include <map>
#include <memory>

namespace app {

// Answers one request after the other until the program hangs up.
class Server
{
public:
    Server(int socket, QStringList ocrLanguages);
    ~Server();

    [[nodiscard]] int run(); // the program's exit code

private:
    struct Opened {
        core::Descriptor file;
        std::unique_ptr<core::PagedDocument> document;
        std::vector<QSizeF> pageSizes; // empty: not asked for yet
    };

    [[nodiscard]] core::Result<core::Frame> handle(const core::Frame &frame);
    [[nodiscard]] core::Result<core::Frame> setUp(const core::Frame &frame);
    [[nodiscard]] core::Result<core::Frame> open(const core::Frame &frame);
    [[nodiscard]] core::Result<core::Frame> close(const core::Frame &frame);
    [[nodiscard]] core::Result<core::Frame> render(const core::Frame &frame);
    [[nodiscard]] core::Result<core::Frame> readText(const core::Frame &frame);
    [[nodiscard]] core::Result<core::Frame> readScan(const core::Frame &frame);
    [[nodiscard]] core::Result<core::Frame> readIndex(const core::Frame &frame);
    [[nodiscard]] core::Result<core::Frame> readExtras(const core::Frame &frame);
    void drawFirstPicture();
    [[nodiscard]] core::PagedDocument *find(qint64 document) const;
    [[nodiscard]] core::StopCheck stopCheck(quint64 request) const;

    Connection m_connection;
    core::OcrEngine m_ocr;
    core::SharedMemory m_control; // holds the number of the request that is to be given up
    std::map<qint64, Opened> m_documents;
    FirstPicture m_first;
};

} // namespace app
