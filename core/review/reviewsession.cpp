// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"
#include "core/review/review.h"

#include <QJsonDocument>

#include <deque>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// What the reviewer wants next; undo and redo find their edit when their turn comes.
struct Request {
    enum class What { Perform, Undo, Redo };
    What what = What::Perform;
    Edit edit;
};

// An edit that is in force, or was undone, with what takes it back.
struct Step {
    Edit edit;
    Edit inverse;
};

QString kindOf(const Request &request)
{
    switch (request.what) {
    case Request::What::Perform:
        return toString(request.edit.kind);
    case Request::What::Undo:
        return u"undo"_s;
    case Request::What::Redo:
        return u"redo"_s;
    }
    return {};
}

Result<Request> requestFrom(const EditRow &row)
{
    auto edit = editFromJson(row.json);
    if (!edit)
        return tl::make_unexpected(edit.error());
    const auto what = row.kind == "undo"_L1 ? Request::What::Undo
        : row.kind == "redo"_L1             ? Request::What::Redo
                                            : Request::What::Perform;
    return Request{what, *std::move(edit)};
}

} // namespace

class ReviewSession::Private
{
public:
    Private(Store &givenStore, const Partition &givenPartition, qint64 givenDocument, const Schema &givenSchema,
            const Clock &givenClock, QString givenActor)
        : store(givenStore)
        , partition(givenPartition)
        , document(givenDocument)
        , schema(givenSchema)
        , clock(givenClock)
        , actor(std::move(givenActor))
    {
    }

    void reset();
    [[nodiscard]] Result<> replay(const DocumentRow &row, const std::vector<EditRow> &edits);
    [[nodiscard]] Result<Request> prepared(Request request) const;
    void take(const Request &request);
    void setAside(const Edit &edit);

    Store &store;
    Partition partition;
    qint64 document;
    Schema schema;
    const Clock &clock;
    QString actor;

    Extraction extraction;
    std::vector<EditRow> history;
    std::vector<Step> done; // can be undone, last first
    std::vector<Step> undone; // can be redone, last first
    std::deque<Request> waiting;
    std::vector<Edit> unsaved;
    bool loaded = false;
    bool appending = false;
    int loads = 0; // answers of an earlier load() are none of the later one
};

void ReviewSession::Private::reset()
{
    extraction = {};
    history.clear();
    done.clear();
    undone.clear();
    waiting.clear();
    unsaved.clear();
    loaded = false;
}

Result<> ReviewSession::Private::replay(const DocumentRow &row, const std::vector<EditRow> &edits)
{
    auto read = extractionFromJson(QJsonDocument::fromJson(row.extraction).object());
    if (!read)
        return tl::make_unexpected(read.error());
    extraction = *std::move(read);
    for (const EditRow &edit : edits) {
        const auto request = requestFrom(edit);
        if (!request)
            return fail(ErrorCode::InvalidInput, u"edit %1: "_s.arg(edit.sequence) + request.error().detail);
        take(*request);
    }
    history = edits;
    loaded = true;
    return {};
}

Result<Request> ReviewSession::Private::prepared(Request request) const
{
    switch (request.what) {
    case Request::What::Undo:
        if (done.empty())
            return fail(ErrorCode::InvalidInput, u"nothing to undo"_s);
        request.edit = done.back().inverse;
        return request;
    case Request::What::Redo:
        if (undone.empty())
            return fail(ErrorCode::InvalidInput, u"nothing to redo"_s);
        request.edit = undone.back().edit;
        return request;
    case Request::What::Perform:
        break;
    }
    if (auto may = permitted(extraction, request.edit, schema); !may)
        return tl::make_unexpected(may.error());
    request.edit = completed(extraction, request.edit);
    return request;
}

void ReviewSession::Private::take(const Request &request)
{
    const Step step{request.edit, inverse(extraction, request.edit)};
    extraction = apply(std::move(extraction), request.edit, schema);
    switch (request.what) {
    case Request::What::Perform:
        done.push_back(step);
        undone.clear();
        break;
    case Request::What::Undo:
        if (!done.empty()) {
            undone.push_back(done.back());
            done.pop_back();
        }
        break;
    case Request::What::Redo:
        if (!undone.empty())
            undone.pop_back();
        done.push_back(step);
        break;
    }
}

void ReviewSession::Private::setAside(const Edit &edit)
{
    unsaved.push_back(edit);
    for (const Request &next : waiting) {
        if (next.what == Request::What::Perform)
            unsaved.push_back(next.edit);
    }
    waiting.clear();
}

ReviewSession::ReviewSession(Store &store, const Partition &partition, qint64 document, const Schema &schema,
                             const Clock &clock, QString actor, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(store, partition, document, schema, clock, std::move(actor)))
{
}

ReviewSession::~ReviewSession() = default;

void ReviewSession::load()
{
    d->reset();
    const int load = ++d->loads;
    whenDone(d->store.document(d->partition, d->document), this, [this, load](const Result<DocumentRow> &row) {
        if (load != d->loads)
            return;
        if (!row) {
            emit failed(row.error());
            return;
        }
        if (row->extraction.isEmpty()) {
            emit failed({ErrorCode::NotFound, u"nothing was extracted yet"_s});
            return;
        }
        whenDone(d->store.edits(d->partition, d->document), this,
                 [this, load, row = *row](const Result<std::vector<EditRow>> &edits) {
                     if (load != d->loads)
                         return;
                     const Result<> replayed = edits ? d->replay(row, *edits) : tl::make_unexpected(edits.error());
                     if (!replayed) {
                         emit failed(replayed.error());
                         return;
                     }
                     emit loaded();
                     appendNext();
                 });
    });
}

bool ReviewSession::isLoaded() const
{
    return d->loaded;
}

const Extraction &ReviewSession::extraction() const
{
    return d->extraction;
}

const std::vector<EditRow> &ReviewSession::history() const
{
    return d->history;
}

bool ReviewSession::canUndo() const
{
    return !d->done.empty();
}

bool ReviewSession::canRedo() const
{
    return !d->undone.empty();
}

bool ReviewSession::isBusy() const
{
    return d->appending;
}

const std::vector<Edit> &ReviewSession::unsaved() const
{
    return d->unsaved;
}

void ReviewSession::saveAgain()
{
    for (const Edit &edit : std::exchange(d->unsaved, {}))
        d->waiting.push_back({Request::What::Perform, edit});
    appendNext();
}

void ReviewSession::perform(const Edit &edit)
{
    std::erase_if(d->unsaved, [&edit](const Edit &each) { return each.path == edit.path; });
    d->waiting.push_back({Request::What::Perform, edit});
    appendNext();
}

void ReviewSession::undo()
{
    d->waiting.push_back({Request::What::Undo, {}});
    appendNext();
}

void ReviewSession::redo()
{
    d->waiting.push_back({Request::What::Redo, {}});
    appendNext();
}

void ReviewSession::appendNext()
{
    if (d->appending || d->waiting.empty() || !d->loaded)
        return;
    const Request asked = d->waiting.front();
    const auto request = d->prepared(asked);
    d->waiting.pop_front();
    if (!request) {
        // What was typed after it was meant for the state that it would have led to.
        d->waiting.clear();
        emit failed(request.error());
        return;
    }
    EditRow row;
    row.document = d->document;
    row.kind = kindOf(*request);
    row.json = toJson(request->edit);
    row.actor = d->actor;
    row.at = d->clock.now();
    d->appending = true;
    whenDone(d->store.append(d->partition, row), this,
             [this, asked, request = *request, load = d->loads](const Result<EditRow> &kept) {
                 d->appending = false;
                 if (load != d->loads) {
                     appendNext();
                     return;
                 }
                 if (!kept) {
                     qCWarning(lcStore) << "edit not kept:" << kept.error().detail;
                     if (asked.what == Request::What::Perform && kept.error().code == ErrorCode::Storage)
                         d->setAside(asked.edit);
                     d->waiting.clear();
                     emit failed(kept.error());
                     return;
                 }
                 d->take(request);
                 d->history.push_back(*kept);
                 emit changed(request.edit.path);
                 appendNext();
             });
}

} // namespace core
