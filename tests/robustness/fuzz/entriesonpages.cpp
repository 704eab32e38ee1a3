// SPDX-License-Identifier: GPL-3.0-or-later
// What page workers and their program say to each other, and the pictures of scanned pages.
#include "core/adapters/pageworker/factsprotocol.h"
#include "core/adapters/scans/faxdecoder.h"
#include "core/adapters/scans/jpegdecoder.h"
#include "core/documents/compactpage.h"
#include "core/documents/pagegeometry.h"
#include "core/documents/textquery.h"
#include "tests/robustness/fuzz/entries.h"

#include <QtEndian>

#include <cmath>

namespace fuzz {
namespace {

constexpr quint32 longestBody = 256U << 20;

// What one reader makes of all of it, and another of one byte after the other.
std::vector<core::Frame> framesOf(const QByteArray &input)
{
    core::FrameReader reader(longestBody);
    core::FrameReader slow(longestBody);
    std::vector<core::Frame> frames;
    std::size_t again = 0;
    reader.feed(input);
    while (auto frame = reader.next())
        frames.push_back(*std::move(frame));
    for (const char byte : input) {
        slow.feed(QByteArrayView(&byte, 1));
        while (const auto frame = slow.next()) {
            demand(again < frames.size() && frame->body == frames[again].body);
            ++again;
        }
    }
    demand(again == frames.size() && reader.isBroken() == slow.isBroken());
    return frames;
}

// What is understood can be said.
template<typename Body>
std::optional<Body> understood(const core::Frame &frame)
{
    auto body = core::unpack<Body>(frame.body);
    demand(!body || core::unpack<Body>(core::pack(*body)).has_value());
    return body;
}

bool isFinite(const QRectF &box)
{
    return std::isfinite(box.x()) && std::isfinite(box.y()) && std::isfinite(box.right())
        && std::isfinite(box.bottom());
}

void demandWords(const core::PageText &text)
{
    demand(text.size.width() > 0 && text.size.height() > 0);
    for (const core::Word &word : text.words)
        demand(isFinite(word.box) && word.certainty >= 0 && word.certainty <= 1);
}

// Whatever the places and the folded text say.
void demandCompact(const core::CompactPage &page)
{
    const QString text = QString::fromUtf8(page.text);
    qsizetype letters = 0;
    for (const core::CompactWord &word : core::wordsOf(page)) {
        demand(word.length > 0 && isFinite(word.box));
        letters += word.length;
    }
    demand(letters <= page.text.size());
    const core::TextQuery query(QStringLiteral("a-b"), {.matchCase = true});
    for (const core::TextRange &place : core::placesInText(text, query.matchesIn(page)))
        demand(place.start >= 0 && place.length >= 0 && place.start + place.length <= text.size());
}

void demandFacts(const core::Frame &frame)
{
    if (const auto outline = understood<std::vector<core::OutlineEntry>>(frame)) {
        for (const core::OutlineEntry &entry : *outline)
            demand(entry.page >= 0 && entry.level >= 0 && std::isfinite(entry.top));
    }
    if (const auto links = understood<std::vector<core::PageLink>>(frame)) {
        for (const core::PageLink &link : *links)
            demand(isFinite(link.area) && link.address.size() <= core::bounds::longestAddress);
    }
    if (const auto facts = understood<core::DocumentFacts>(frame))
        demand(facts->layers.size() <= core::bounds::mostLayers && facts->signatures >= 0);
    (void)understood<std::vector<core::LayerEntry>>(frame);
    (void)understood<std::vector<core::SignatureFact>>(frame);
    (void)understood<core::DocumentProperties>(frame);
}

} // namespace

void workerQuestions(const QByteArray &input)
{
    for (const core::Frame &frame : framesOf(input)) {
        (void)understood<core::SetupCall>(frame);
        (void)understood<core::OpenCall>(frame);
        (void)understood<core::CloseCall>(frame);
        (void)understood<core::PageCall>(frame);
        if (const auto call = understood<core::IndexCall>(frame))
            demand(call->first > 0 && call->pages > 0);
        (void)understood<core::AttachmentCall>(frame);
        if (const auto call = understood<core::LayerCall>(frame))
            demand(core::areStates(call->states));
        if (const auto call = understood<core::RenderCall>(frame)) {
            demand(call->page > 0 && call->dpi > 0 && std::isfinite(call->dpi) && call->rotation % 90 == 0);
            demand(call->area.width() > 0 && call->area.height() > 0);
            demand(call->bytesPerLine / 4 >= call->area.width());
            demand(core::areStates(call->layers));
        }
    }
}

void workerAnswers(const QByteArray &input)
{
    for (const core::Frame &frame : framesOf(input)) {
        (void)understood<core::FailedAnswer>(frame);
        demandFacts(frame);
        if (const auto answer = understood<core::OpenAnswer>(frame)) {
            for (const QSizeF &size : answer->pageSizes) {
                const QRect area = core::pictureArea(size, {.dpi = 96, .region = {}});
                demand(area.width() > 0 && area.height() > 0);
            }
        }
        if (const auto pages = understood<std::vector<core::CompactPage>>(frame)) {
            for (const core::CompactPage &page : *pages)
                demandCompact(page);
        }
        if (const auto answer = understood<core::TextAnswer>(frame))
            demandWords(answer->text);
        if (const auto extras = understood<core::DocumentText>(frame)) {
            for (const core::FormValue &value : extras->formValues)
                demand(isFinite(value.place.box));
        }
    }
}

// The first byte is the scale.
void jpegPicture(const QByteArray &input)
{
    constexpr qint64 mostPixels = 4'000'000; // more take time only
    const QByteArray jpeg = input.mid(1);
    const auto header = core::jpegHeader(jpeg);
    if (!header)
        return;
    demand(!header->size.isEmpty() && (header->components == 1 || header->components == 3));
    if (static_cast<qint64>(header->size.width()) * header->size.height() > mostPixels)
        return;
    const int eighths = 1 + static_cast<unsigned char>(input.front()) % 8;
    int asked = 0;
    const QImage image = core::decodeJpeg(jpeg, eighths, [&asked] { return ++asked > 100; });
    demand(image.isNull()
           || (image.format() == QImage::Format_RGB32 && image.width() == (header->size.width() * eighths + 7) / 8
               && image.height() == (header->size.height() * eighths + 7) / 8));
}

// Four bytes of width and height first, then two of the size that is wanted.
void faxPicture(const QByteArray &input)
{
    constexpr int head = 6;
    if (input.size() < head)
        return;
    const auto *bytes = reinterpret_cast<const uchar *>(input.constData());
    const QSize whole(1 + qFromBigEndian<quint16>(bytes) % 3000, 1 + qFromBigEndian<quint16>(bytes + 2) % 3000);
    const QSize size(1 + whole.width() * bytes[4] / 256, 1 + whole.height() * bytes[5] / 256);
    const core::FaxPicture picture{QByteArrayView(input).sliced(head), whole};
    int asked = 0;
    const QImage image = core::drawFax(picture, size.boundedTo(whole), [&asked] { return ++asked > 100; });
    demand(image.isNull() || (image.size() == size.boundedTo(whole) && image.format() == QImage::Format_RGB32));
}

} // namespace fuzz
