// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pageworker/server.h"

#include "app/pageworker/factserver.h"
#include "app/pageworker/indexreading.h"
#include "app/pageworker/scanreading.h"
#include "core/adapters/pageworker/controlpage.h"
#include "core/adapters/pageworker/exitcodes.h"
#include "core/adapters/pictures/picturedocument.h"
#include "core/adapters/poppler/pdfdocument.h"

#include <cstring>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using core::fail;
using core::Frame;
using core::MessageType;
using core::Result;

namespace app {
namespace {

constexpr int badProtocol = core::exitProtocol;

tl::unexpected<core::Error> nonsense()
{
    return fail(ErrorCode::Internal, u"malformed request"_s);
}

tl::unexpected<core::Error> notOpen()
{
    return fail(ErrorCode::NotFound, u"document is not open"_s);
}

template<typename Body>
Frame answerOf(const Frame &question, MessageType type, const Body &body)
{
    return {type, question.request, core::pack(body)};
}

Result<std::unique_ptr<core::PagedDocument>> load(const QString &mimeType, int file, const QByteArray &password)
{
    const QString path = u"/proc/self/fd/%1"_s.arg(file);
    if (mimeType == "application/pdf"_L1)
        return core::PdfDocument::open(path, password);
    return core::PictureDocument::open(path);
}

// Rows of blue, green, red and an unused byte, as QImage::Format_RGB32 has them.
bool copyPicture(const QImage &image, const core::RenderCall &call, uchar *target)
{
    const QImage source = image.format() == QImage::Format_RGB32 || image.format() == QImage::Format_ARGB32
        ? image
        : image.convertToFormat(QImage::Format_RGB32);
    if (source.size() != call.area.size())
        return false;
    for (int row = 0; row < source.height(); ++row) {
        std::memcpy(target + static_cast<qsizetype>(row) * call.bytesPerLine, source.constScanLine(row),
                    static_cast<size_t>(source.width()) * 4);
    }
    return true;
}

} // namespace

Server::Server(int socket, QStringList ocrLanguages)
    : m_connection(socket)
    , m_ocr(std::move(ocrLanguages))
{
}

Server::~Server() = default;

int Server::run()
{
    while (const auto frame = m_connection.next()) {
        if (!m_control.isValid() && frame->type != MessageType::Setup)
            return badProtocol;
        auto answer = handle(*frame);
        if (!answer && frame->type == MessageType::Setup)
            return badProtocol;
        if (frame->type == MessageType::Setup)
            continue;
        if (!answer)
            answer =
                answerOf(*frame, MessageType::Failed, core::FailedAnswer{answer.error().code, answer.error().detail});
        if (!m_connection.answer(*answer))
            break;
        if (frame->type == MessageType::Open)
            drawFirstPicture();
    }
    return 0;
}

Result<Frame> Server::handle(const Frame &frame)
{
    switch (frame.type) {
    case MessageType::Setup:
        return setUp(frame);
    case MessageType::Open:
        return open(frame);
    case MessageType::Close:
        return close(frame);
    case MessageType::Render:
        return render(frame);
    case MessageType::ReadText:
        return readText(frame);
    case MessageType::ReadScan:
        return readScan(frame);
    case MessageType::ReadIndex:
        return readIndex(frame);
    case MessageType::ReadExtras:
        return readExtras(frame);
    default:
        return answerAboutDocument(
                   frame, [this](qint64 document) { return find(document); }, stopCheck(frame.request))
            .value_or(nonsense());
    }
}

Result<Frame> Server::setUp(const Frame &frame)
{
    const auto call = core::unpack<core::SetupCall>(frame.body);
    if (!call || call->version != core::protocolVersion)
        return nonsense();
    m_control = core::SharedMemory::attach(m_connection.takeDescriptor(), core::controlPageSize);
    if (!m_control.isValid())
        return nonsense();
    return frame;
}

Result<Frame> Server::open(const Frame &frame)
{
    core::Descriptor file = m_connection.takeDescriptor();
    const auto call = core::unpack<core::OpenCall>(frame.body);
    if (!call || !file.isValid())
        return nonsense();
    auto document = load(call->mimeType, file.get(), call->password);
    if (!document)
        return tl::make_unexpected(std::move(document).error());
    core::OpenAnswer answer{(*document)->title(), {}};
    if (call->wantsSizes)
        answer.pageSizes = (*document)->pageSizes();
    m_first = answer.pageSizes.empty() ? FirstPicture()
                                       : FirstPicture(call->document, call->look, answer.pageSizes.front());
    m_documents[call->document] = {std::move(file), *std::move(document), answer.pageSizes};
    return answerOf(frame, MessageType::Opened, answer);
}

Result<Frame> Server::close(const Frame &frame)
{
    const auto call = core::unpack<core::CloseCall>(frame.body);
    if (call && m_first.document() == call->document)
        m_first = {};
    if (call)
        m_documents.erase(call->document);
    return frame;
}

Result<Frame> Server::render(const Frame &frame)
{
    core::Descriptor memory = m_connection.takeDescriptor();
    const auto call = core::unpack<core::RenderCall>(frame.body);
    if (!call)
        return nonsense();
    core::PagedDocument *document = find(call->document);
    if (!document)
        return notOpen();
    // A window that is still finding its size may ask for another one before.
    const FirstPicture first = m_first.isAskedBy(*call) ? std::exchange(m_first, {}) : FirstPicture();
    core::SharedMemory target;
    const auto canvas = [&target, &memory, &call] {
        if (!target.isValid())
            target = core::SharedMemory::attach(std::move(memory),
                                                static_cast<qsizetype>(call->bytesPerLine) * call->area.height());
        return target.isValid()
            ? QImage(target.data(), call->area.width(), call->area.height(), call->bytesPerLine, QImage::Format_RGB32)
            : QImage();
    };
    const auto image = !first.image().isNull()
        ? Result<QImage>(first.image())
        : document->draw({call->page, call->dpi, call->rotation, call->area, canvas, call->layers},
                         stopCheck(frame.request));
    if (!image)
        return tl::make_unexpected(image.error());
    if (canvas().isNull())
        return nonsense();
    if (image->constBits() != target.data() && !copyPicture(*image, *call, target.data()))
        return fail(ErrorCode::BrokenDocument, u"picture has another size"_s);
    return Frame{MessageType::Rendered, frame.request, {}};
}

Result<Frame> Server::readText(const Frame &frame)
{
    const auto call = core::unpack<core::PageCall>(frame.body);
    if (!call)
        return nonsense();
    core::PagedDocument *document = find(call->document);
    if (!document)
        return notOpen();
    const core::StopCheck stop = stopCheck(frame.request);
    auto text = document->text(call->page, stop);
    if (!text)
        return tl::make_unexpected(std::move(text).error());
    const bool scan = call->lookForInk && needsScan(*document, *text, stop);
    if (scan)
        dropNonsense(*text);
    return answerOf(frame, MessageType::TextRead, core::TextAnswer{*std::move(text), scan});
}

Result<Frame> Server::readScan(const Frame &frame)
{
    const auto call = core::unpack<core::PageCall>(frame.body);
    if (!call)
        return nonsense();
    const auto found = m_documents.find(call->document);
    if (found == m_documents.end())
        return notOpen();
    Opened &opened = found->second;
    if (opened.pageSizes.empty())
        opened.pageSizes = opened.document->pageSizes();
    if (call->page < 1 || call->page > static_cast<int>(opened.pageSizes.size()))
        return nonsense();
    const QSizeF size = opened.pageSizes[static_cast<size_t>(call->page - 1)];
    auto text = app::readScan(*opened.document, m_ocr, call->page, size, stopCheck(frame.request));
    if (!text)
        return tl::make_unexpected(std::move(text).error());
    return answerOf(frame, MessageType::ScanRead, core::TextAnswer{*std::move(text), false});
}

Result<Frame> Server::readIndex(const Frame &frame)
{
    const auto call = core::unpack<core::IndexCall>(frame.body);
    if (!call)
        return nonsense();
    core::PagedDocument *document = find(call->document);
    if (!document)
        return notOpen();
    const core::IndexRequest request{call->document, call->first, call->pages};
    return answerOf(
        frame, MessageType::IndexRead,
        indexPages(*document, request, std::chrono::milliseconds(call->milliseconds), stopCheck(frame.request)));
}

Result<Frame> Server::readExtras(const Frame &frame)
{
    const auto call = core::unpack<core::PageCall>(frame.body);
    if (!call)
        return nonsense();
    core::PagedDocument *document = find(call->document);
    if (!document)
        return notOpen();
    return answerOf(frame, MessageType::ExtrasRead, document->extras(stopCheck(frame.request)));
}

// Until something else is asked for.
void Server::drawFirstPicture()
{
    core::PagedDocument *document = find(m_first.document());
    if (!document || !m_first.image().isNull())
        return;
    m_first.draw(*document, [this] {
        const Frame *waiting = m_connection.peek();
        return waiting && !m_first.isAskedBy(*waiting);
    });
}

core::PagedDocument *Server::find(qint64 document) const
{
    const auto found = m_documents.find(document);
    return found == m_documents.end() ? nullptr : found->second.document.get();
}

core::StopCheck Server::stopCheck(quint64 request) const
{
    return [this, request] { return core::cancelledRequest(m_control).load(std::memory_order_relaxed) == request; };
}

} // namespace app
