// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/documentfacts.h"

namespace Poppler {
class Document;
}

class QAbstractItemModel;

namespace core {

// The optional content of a document: which of it Poppler draws. The file is never changed.
class Layers
{
public:
    explicit Layers(Poppler::Document &document); // who outlives this

    [[nodiscard]] std::vector<LayerEntry> entries() const; // as the document opens
    // Draws these from now on; empty, or of another document: as it opens.
    void show(const LayerStates &wanted);
    // Switches one of them, which may switch others too: of some only one can be on.
    [[nodiscard]] std::vector<LayerEntry> switched(const LayerStates &from, int index, bool on);

private:
    [[nodiscard]] std::vector<LayerEntry> read(const LayerStates &wanted) const;
    [[nodiscard]] bool areOurs(const LayerStates &states) const;

    QAbstractItemModel *m_model = nullptr; // null: there are none
    std::vector<LayerEntry> m_initial;
    LayerStates m_shown;
};

} // namespace core
