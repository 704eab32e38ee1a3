// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagelabels.h"
#include "core/documents/pagesource.h"

#include <QObject>
#include <QTimer>

namespace ui {

// What the open document says of itself. Asked for once its first page is there, or soon after it opened: the page
// comes first.
class FactStore : public QObject
{
    Q_OBJECT

public:
    explicit FactStore(core::PageSource &pages, QObject *parent = nullptr);
    ~FactStore() override;

    void setDocument(core::DocumentHandle document, int pages); // 0: none
    void ask(); // now, unless it was asked already
    void switchLayer(int index, bool on);
    void restoreLayers(); // as the document opens

    [[nodiscard]] bool isKnown() const { return m_isKnown; } // false: it is asked for
    [[nodiscard]] const core::DocumentFacts &facts() const { return m_facts; }
    [[nodiscard]] const core::PageLabels &labels() const { return m_labels; }
    [[nodiscard]] const std::vector<core::OutlineEntry> &outline() const { return m_outline; }
    [[nodiscard]] const std::vector<core::SignatureFact> &signatures() const { return m_signatures; }
    [[nodiscard]] core::LayerStates layerStates() const { return m_states; } // empty: as the document opens

signals:
    void factsArrived();
    void outlineArrived();
    void signaturesArrived();
    void layersChanged();

private:
    core::PageSource &m_pages;
    QTimer m_patience;
    core::DocumentHandle m_document = 0;
    int m_count = 0;
    bool m_asked = false;
    bool m_isKnown = false;
    std::stop_source m_stop;
    core::DocumentFacts m_facts;
    core::PageLabels m_labels;
    std::vector<core::OutlineEntry> m_outline;
    std::vector<core::SignatureFact> m_signatures;
    core::LayerStates m_states;
    std::vector<core::LayerEntry> m_initialLayers;
};

} // namespace ui
