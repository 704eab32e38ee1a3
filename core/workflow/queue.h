// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/extraction/pipeline.h"
#include "core/store/store.h"

#include <QObject>

#include <map>
#include <memory>

namespace core {

// Makes the engine for a connection id at the moment a document is sent; null for "local" and for unknown ids.
class EngineSource
{
public:
    EngineSource() = default;
    EngineSource(const EngineSource &) = delete;
    EngineSource &operator=(const EngineSource &) = delete;
    virtual ~EngineSource() = default;

    [[nodiscard]] virtual std::shared_ptr<Engine> engine(const QString &id) = 0;
    [[nodiscard]] virtual std::vector<Connection> connections() const = 0; // without "local"
};

// Documents on their way from dropped to approved. Survives a crash: what was running is waiting again at the next start.
// Every state change is in the store before it is announced.
class Queue : public QObject
{
    Q_OBJECT

public:
    Queue(Store &store, PageSource &pages, EngineSource &engines, const Clock &clock, QObject *parent = nullptr);
    ~Queue() override;

    void setSchemas(std::vector<Schema> schemas);
    void setParallel(int documents); // 2 by default
    void setPartition(const Partition &partition); // stops what runs, loads that partition's rows; loaded() follows
    [[nodiscard]] Partition partition() const;

    struct AddOptions {
        QString engine = QStringLiteral("local");
        QString schema;
        Secret password; // kept in memory only
    };
    void add(const QStringList &files, const AddOptions &options);
    void retry(qint64 document, const Secret &password = {});
    void extractAgain(qint64 document, const QString &engine, const QString &schema);
    void cancel(qint64 document);
    void remove(qint64 document); // from the library; never from the disk
    void setReviewState(qint64 document, DocumentState state, int doubts); // after review edits

    [[nodiscard]] const std::vector<DocumentRow> &rows() const; // oldest first
    [[nodiscard]] const DocumentRow *row(qint64 document) const;
    [[nodiscard]] ExtractProgress progress(qint64 document) const; // of a running one

signals:
    void loaded();
    void added(qint64 document);
    void changed(qint64 document); // row or progress
    void removed(qint64 document);
    void storageFailed(const core::Error &error); // what was to be kept is not: say so

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace core
