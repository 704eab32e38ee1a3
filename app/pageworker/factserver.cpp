// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pageworker/factserver.h"

#include "core/adapters/pageworker/factsprotocol.h"

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using core::Frame;
using core::MessageType;
using core::PageCall;
using core::PagedDocument;
using core::Result;

namespace app {
namespace {

template<typename Call, typename Ask>
Result<Frame> answerWith(MessageType type, const Frame &question, const FindDocument &find, Ask ask)
{
    const auto call = core::unpack<Call>(question.body);
    if (!call)
        return core::fail(ErrorCode::Internal, u"malformed request"_s);
    PagedDocument *document = find(call->document);
    if (!document)
        return core::fail(ErrorCode::NotFound, u"document is not open"_s);
    return ask(*document, *call).map([&](const auto &body) { return Frame{type, question.request, core::pack(body)}; });
}

template<typename Body>
Result<Body> done(Body body)
{
    return Result<Body>(std::move(body));
}

} // namespace

std::optional<Result<Frame>> answerAboutDocument(const Frame &question, const FindDocument &find,
                                                 const core::StopCheck &stop)
{
    const auto answer = [&](MessageType type, auto ask) { return answerWith<PageCall>(type, question, find, ask); };
    switch (question.type) {
    case MessageType::ReadOutline:
        return answer(MessageType::OutlineRead,
                      [](PagedDocument &document, const PageCall &) { return done(document.outline()); });
    case MessageType::ReadFacts:
        return answer(MessageType::FactsRead,
                      [&](PagedDocument &document, const PageCall &) { return done(document.facts(stop)); });
    case MessageType::ReadProperties:
        return answer(MessageType::PropertiesRead,
                      [&](PagedDocument &document, const PageCall &) { return done(document.properties(stop)); });
    case MessageType::ReadSignatures:
        return answer(MessageType::SignaturesRead,
                      [&](PagedDocument &document, const PageCall &) { return done(document.signatures(stop)); });
    case MessageType::ReadLinks:
        return answer(MessageType::LinksRead,
                      [](PagedDocument &document, const PageCall &call) { return done(document.links(call.page)); });
    case MessageType::ReadAttachment:
        return answerWith<core::AttachmentCall>(
            MessageType::AttachmentRead, question, find,
            [](PagedDocument &document, const core::AttachmentCall &call) { return document.attachment(call.index); });
    case MessageType::SwitchLayer:
        return answerWith<core::LayerCall>(MessageType::LayersSwitched, question, find,
                                           [](PagedDocument &document, const core::LayerCall &call) {
                                               return done(document.switchLayer(call.states, call.index, call.on));
                                           });
    default:
        return {};
    }
}

} // namespace app
