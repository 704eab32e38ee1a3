// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/extraction/extraction.h"
#include "core/store/store.h"

#include <QObject>

namespace core {

// One step of a reviewer, as a value. Undo is an edit of its own: nothing is ever taken back from the record.
struct Edit {
    enum class Kind { Set, Accept, Reject, Approve, Reopen, SetCell, InsertRow, DeleteRow };
    Kind kind = Kind::Accept;
    QString path; // field, or "line_items[2].quantity"; empty for Approve and Reopen
    QString before; // as typed or normalised
    QString after;
    std::vector<Evidence> evidence; // the place a person drew, when they did
    friend bool operator==(const Edit &, const Edit &) = default;
};

[[nodiscard]] QByteArray toJson(const Edit &edit);
[[nodiscard]] Result<Edit> editFromJson(const QByteArray &json);

// The extraction with one edit applied: values normalised by the field's type, statuses and checks brought up to date.
[[nodiscard]] Extraction apply(Extraction extraction, const Edit &edit, const Schema &schema);
[[nodiscard]] Edit inverse(const Extraction &before, const Edit &edit); // undoes `edit` when applied after it

[[nodiscard]] int doubts(const Extraction &extraction); // fields and cells that wait for a person
[[nodiscard]] bool isApproved(const Extraction &extraction);

// One document under review: the engine's extraction and the edits on top of it. An edit is appended to the store first and
// shown when it is on the disk; when it can't be kept, nothing changes and failed() says why.
class ReviewSession : public QObject
{
    Q_OBJECT

public:
    ReviewSession(Store &store, const Partition &partition, qint64 document, const Schema &schema, const Clock &clock,
                  QString actor, QObject *parent = nullptr);

    void load(); // loaded() or failed() follows
    [[nodiscard]] const Extraction &extraction() const; // with all edits
    [[nodiscard]] const std::vector<EditRow> &history() const;

    void perform(const Edit &edit);
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    void undo();
    void redo();
    [[nodiscard]] bool isBusy() const; // an edit is on its way to the disk

signals:
    void loaded();
    void changed(const QString &path); // empty: everything
    void failed(const core::Error &error);

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace core
