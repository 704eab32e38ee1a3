// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/protocol.h"

#include "core/adapters/pageworker/factsprotocol.h"
#include "core/adapters/pageworker/streaming.h"

#include <algorithm>
#include <climits>
#include <cmath>

namespace core {
namespace {

constexpr double largestPage = 1e7; // points

bool isSane(const QSizeF &size)
{
    return std::isfinite(size.width()) && std::isfinite(size.height()) && size.width() > 0 && size.height() > 0;
}

// Its width and height are ints as well.
bool isSane(const QRect &area)
{
    return area.isValid() && area.left() >= 0 && area.top() >= 0 && area.right() < INT_MAX && area.bottom() < INT_MAX;
}

} // namespace

// Static, not in the nameless namespace: there the lists above would not find them.

static QDataStream &operator<<(QDataStream &stream, const Word &word)
{
    return stream << word.text << word.box << word.certainty << qint32(word.line) << qint32(word.block)
                  << word.spaceAfter;
}

static QDataStream &operator>>(QDataStream &stream, Word &word)
{
    stream >> word.text;
    readBox(stream, word.box);
    stream >> word.certainty >> word.line >> word.block >> word.spaceAfter;
    if (!(word.certainty >= 0 && word.certainty <= 1))
        reject(stream);
    return stream;
}

static QDataStream &operator<<(QDataStream &stream, const FormValue &value)
{
    return stream << value.name << value.label << value.value << qint32(value.place.page) << value.place.box;
}

static QDataStream &operator>>(QDataStream &stream, FormValue &value)
{
    stream >> value.name >> value.label >> value.value >> value.place.page;
    readBox(stream, value.place.box);
    value.place.text = value.value;
    value.place.source = TextSource::FormField;
    return stream;
}

static QDataStream &operator<<(QDataStream &stream, const Attachment &attachment)
{
    return stream << attachment.name << attachment.mimeType << attachment.data;
}

static QDataStream &operator>>(QDataStream &stream, Attachment &attachment)
{
    return stream >> attachment.name >> attachment.mimeType >> attachment.data;
}

static QDataStream &operator<<(QDataStream &stream, const CompactPage &page)
{
    return stream << qint32(page.page) << page.size << static_cast<quint16>(page.source) << page.isReadable
                  << page.needsScan << page.text << page.folded << page.places;
}

static QDataStream &operator>>(QDataStream &stream, CompactPage &page)
{
    stream >> page.page >> page.size;
    readEnum(stream, page.source, TextSource::Model);
    stream >> page.isReadable >> page.needsScan >> page.text >> page.folded >> page.places;
    if (page.page < 1 || !isSane(page.size) || std::max(page.size.width(), page.size.height()) > largestPage)
        reject(stream);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const SetupCall &call)
{
    return stream << call.version;
}

QDataStream &operator>>(QDataStream &stream, SetupCall &call)
{
    return stream >> call.version;
}

QDataStream &operator<<(QDataStream &stream, const OpenCall &call)
{
    return stream << call.document << call.mimeType << call.password << call.wantsSizes << call.look.room
                  << call.look.whole << call.look.dpi;
}

QDataStream &operator>>(QDataStream &stream, OpenCall &call)
{
    return stream >> call.document >> call.mimeType >> call.password >> call.wantsSizes >> call.look.room
        >> call.look.whole >> call.look.dpi;
}

QDataStream &operator<<(QDataStream &stream, const OpenAnswer &answer)
{
    stream << answer.title;
    writeList(stream, answer.pageSizes);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, OpenAnswer &answer)
{
    stream >> answer.title;
    readList(stream, answer.pageSizes);
    for (const QSizeF &size : answer.pageSizes) {
        if (!isSane(size))
            reject(stream);
    }
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const CloseCall &call)
{
    return stream << call.document;
}

QDataStream &operator>>(QDataStream &stream, CloseCall &call)
{
    return stream >> call.document;
}

QDataStream &operator<<(QDataStream &stream, const RenderCall &call)
{
    return stream << call.document << qint32(call.page) << call.dpi << qint32(call.rotation) << call.area
                  << call.bytesPerLine << call.layers;
}

QDataStream &operator>>(QDataStream &stream, RenderCall &call)
{
    stream >> call.document >> call.page >> call.dpi >> call.rotation >> call.area >> call.bytesPerLine >> call.layers;
    const bool sane = call.page > 0 && call.dpi > 0 && call.dpi < 1e6 && call.rotation >= 0 && call.rotation < 360
        && call.rotation % 90 == 0 && isSane(call.area) && call.bytesPerLine / 4 >= call.area.width()
        && areStates(call.layers);
    if (!sane)
        reject(stream);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const PageCall &call)
{
    return stream << call.document << qint32(call.page) << call.lookForInk;
}

QDataStream &operator>>(QDataStream &stream, PageCall &call)
{
    return stream >> call.document >> call.page >> call.lookForInk;
}

QDataStream &operator<<(QDataStream &stream, const TextAnswer &answer)
{
    stream << qint32(answer.text.page) << answer.text.size << static_cast<quint16>(answer.text.source)
           << answer.needsScan;
    writeList(stream, answer.text.words);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, TextAnswer &answer)
{
    stream >> answer.text.page >> answer.text.size;
    readEnum(stream, answer.text.source, TextSource::Model);
    stream >> answer.needsScan;
    readList(stream, answer.text.words);
    if (!isSane(answer.text.size))
        reject(stream);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const IndexCall &call)
{
    return stream << call.document << qint32(call.first) << qint32(call.pages) << call.milliseconds;
}

QDataStream &operator>>(QDataStream &stream, IndexCall &call)
{
    stream >> call.document >> call.first >> call.pages >> call.milliseconds;
    if (call.first < 1 || call.pages < 1)
        reject(stream);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const std::vector<CompactPage> &pages)
{
    writeList(stream, pages);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, std::vector<CompactPage> &pages)
{
    readList(stream, pages);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const FailedAnswer &answer)
{
    return stream << static_cast<quint16>(answer.code) << answer.detail;
}

QDataStream &operator>>(QDataStream &stream, FailedAnswer &answer)
{
    readEnum(stream, answer.code, ErrorCode::Last);
    return stream >> answer.detail;
}

QDataStream &operator<<(QDataStream &stream, const DocumentText &extras)
{
    writeList(stream, extras.formValues);
    writeList(stream, extras.attachments);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, DocumentText &extras)
{
    readList(stream, extras.formValues);
    readList(stream, extras.attachments);
    return stream;
}

} // namespace core
