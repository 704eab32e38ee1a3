// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace core {

// What the two ends of a page worker's socket say. A number is never given a new meaning: raise protocolVersion
// instead.
enum class MessageType : quint16 {
    Setup = 1,
    Open,
    Opened,
    Close,
    Render,
    Rendered,
    ReadText,
    TextRead,
    ReadScan,
    ScanRead,
    ReadExtras,
    ExtrasRead,
    ReadOutline,
    OutlineRead,
    ReadIndex,
    IndexRead,
    Failed,
    ReadFacts,
    FactsRead,
    ReadProperties,
    PropertiesRead,
    ReadSignatures,
    SignaturesRead,
    ReadLinks,
    LinksRead,
    ReadAttachment,
    AttachmentRead,
    SwitchLayer,
    LayersSwitched,
};
inline constexpr quint16 protocolVersion = 6;
inline constexpr auto lastMessageType = MessageType::LayersSwitched;

struct Frame {
    MessageType type = MessageType::Failed;
    quint64 request = 0; // an answer carries the number of its question
    QByteArray body;
};

[[nodiscard]] QByteArray encodeFrame(const Frame &frame);

// Cuts a stream of bytes into frames. After the first byte that cannot belong to one it is broken for good: where the
// next frame would begin is not known.
class FrameReader
{
public:
    explicit FrameReader(quint32 longestBody)
        : m_longestBody(longestBody)
    {
    }

    void feed(QByteArrayView bytes);
    [[nodiscard]] std::optional<Frame> next();
    [[nodiscard]] bool isBroken() const { return m_broken; }

private:
    quint32 m_longestBody;
    QByteArray m_bytes;
    qsizetype m_start = 0;
    bool m_broken = false;
};

} // namespace core
