// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/facts/factstore.h"

#include "core/base/logging.h"

#include <functional>

namespace ui {

namespace {

constexpr int afterOpening = 500; // milliseconds, where the first page keeps us waiting

// What can't be told is not there; the pages are what matters.
template<typename T, typename Take>
void whenTold(const core::Async<T> &answer, QObject *context, const std::stop_source &stop, Take take,
              const std::function<void()> &otherwise = {})
{
    core::whenDone(answer, context, [stop, take, otherwise](const core::Result<T> &told) {
        if (stop.stop_requested())
            return;
        if (told)
            return take(*told);
        qCInfo(lcUi) << "a document did not tell of itself:" << static_cast<int>(told.error().code);
        if (otherwise)
            otherwise();
    });
}

} // namespace

FactStore::FactStore(core::PageSource &pages, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(afterOpening);
    connect(&m_patience, &QTimer::timeout, this, &FactStore::ask);
}

FactStore::~FactStore()
{
    m_stop.request_stop();
}

void FactStore::setDocument(core::DocumentHandle document, int pages)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_document = document;
    m_count = pages;
    m_asked = false;
    m_isKnown = false;
    m_facts = {};
    m_labels = core::PageLabels({}, pages);
    m_outline.clear();
    m_signatures.clear();
    m_states.clear();
    if (document != 0)
        m_patience.start();
    else
        m_patience.stop();
    m_initialLayers.clear();
    emit factsArrived();
    emit outlineArrived();
    emit signaturesArrived();
}

void FactStore::ask()
{
    if (m_asked || m_document == 0)
        return;
    m_asked = true;
    m_patience.stop();
    const auto take = [this](const core::DocumentFacts &facts) {
        m_isKnown = true;
        m_facts = facts;
        m_labels = core::PageLabels(facts.pageLabels, m_count);
        m_initialLayers = facts.layers;
        emit factsArrived();
        if (facts.signatures == 0)
            return;
        whenTold(m_pages.signatures(m_document, m_stop.get_token()), this, m_stop,
                 [this](const std::vector<core::SignatureFact> &signatures) {
                     m_signatures = signatures;
                     emit signaturesArrived();
                 });
    };
    whenTold(m_pages.facts(m_document, m_stop.get_token()), this, m_stop, take, [take] { take({}); });
    whenTold(m_pages.outline(m_document, m_stop.get_token()), this, m_stop,
             [this](const std::vector<core::OutlineEntry> &outline) {
                 m_outline = outline;
                 emit outlineArrived();
             });
}

void FactStore::switchLayer(int index, bool on)
{
    whenTold(m_pages.switchLayer(m_document, m_states, index, on, m_stop.get_token()), this, m_stop,
             [this](const std::vector<core::LayerEntry> &layers) {
                 m_facts.layers = layers;
                 m_states = layers == m_initialLayers ? core::LayerStates() : core::statesOf(layers);
                 emit layersChanged();
             });
}

void FactStore::restoreLayers()
{
    m_facts.layers = m_initialLayers;
    m_states.clear();
    emit layersChanged();
}

} // namespace ui
