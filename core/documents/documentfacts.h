// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QRectF>
#include <QString>

#include <vector>

// What a document says of itself. All of it is the document's word: names and texts may be anything, up to the bounds
// below, which a source never exceeds.
namespace core {

namespace bounds {

inline constexpr qsizetype mostOutlineEntries = 20'000;
inline constexpr int deepestOutline = 64;
inline constexpr qsizetype mostPageLabels = 200'000;
inline constexpr qsizetype longestPageLabel = 32;
inline constexpr qsizetype mostLinks = 5'000; // of a page
inline constexpr qsizetype longestAddress = 2'048;
inline constexpr qsizetype mostAttachments = 1'000;
inline constexpr qint64 largestAttachment = 64 << 20; // bytes, when one is asked for
inline constexpr qsizetype mostLayers = 1'000;
inline constexpr qsizetype mostFonts = 1'000;
inline constexpr qsizetype mostSignatures = 200;
inline constexpr qsizetype longestText = 1'000; // titles, names, descriptions

} // namespace bounds

// Where something leads to within the document.
struct Destination {
    int page = 0; // 1-based; 0: nowhere
    double top = 0; // points from the top of the page as shown; 0: the top of the page

    friend bool operator==(const Destination &, const Destination &) = default;
};

struct OutlineEntry {
    QString title;
    int page = 1; // 0: it leads nowhere, or out of the document
    int level = 0;
    double top = 0; // as Destination's
    bool open = false; // what is below it shows from the start

    friend bool operator==(const OutlineEntry &, const OutlineEntry &) = default;
};

// A place on a page that leads somewhere when it is clicked.
struct PageLink {
    enum class Kind { Place, Address, Refused };
    // Why what it asks for is not done.
    enum class Refusal { Program, Script, OtherFile, Media, Form, TooLong, Unknown };

    QRectF area; // points of the page as shown
    Kind kind = Kind::Refused;
    Destination destination; // Place
    QString address; // Address: as it stands in the document, unchecked; see webAddress()
    Refusal refusal = Refusal::Unknown;

    friend bool operator==(const PageLink &, const PageLink &) = default;
};

struct AttachmentEntry {
    QString name;
    QString description;
    QString mimeType;
    qint64 bytes = -1; // as the document claims; -1: it does not say
    QDateTime modified; // invalid: it does not say
    int page = 0; // on which it is pinned; 0: it belongs to the whole document

    friend bool operator==(const AttachmentEntry &, const AttachmentEntry &) = default;
};

// One byte a layer, 1 where it is wanted: a layer that is wanted shows unless the one above it is off. Empty: as the
// document opens.
using LayerStates = QByteArray;

struct LayerEntry {
    QString name;
    int level = 0;
    bool isHeading = false; // a name over others, nothing to switch
    bool isOn = true; // wanted
    bool isEnabled = true; // false: the one above it is off

    friend bool operator==(const LayerEntry &, const LayerEntry &) = default;
};

struct FontEntry {
    QString name;
    QString type; // as PDF calls it: "TrueType", "Type 1C"
    bool isEmbedded = false;
    bool isSubset = false;

    friend bool operator==(const FontEntry &, const FontEntry &) = default;
};

struct Permissions {
    bool print = true;
    bool printWell = true; // in full resolution
    bool change = true;
    bool copy = true;
    bool annotate = true;
    bool fillForms = true;
    bool assemble = true;

    friend bool operator==(const Permissions &, const Permissions &) = default;
};

struct DocumentProperties {
    QString title;
    QString author;
    QString subject;
    QString keywords;
    QString creator;
    QString producer;
    QDateTime created; // invalid: it does not say
    QDateTime modified;
    QString format; // "PDF 1.7", "PNG"
    bool isEncrypted = false;
    Permissions permissions;
    std::vector<FontEntry> fonts;
    int fontsOfPages = 0; // on how many pages, from the first, fonts were looked for

    friend bool operator==(const DocumentProperties &, const DocumentProperties &) = default;
};

// What wants to be known as soon as a document is open.
struct DocumentFacts {
    std::vector<QString> pageLabels; // one a page; empty: pages have their numbers only
    std::vector<AttachmentEntry> attachments;
    std::vector<LayerEntry> layers;
    int signatures = 0; // that were made, not fields that wait for one
    int allAttachments = 0; // how many there are; `attachments` has the first of them

    friend bool operator==(const DocumentFacts &, const DocumentFacts &) = default;
};

// A signature, and what could be told of it without looking anything up elsewhere. Who the certificate belongs to is
// the certificate's own word: nobody has vouched for it, and whether it was withdrawn is not known.
struct SignatureFact {
    enum class State {
        Intact, // what was signed is unchanged, and it is the whole file
        Extended, // what was signed is unchanged, but something was added to the file later
        Changed, // what was signed is not what the file holds
        Invalid, // it was not made with the key of the certificate
        Unreadable, // of a kind, or in a state, that can't be checked
    };

    State state = State::Unreadable;
    QString signer; // from the certificate
    QString signerDetails; // its whole name
    QString issuer; // of the certificate
    bool isSelfSigned = false;
    QDateTime signedAt; // what the signer's clock said; invalid: not said
    QDateTime validFrom; // of the certificate
    QDateTime validUntil;
    QString reason;
    QString location;
    QString hash; // "SHA-256"

    friend bool operator==(const SignatureFact &, const SignatureFact &) = default;
};

} // namespace core
