// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/frame.h"
#include "core/documents/document.h"
#include "core/documents/firstlook.h"
#include "core/documents/pagesource.h"

#include <QDataStream>
#include <QIODevice>
#include <QRect>

// The bodies of the frames. What is read may be anything: unpack() gives nothing unless all of it makes sense.
namespace core {

struct SetupCall {
    quint16 version = protocolVersion;
}; // carries the descriptor of the control page

struct OpenCall {
    qint64 document = 0;
    QString mimeType;
    QByteArray password; // UTF-8
    bool wantsSizes = false; // of the pages: finding them in a book takes as long as drawing twenty
    FirstLook look = {}; // with the sizes only
}; // carries the descriptor of the file

struct OpenAnswer {
    QString title;
    std::vector<QSizeF> pageSizes; // empty unless they were wanted
};

struct CloseCall {
    qint64 document = 0;
};

struct RenderCall {
    qint64 document = 0;
    int page = 1;
    double dpi = 96;
    int rotation = 0;
    QRect area; // pixels of the whole page, turned and scaled
    qint32 bytesPerLine = 0;
    LayerStates layers = {};
}; // carries the descriptor of the picture's memory

// Whatever is read of a document or of a page of it; the page counts for words and links only.
struct PageCall {
    qint64 document = 0;
    int page = 1;
    bool lookForInk = false; // ReadText: also say whether there is more on the page than its text
};

struct TextAnswer {
    PageText text;
    bool needsScan = false; // ink, and next to no text
};

// ReadIndex. The answer is a list of pages.
struct IndexCall {
    qint64 document = 0;
    int first = 1;
    int pages = 1;
    qint32 milliseconds = 100; // after which the pages read so far are the answer
};

struct FailedAnswer {
    ErrorCode code = ErrorCode::Internal;
    QString detail;
};

QDataStream &operator<<(QDataStream &stream, const SetupCall &call);
QDataStream &operator>>(QDataStream &stream, SetupCall &call);
QDataStream &operator<<(QDataStream &stream, const OpenCall &call);
QDataStream &operator>>(QDataStream &stream, OpenCall &call);
QDataStream &operator<<(QDataStream &stream, const OpenAnswer &answer);
QDataStream &operator>>(QDataStream &stream, OpenAnswer &answer);
QDataStream &operator<<(QDataStream &stream, const CloseCall &call);
QDataStream &operator>>(QDataStream &stream, CloseCall &call);
QDataStream &operator<<(QDataStream &stream, const RenderCall &call);
QDataStream &operator>>(QDataStream &stream, RenderCall &call);
QDataStream &operator<<(QDataStream &stream, const PageCall &call);
QDataStream &operator>>(QDataStream &stream, PageCall &call);
QDataStream &operator<<(QDataStream &stream, const TextAnswer &answer);
QDataStream &operator>>(QDataStream &stream, TextAnswer &answer);
QDataStream &operator<<(QDataStream &stream, const IndexCall &call);
QDataStream &operator>>(QDataStream &stream, IndexCall &call);
QDataStream &operator<<(QDataStream &stream, const std::vector<CompactPage> &pages);
QDataStream &operator>>(QDataStream &stream, std::vector<CompactPage> &pages);
QDataStream &operator<<(QDataStream &stream, const FailedAnswer &answer);
QDataStream &operator>>(QDataStream &stream, FailedAnswer &answer);
QDataStream &operator<<(QDataStream &stream, const DocumentText &extras); // form values and attachments only
QDataStream &operator>>(QDataStream &stream, DocumentText &extras);

template<typename Body>
[[nodiscard]] QByteArray pack(const Body &body)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << body;
    return bytes;
}

template<typename Body>
[[nodiscard]] std::optional<Body> unpack(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    Body body;
    stream >> body;
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return {};
    return body;
}

} // namespace core
