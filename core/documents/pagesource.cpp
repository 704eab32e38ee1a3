// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pagesource.h"

namespace core {

Async<DocumentFacts> PageSource::facts(DocumentHandle, std::stop_token)
{
    return ready<DocumentFacts>(DocumentFacts());
}

Async<DocumentProperties> PageSource::properties(DocumentHandle, std::stop_token)
{
    return ready<DocumentProperties>(DocumentProperties());
}

Async<std::vector<SignatureFact>> PageSource::signatures(DocumentHandle, std::stop_token)
{
    return ready<std::vector<SignatureFact>>(std::vector<SignatureFact>());
}

Async<std::vector<PageLink>> PageSource::links(DocumentHandle, int, std::stop_token)
{
    return ready<std::vector<PageLink>>(std::vector<PageLink>());
}

Async<QByteArray> PageSource::attachment(DocumentHandle, int, std::stop_token)
{
    return ready<QByteArray>(fail(ErrorCode::NotFound));
}

Async<std::vector<LayerEntry>> PageSource::switchLayer(DocumentHandle, const LayerStates &, int, bool, std::stop_token)
{
    return ready<std::vector<LayerEntry>>(std::vector<LayerEntry>());
}

LayerStates statesOf(const std::vector<LayerEntry> &layers)
{
    LayerStates states;
    for (const LayerEntry &layer : layers)
        states.append(layer.isOn ? '\1' : '\0');
    return states;
}

} // namespace core
