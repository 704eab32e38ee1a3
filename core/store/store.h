// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace core {

// Whose rows these are: every query names one, rows of another are never seen. Local work has issuer "" and organization "".
struct Partition {
    QString issuer;
    QString organization;
    friend bool operator==(const Partition &, const Partition &) = default;
};

enum class DocumentState { Waiting, Running, ToReview, Approved, Failed, Cancelled };

// One document in the library with where it is on its way.
struct DocumentRow {
    qint64 id = 0; // given by the store
    QString file; // absolute path of the original
    QString name; // shown
    QByteArray sha256; // hex; empty until it was opened
    int pages = 0;
    DocumentState state = DocumentState::Waiting;
    QString engine = QStringLiteral("local"); // connection id
    QString schema; // empty: detected
    int doubts = 0; // values still to be looked at
    int attempts = 0;
    QString errorCode; // of the last failure
    QString errorDetail;
    QDateTime addedAt;
    QByteArray extraction; // lectern.extraction/1 as the engine gave it, JSON; empty until there is one
    friend bool operator==(const DocumentRow &, const DocumentRow &) = default;
};

// One correction, acceptance or approval; appended, never changed.
struct EditRow {
    qint64 sequence = 0; // given by the store
    qint64 document = 0;
    QString kind; // "set", "accept", "approve", "undo" ...
    QByteArray json; // the edit as core/review writes it
    QString actor; // account id, or empty
    QDateTime at;
    friend bool operator==(const EditRow &, const EditRow &) = default;
};

// Everything kept. Answers come when it is on the disk (synchronous=FULL for edits); Storage when it could not be written,
// and then nothing was changed.
class Store
{
public:
    Store() = default;
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;
    virtual ~Store() = default;

    [[nodiscard]] virtual Async<std::vector<DocumentRow>> documents(const Partition &partition) = 0; // oldest first, without `extraction`
    [[nodiscard]] virtual Async<DocumentRow> document(const Partition &partition, qint64 id) = 0;
    // There is such a document, and it is another partition's: all that is told of it.
    [[nodiscard]] virtual Async<bool> isElsewhere(const Partition &partition, qint64 id) = 0;
    [[nodiscard]] virtual Async<DocumentRow> add(const Partition &partition, const DocumentRow &row) = 0;
    [[nodiscard]] virtual Async<> update(const Partition &partition, const DocumentRow &row) = 0;
    [[nodiscard]] virtual Async<> remove(const Partition &partition, qint64 id) = 0;
    [[nodiscard]] virtual Async<EditRow> append(const Partition &partition, const EditRow &edit) = 0;
    [[nodiscard]] virtual Async<std::vector<EditRow>> edits(const Partition &partition, qint64 document) = 0;
};

} // namespace core
