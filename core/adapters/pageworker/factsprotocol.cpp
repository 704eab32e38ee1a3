// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/factsprotocol.h"

#include "core/adapters/pageworker/streaming.h"

#include <algorithm>

namespace core {
namespace {

constexpr int deepestLayer = 64;

void readPlace(QDataStream &stream, int &page, double &top)
{
    stream >> page >> top;
    if (page < 0 || !std::isfinite(top) || top < 0)
        reject(stream);
}

void readLevel(QDataStream &stream, int &level, int deepest)
{
    stream >> level;
    if (level < 0 || level > deepest)
        reject(stream);
}

void readName(QDataStream &stream, QString &name)
{
    readText(stream, name, bounds::longestText);
}

// Local zones do not travel well: moments are told in UTC, and what is not told as 0.
void writeMoment(QDataStream &stream, const QDateTime &moment)
{
    stream << moment.isValid() << (moment.isValid() ? moment.toSecsSinceEpoch() : qint64{0});
}

void readMoment(QDataStream &stream, QDateTime &moment)
{
    constexpr qint64 year9999 = 253'402'300'799;
    constexpr qint64 year0 = -62'167'219'200;
    bool isValid = false;
    qint64 seconds = 0;
    readFlag(stream, isValid);
    stream >> seconds;
    if (seconds > year9999 || seconds < year0)
        return reject(stream);
    moment = isValid ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime();
}

} // namespace

static QDataStream &operator<<(QDataStream &stream, const OutlineEntry &entry)
{
    return stream << entry.title << qint32(entry.page) << entry.top << qint32(entry.level) << entry.open;
}

static QDataStream &operator>>(QDataStream &stream, OutlineEntry &entry)
{
    readName(stream, entry.title);
    readPlace(stream, entry.page, entry.top);
    readLevel(stream, entry.level, bounds::deepestOutline);
    readFlag(stream, entry.open);
    return stream;
}

static QDataStream &operator<<(QDataStream &stream, const PageLink &link)
{
    return stream << link.area << static_cast<quint16>(link.kind) << qint32(link.destination.page)
                  << link.destination.top << link.address << static_cast<quint16>(link.refusal);
}

static QDataStream &operator>>(QDataStream &stream, PageLink &link)
{
    readBox(stream, link.area);
    readEnum(stream, link.kind, PageLink::Kind::Refused);
    readPlace(stream, link.destination.page, link.destination.top);
    readText(stream, link.address, bounds::longestAddress);
    readEnum(stream, link.refusal, PageLink::Refusal::Unknown);
    return stream;
}

static QDataStream &operator<<(QDataStream &stream, const AttachmentEntry &entry)
{
    stream << entry.name << entry.description << entry.mimeType << entry.bytes;
    writeMoment(stream, entry.modified);
    return stream << qint32(entry.page);
}

static QDataStream &operator>>(QDataStream &stream, AttachmentEntry &entry)
{
    readName(stream, entry.name);
    readName(stream, entry.description);
    readName(stream, entry.mimeType);
    stream >> entry.bytes;
    if (entry.bytes < -1)
        reject(stream);
    readMoment(stream, entry.modified);
    stream >> entry.page;
    if (entry.page < 0)
        reject(stream);
    return stream;
}

static QDataStream &operator<<(QDataStream &stream, const LayerEntry &entry)
{
    return stream << entry.name << qint32(entry.level) << entry.isHeading << entry.isOn << entry.isEnabled;
}

static QDataStream &operator>>(QDataStream &stream, LayerEntry &entry)
{
    readName(stream, entry.name);
    readLevel(stream, entry.level, deepestLayer);
    readFlag(stream, entry.isHeading);
    readFlag(stream, entry.isOn);
    readFlag(stream, entry.isEnabled);
    return stream;
}

static QDataStream &operator<<(QDataStream &stream, const FontEntry &entry)
{
    return stream << entry.name << entry.type << entry.isEmbedded << entry.isSubset;
}

static QDataStream &operator>>(QDataStream &stream, FontEntry &entry)
{
    readName(stream, entry.name);
    readName(stream, entry.type);
    readFlag(stream, entry.isEmbedded);
    readFlag(stream, entry.isSubset);
    return stream;
}

static QDataStream &operator<<(QDataStream &stream, const SignatureFact &fact)
{
    stream << static_cast<quint16>(fact.state) << fact.signer << fact.signerDetails << fact.issuer << fact.isSelfSigned;
    for (const QDateTime &moment : {fact.signedAt, fact.validFrom, fact.validUntil})
        writeMoment(stream, moment);
    return stream << fact.reason << fact.location << fact.hash;
}

static QDataStream &operator>>(QDataStream &stream, SignatureFact &fact)
{
    readEnum(stream, fact.state, SignatureFact::State::Unreadable);
    for (QString *text : {&fact.signer, &fact.signerDetails, &fact.issuer})
        readName(stream, *text);
    readFlag(stream, fact.isSelfSigned);
    for (QDateTime *moment : {&fact.signedAt, &fact.validFrom, &fact.validUntil})
        readMoment(stream, *moment);
    for (QString *text : {&fact.reason, &fact.location, &fact.hash})
        readName(stream, *text);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const AttachmentCall &call)
{
    return stream << call.document << qint32(call.index);
}

QDataStream &operator>>(QDataStream &stream, AttachmentCall &call)
{
    return stream >> call.document >> call.index;
}

bool areStates(const LayerStates &states)
{
    return states.size() <= bounds::mostLayers
        && std::all_of(states.begin(), states.end(), [](char state) { return state == 0 || state == 1; });
}

QDataStream &operator<<(QDataStream &stream, const LayerCall &call)
{
    return stream << call.document << call.states << qint32(call.index) << call.on;
}

QDataStream &operator>>(QDataStream &stream, LayerCall &call)
{
    stream >> call.document >> call.states >> call.index;
    readFlag(stream, call.on);
    if (!areStates(call.states))
        reject(stream);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const std::vector<OutlineEntry> &outline)
{
    writeList(stream, outline);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, std::vector<OutlineEntry> &outline)
{
    readList(stream, outline, bounds::mostOutlineEntries);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const std::vector<PageLink> &links)
{
    writeList(stream, links);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, std::vector<PageLink> &links)
{
    readList(stream, links, bounds::mostLinks);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const std::vector<LayerEntry> &layers)
{
    writeList(stream, layers);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, std::vector<LayerEntry> &layers)
{
    readList(stream, layers, bounds::mostLayers);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const std::vector<SignatureFact> &signatures)
{
    writeList(stream, signatures);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, std::vector<SignatureFact> &signatures)
{
    readList(stream, signatures, bounds::mostSignatures);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const DocumentFacts &facts)
{
    writeList(stream, facts.pageLabels);
    writeList(stream, facts.attachments);
    writeList(stream, facts.layers);
    return stream << qint32(facts.signatures) << qint32(facts.allAttachments);
}

QDataStream &operator>>(QDataStream &stream, DocumentFacts &facts)
{
    readList(stream, facts.pageLabels, bounds::mostPageLabels);
    if (std::any_of(facts.pageLabels.begin(), facts.pageLabels.end(),
                    [](const QString &label) { return label.size() > bounds::longestPageLabel; }))
        reject(stream);
    readList(stream, facts.attachments, bounds::mostAttachments);
    readList(stream, facts.layers, bounds::mostLayers);
    stream >> facts.signatures >> facts.allAttachments;
    if (facts.signatures < 0 || facts.signatures > bounds::mostSignatures || facts.allAttachments < 0)
        reject(stream);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const DocumentProperties &properties)
{
    for (const QString *text : {&properties.title, &properties.author, &properties.subject, &properties.keywords,
                                &properties.creator, &properties.producer, &properties.format})
        stream << *text;
    writeMoment(stream, properties.created);
    writeMoment(stream, properties.modified);
    const Permissions &may = properties.permissions;
    for (const bool flag : {properties.isEncrypted, may.print, may.printWell, may.change, may.copy, may.annotate,
                            may.fillForms, may.assemble})
        stream << flag;
    writeList(stream, properties.fonts);
    return stream << qint32(properties.fontsOfPages);
}

QDataStream &operator>>(QDataStream &stream, DocumentProperties &properties)
{
    for (QString *text : {&properties.title, &properties.author, &properties.subject, &properties.keywords,
                          &properties.creator, &properties.producer, &properties.format})
        readName(stream, *text);
    readMoment(stream, properties.created);
    readMoment(stream, properties.modified);
    Permissions &may = properties.permissions;
    for (bool *flag : {&properties.isEncrypted, &may.print, &may.printWell, &may.change, &may.copy, &may.annotate,
                       &may.fillForms, &may.assemble})
        readFlag(stream, *flag);
    readList(stream, properties.fonts, bounds::mostFonts);
    stream >> properties.fontsOfPages;
    if (properties.fontsOfPages < 0)
        reject(stream);
    return stream;
}

} // namespace core
