// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/extraction/pipeline.h"
#include "core/store/store.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

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

// How one document is extracted: extractDocument() with its page source given.
using Extractor = std::function<Async<Extraction>(Engine *engine, const Connection *connection, const QString &file,
                                                  const ExtractOptions &options, QObject *context, std::stop_token stop,
                                                  std::function<void(ExtractProgress)> progress)>;
// Calls back after a while, unless context is gone by then: a QTimer, or a test's own.
using Timer = std::function<void(std::chrono::milliseconds delay, QObject *context, std::function<void()> then)>;

// Documents on their way from dropped to approved. Survives a crash: what was running is waiting again at the next
// start. Every state change is in the store before it is announced.
class Queue : public QObject
{
    Q_OBJECT

public:
    Queue(Store &store, PageSource &pages, EngineSource &engines, const Clock &clock, QObject *parent = nullptr);
    Queue(Store &store, EngineSource &engines, const Clock &clock, Extractor extractor, Timer timer,
          QObject *parent = nullptr);
    ~Queue() override;

    void setSchemas(std::vector<Schema> schemas);
    void setParallel(int documents); // 2 by default; 0: nothing is started, what runs goes on
    void setThreshold(
        double certainty); // from which a value is accepted, where its schema names none; for documents to come
    // Stops what runs, loads that partition's rows; loaded() follows. Nothing happens before the first call.
    void setPartition(const Partition &partition);
    [[nodiscard]] Partition partition() const;

    struct AddOptions {
        QString engine = QStringLiteral("local");
        QString schema;
        Secret password; // kept in memory only
    };
    // A file that is waiting or running already is announced with added() again, not taken in twice.
    void add(const QStringList &files, const AddOptions &options);
    void retry(qint64 document); // a failed or cancelled one, or one that waits after an error
    // The one that opens the document, in whatever state it is: used at its turn, and at once where it failed.
    void setPassword(qint64 document, const Secret &password);
    void extractAgain(qint64 document, const QString &engine, const QString &schema);
    void cancel(qint64 document);
    void remove(qint64 document); // from the library; never from the disk
    void setReviewState(qint64 document, DocumentState state, int doubts); // after review edits

    [[nodiscard]] const std::vector<DocumentRow> &rows() const; // oldest first
    [[nodiscard]] const DocumentRow *row(qint64 document) const;
    [[nodiscard]] ExtractProgress progress(qint64 document) const; // of a running one
    // When a waiting one, whose row says what went wrong, is tried again by itself; nothing: when its turn comes.
    [[nodiscard]] std::optional<QDateTime> nextTry(qint64 document) const;

signals:
    void loaded();
    void added(qint64 document);
    void changed(qint64 document); // row or progress
    void removed(qint64 document);
    // What was to be kept is not: say so, and of which document (its file's name; empty: of the library).
    void storageFailed(const core::Error &error, const QString &document);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace core
