// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/factsprotocol.h"
#include "core/adapters/pageworker/workerasking.h"

namespace core {
namespace {

// Nothing leads to a page that is not there.
void keepInside(Destination &destination, const DocumentInfo &info)
{
    if (destination.page < 1 || destination.page > info.pages()) {
        destination = {};
        return;
    }
    const QSizeF size = info.pageSizes[static_cast<std::size_t>(destination.page - 1)];
    destination.top = std::clamp(destination.top, 0.0, size.height());
}

} // namespace

template<typename T, typename Call>
Async<T> WorkerPool::ask(const Known &document, const Question &question, const Call &call, const std::stop_token &stop,
                         std::function<Result<T>(T)> finish)
{
    const auto job = std::make_shared<Job>();
    job->priority = priorityOfExtras;
    job->document = document.file;
    job->question = question.asked;
    job->answer = question.answered;
    job->body = pack(call);
    job->patience = m_options.deadline;
    return submit<T>(job, stop, [finish = std::move(finish)](const QByteArray &body) -> Result<T> {
        Result<T> answer = bodyOf<T>(body);
        return answer && finish ? finish(*std::move(answer)) : answer;
    });
}

Async<std::vector<OutlineEntry>> WorkerPool::outline(DocumentHandle document, std::stop_token stop)
{
    using Outline = std::vector<OutlineEntry>;
    const auto found = known(document);
    if (!found)
        return ready<Outline>(tl::make_unexpected(found.error()));
    return ask<Outline>(*found, {MessageType::ReadOutline, MessageType::OutlineRead}, PageCall{document}, stop,
                        [info = found->info](Outline outline) -> Result<Outline> {
                            for (OutlineEntry &entry : outline) {
                                Destination place{entry.page, entry.top};
                                keepInside(place, info);
                                entry.page = place.page;
                                entry.top = place.top;
                            }
                            return outline;
                        });
}

Async<DocumentFacts> WorkerPool::facts(DocumentHandle document, std::stop_token stop)
{
    const auto found = known(document);
    if (!found)
        return ready<DocumentFacts>(tl::make_unexpected(found.error()));
    return ask<DocumentFacts>(*found, {MessageType::ReadFacts, MessageType::FactsRead}, PageCall{document}, stop);
}

Async<DocumentProperties> WorkerPool::properties(DocumentHandle document, std::stop_token stop)
{
    const auto found = known(document);
    if (!found)
        return ready<DocumentProperties>(tl::make_unexpected(found.error()));
    return ask<DocumentProperties>(*found, {MessageType::ReadProperties, MessageType::PropertiesRead},
                                   PageCall{document}, stop);
}

Async<std::vector<SignatureFact>> WorkerPool::signatures(DocumentHandle document, std::stop_token stop)
{
    const auto found = known(document);
    if (!found)
        return ready<std::vector<SignatureFact>>(tl::make_unexpected(found.error()));
    return ask<std::vector<SignatureFact>>(*found, {MessageType::ReadSignatures, MessageType::SignaturesRead},
                                           PageCall{document}, stop);
}

Async<std::vector<PageLink>> WorkerPool::links(DocumentHandle document, int page, std::stop_token stop)
{
    using Links = std::vector<PageLink>;
    const auto found = known(document, page);
    if (!found)
        return ready<Links>(tl::make_unexpected(found.error()));
    return ask<Links>(*found, {MessageType::ReadLinks, MessageType::LinksRead}, PageCall{document, page}, stop,
                      [info = found->info](Links links) -> Result<Links> {
                          for (PageLink &link : links) {
                              keepInside(link.destination, info);
                              if (link.kind == PageLink::Kind::Place && link.destination.page == 0)
                                  link.kind = PageLink::Kind::Refused;
                          }
                          return links;
                      });
}

Async<QByteArray> WorkerPool::attachment(DocumentHandle document, int index, std::stop_token stop)
{
    const auto found = known(document);
    if (!found)
        return ready<QByteArray>(tl::make_unexpected(found.error()));
    return ask<QByteArray>(*found, {MessageType::ReadAttachment, MessageType::AttachmentRead},
                           AttachmentCall{document, index}, stop, [](QByteArray bytes) -> Result<QByteArray> {
                               if (bytes.size() > bounds::largestAttachment)
                                   return fail(ErrorCode::WorkerLost, QStringLiteral("malformed answer"));
                               return bytes;
                           });
}

Async<std::vector<LayerEntry>> WorkerPool::switchLayer(DocumentHandle document, const LayerStates &states, int index,
                                                       bool on, std::stop_token stop)
{
    const auto found = known(document);
    if (!found)
        return ready<std::vector<LayerEntry>>(tl::make_unexpected(found.error()));
    if (!areStates(states))
        return ready<std::vector<LayerEntry>>(fail(ErrorCode::InvalidInput, QStringLiteral("layers")));
    return ask<std::vector<LayerEntry>>(*found, {MessageType::SwitchLayer, MessageType::LayersSwitched},
                                        LayerCall{document, states, index, on}, stop);
}

} // namespace core
