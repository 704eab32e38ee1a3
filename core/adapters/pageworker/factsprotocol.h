// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/protocol.h"
#include "core/documents/documentfacts.h"

// The bodies of the frames in which a document speaks of itself: bounded as core/documents/documentfacts.h says, or
// refused. PageCall asks for all of them but these two.
namespace core {

struct AttachmentCall {
    qint64 document = 0;
    int index = 0;
};

struct LayerCall {
    qint64 document = 0;
    LayerStates states;
    int index = 0;
    bool on = false;
};

QDataStream &operator<<(QDataStream &stream, const AttachmentCall &call);
QDataStream &operator>>(QDataStream &stream, AttachmentCall &call);
QDataStream &operator<<(QDataStream &stream, const LayerCall &call);
QDataStream &operator>>(QDataStream &stream, LayerCall &call);
QDataStream &operator<<(QDataStream &stream, const std::vector<OutlineEntry> &outline);
QDataStream &operator>>(QDataStream &stream, std::vector<OutlineEntry> &outline);
QDataStream &operator<<(QDataStream &stream, const std::vector<PageLink> &links);
QDataStream &operator>>(QDataStream &stream, std::vector<PageLink> &links);
QDataStream &operator<<(QDataStream &stream, const std::vector<LayerEntry> &layers);
QDataStream &operator>>(QDataStream &stream, std::vector<LayerEntry> &layers);
QDataStream &operator<<(QDataStream &stream, const std::vector<SignatureFact> &signatures);
QDataStream &operator>>(QDataStream &stream, std::vector<SignatureFact> &signatures);
QDataStream &operator<<(QDataStream &stream, const DocumentFacts &facts);
QDataStream &operator>>(QDataStream &stream, DocumentFacts &facts);
QDataStream &operator<<(QDataStream &stream, const DocumentProperties &properties);
QDataStream &operator>>(QDataStream &stream, DocumentProperties &properties);

// One byte a layer, each 0 or 1, within the bounds.
[[nodiscard]] bool areStates(const LayerStates &states);

} // namespace core
