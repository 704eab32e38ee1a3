// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/extraction/extraction.h"
#include "core/store/store.h"

#include <QObject>

#include <memory>

namespace core {

// One step of a reviewer, as a value. Undo is an edit of its own: nothing is ever taken back from the record.
// Reject: the document has no such value. InsertRow: before the row named. Restore: what inverse() makes.
struct Edit {
    enum class Kind { Set, Accept, Reject, Approve, Reopen, SetCell, InsertRow, DeleteRow, Restore };
    Kind kind = Kind::Accept;
    QString path; // field, "line_items[2].quantity" (rows from 0) or "line_items[2]"; empty for Approve and Reopen
    QString before; // as typed or normalised
    QString after;
    std::vector<Evidence> evidence; // the place a person drew, when they did
    bool withDoubts = false; // Approve: accept what is still in doubt with it
    // Filled in by completed().
    std::optional<NormalValue> value; // `after`, normalised: a replay must not depend on rules that may change
    QJsonObject state; // Restore, InsertRow: what is to stand there, as an extraction with that part only
    friend bool operator==(const Edit &, const Edit &) = default;
};

[[nodiscard]] QByteArray toJson(const Edit &edit);
[[nodiscard]] Result<Edit> editFromJson(const QByteArray &json);

// Whether a person may do this now; InvalidInput says why not: no such field, not a date, doubts are left (Approve).
[[nodiscard]] Result<> permitted(const Extraction &extraction, const Edit &edit, const Schema &schema);
// The edit with what it stands on written into it: the value it accepts, corrects or approves. Replayed on top of
// another extraction, an acceptance, approval or row edit of something else then does nothing; a value that was set
// stays.
[[nodiscard]] Edit completed(const Extraction &extraction, Edit edit);

// The extraction with one edit applied: values normalised by the field's type, statuses and checks brought up to date.
// An edit that does not fit leaves it as it is.
[[nodiscard]] Extraction apply(Extraction extraction, const Edit &edit, const Schema &schema);
[[nodiscard]] Edit inverse(const Extraction &before, const Edit &edit); // undoes `edit` when applied after it

[[nodiscard]] int doubts(const Extraction &extraction); // fields and cells that wait for a person
[[nodiscard]] bool isApproved(const Extraction &extraction); // a person stands for every value in it
[[nodiscard]] QString toString(Edit::Kind kind); // "set_cell"

// One document under review: the engine's extraction and the edits on top of it. An edit is appended to the store first
// and shown when it is on the disk; when it can't be kept, nothing changes and failed() says why.
class ReviewSession : public QObject
{
    Q_OBJECT

public:
    ReviewSession(Store &store, const Partition &partition, qint64 document, const Schema &schema, const Clock &clock,
                  QString actor, QObject *parent = nullptr);

    ~ReviewSession() override;

    void load(); // loaded() or failed() follows
    [[nodiscard]] bool isLoaded() const;
    [[nodiscard]] const Extraction &extraction() const; // with all edits
    [[nodiscard]] const std::vector<EditRow> &history() const;

    void perform(const Edit &edit); // one made while another is on its way is taken up after it
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    void undo();
    void redo();
    [[nodiscard]] bool isBusy() const; // an edit is on its way to the disk
    // What the store refused, and what was to follow it, in order; nothing typed is lost. Another edit of the same
    // value takes the place of what is kept here.
    [[nodiscard]] const std::vector<Edit> &unsaved() const;
    void saveAgain();

signals:
    void loaded();
    void changed(const QString &path); // empty: everything
    void failed(const core::Error &error);

private:
    void appendNext();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace core
