// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desk.h"

#include "core/documents/intake.h"
#include "ui/library/statetext.h"
#include "ui/pages/documentpane.h"
#include "ui/review/reviewpane.h"
#include "ui/shell/marks.h"
#include "ui/text/errortext.h"
#include "ui/text/formats.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

bool hasValues(core::DocumentState state)
{
    return state == core::DocumentState::ToReview || state == core::DocumentState::Approved;
}

} // namespace

Desk::Desk(const Services &services, DocumentPane &pages, ReviewPane &review, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_pages(pages)
    , m_review(review)
{
    connectPanes();
    connect(&services.queue, &core::Queue::changed, this, &Desk::followChange);
    show(0);
}

void Desk::connectPanes()
{
    m_review.setPictureSource([this](int page, const QRectF &box) { return m_pages.picture(page, box); });
    connect(&m_review, &ReviewPane::chosenChanged, this, [this](const QString &path) {
        updateMarks();
        m_pages.chooseMark(path);
        m_pages.lookAhead(m_review.nextPage());
    });
    connect(&m_review, &ReviewPane::changed, this, &Desk::updateMarks);
    connect(&m_review, &ReviewPane::changed, this, &Desk::applyPlace);
    connect(&m_review, &ReviewPane::candidateHovered, this, &Desk::reveal);
    connect(&m_review, &ReviewPane::drawRequested, &m_pages, &DocumentPane::setDrawing);
    connect(&m_review, &ReviewPane::approved, this, [this] { emit approved(m_document); });
    // Only the disk knows a folder from a file, and it was not asked before: the documents in it are on their way.
    connect(&m_pages, &DocumentPane::openFailed, this, [this](const QString &file, const core::Error &error) {
        if (file == m_preview && error.detail == core::folderNotFile)
            m_pages.clear();
    });
    connect(&m_pages, &DocumentPane::rotated, &m_review, &ReviewPane::renewPicture);
    connect(&m_pages, &DocumentPane::markChosen, &m_review, &ReviewPane::choose);
    connect(&m_pages, &DocumentPane::regionDrawn, &m_review, &ReviewPane::takeDrawn);
    connect(&m_pages, &DocumentPane::passwordAccepted, this, [this](const QString &file, const core::Secret &password) {
        const core::DocumentRow *row = m_services.queue.row(m_document);
        if (m_mayEdit && row && row->file == file)
            m_services.queue.setPassword(m_document, password);
    });
}

void Desk::show(qint64 document)
{
    letGo();
    m_document = document;
    m_wantedPage = 0;
    m_wantedField.clear();
    const core::DocumentRow *row = m_services.queue.row(document);
    if (!row && hasPreview()) {
        m_document = 0;
        return;
    }
    m_preview.clear();
    if (!row) {
        m_document = 0;
        m_pages.clear();
        m_review.showNothing(u"page"_s, tr("No document chosen"),
                             tr("Its values appear here, each with the place it stands."));
        return;
    }
    if (m_pages.file() != row->file)
        m_pages.open(row->file);
    showState(*row);
}

void Desk::preview(const QString &file)
{
    m_preview = file;
    m_pages.open(file);
    m_review.showNothing(u"waiting"_s, tr("On its way into the library"), tr("The pages can be read meanwhile."));
}

void Desk::keepShownOnly(const QString &reason)
{
    if (hasPreview())
        m_review.showNothing(u"lock"_s, tr("Shown only, not added"),
                             reason + u' '
                                 + tr("The file is not added to the library, and nothing is read out of it."));
}

void Desk::setActor(const QString &account)
{
    if (!m_actor.isEmpty() && account != m_actor)
        m_preview.clear(); // another's
    m_actor = account;
}

void Desk::setMayEdit(bool mayEdit)
{
    if (m_mayEdit == mayEdit)
        return;
    m_mayEdit = mayEdit;
    if (const core::DocumentRow *row = m_services.queue.row(m_document); row && !hasValues(row->state))
        showState(*row); // with or without its button
}

// An action is offered to those only who may change something.
void Desk::say(const QString &icon, const QString &title, const QString &text, const QString &action,
               std::function<void()> run)
{
    if (m_mayEdit)
        m_review.showNothing(icon, title, text, action, std::move(run));
    else
        m_review.showNothing(icon, title, text);
}

void Desk::goTo(int page, const QString &field)
{
    m_wantedPage = page;
    m_wantedField = field;
    applyPlace();
}

// Once, when the values are there: the value that is chosen then would take the page along.
void Desk::applyPlace()
{
    if (hasValues(m_shownState) && !(m_session && m_session->isLoaded()))
        return;
    if (const QString field = std::exchange(m_wantedField, {}); !field.isEmpty())
        m_review.choose(field);
    if (const int page = std::exchange(m_wantedPage, 0); page > 0)
        m_pages.goToPage(page);
}

void Desk::takeFocus()
{
    m_review.takeFocus();
}

void Desk::showState(const core::DocumentRow &row)
{
    m_shownState = row.state;
    const qint64 id = row.id;
    switch (row.state) {
    case core::DocumentState::Waiting:
        showWaiting(row);
        break;
    case core::DocumentState::Running:
        say(u"running"_s, stateText(row, m_services.queue.progress(id)) + QChar(0x2026),
            tr("The pages can be read meanwhile."), tr("Cancel"), [this, id] { m_services.queue.cancel(id); });
        break;
    case core::DocumentState::Failed:
        say(u"failed"_s, failureTitle(row), failureText(row), tr("Try again"),
            [this, id] { m_services.queue.retry(id); });
        if (errorOf(row).code == core::ErrorCode::SignInNeeded)
            m_review.offerFirst(tr("Sign in again"), [this] { emit signInRequested(); });
        if (errorOf(row).code == core::ErrorCode::SecretMissing && m_mayEdit)
            m_review.offerFirst(tr("Add the secret…"), [this, engine = row.engine] { emit secretRequested(engine); });
        break;
    case core::DocumentState::Cancelled:
        say(u"cancelled"_s, tr("Cancelled"), tr("Nothing was read from this document yet."), tr("Extract now"),
            [this, id] { m_services.queue.retry(id); });
        break;
    case core::DocumentState::ToReview:
    case core::DocumentState::Approved:
        loadReview(id);
        break;
    }
}

void Desk::showWaiting(const core::DocumentRow &row)
{
    const qint64 id = row.id;
    const auto cancel = [this, id] { m_services.queue.cancel(id); };
    if (row.errorCode.isEmpty()) {
        say(u"waiting"_s, tr("Waiting for its turn"), tr("The pages can be read meanwhile."), tr("Cancel"), cancel);
        return;
    }
    const core::Error error = errorOf(row);
    const auto next = m_services.queue.nextTry(id);
    const QString when = next ? tr("The document is kept and tried again by itself at %1.").arg(clockText(*next))
                              : tr("The document is kept and tried again by itself when its turn comes.");
    const QStringList sentences{passingErrorText(error), when, tr("The pages can be read meanwhile.")};
    say(u"waiting"_s, shortErrorText(error), sentences.join(u' '), tr("Cancel"), cancel);
    if (next && m_mayEdit)
        m_review.offerFirst(tr("Try now"), [this, id] { m_services.queue.retry(id); });
}

void Desk::loadReview(qint64 document)
{
    whenDone(m_services.store.document(m_services.queue.partition(), document), this,
             [this, document](const core::Result<core::DocumentRow> &row) {
                 if (document != m_document)
                     return;
                 if (row)
                     startReview(document, *row);
                 else
                     m_review.showNothing(u"failed"_s, shortErrorText(row.error()), errorText(row.error()),
                                          tr("Try again"), [this, document] { loadReview(document); });
             });
}

void Desk::startReview(qint64 document, const core::DocumentRow &row)
{
    const auto extraction = core::extractionFromJson(QJsonDocument::fromJson(row.extraction).object());
    const QString id = extraction ? extraction->schemaId : row.schema;
    const auto schema = std::ranges::find(m_services.schemas, id, &core::Schema::id);
    letGo();
    m_session = new core::ReviewSession(m_services.store, m_services.queue.partition(), document,
                                        schema == m_services.schemas.end() ? core::Schema{} : *schema, m_services.clock,
                                        m_actor, this);
    connect(m_session, &core::ReviewSession::changed, this,
            [this, document, session = m_session.data()] { report(document, *session); });
    connect(m_session, &core::ReviewSession::failed, this, [this](const core::Error &error) {
        if (m_session && !m_session->isLoaded())
            m_review.showNothing(u"failed"_s, shortErrorText(error), errorText(error));
    });
    m_review.setSession(m_session, schema == m_services.schemas.end() ? core::Schema{} : *schema);
    m_session->load();
}

// An edit may still be on its way to the disk, and others behind it, or the disk refused it: the session stays until
// all are there.
void Desk::letGo()
{
    core::ReviewSession *session = m_session;
    m_review.setSession(nullptr, {}); // hands over what is being typed
    m_session = nullptr;
    if (!session)
        return;
    const auto end = [session] {
        if (!session->isBusy() && session->unsaved().empty())
            session->deleteLater();
    };
    const core::DocumentRow *row = m_services.queue.row(m_document);
    const auto tell = [this, session, name = row ? row->name : QString(), actor = m_actor] {
        if (!session->unsaved().empty())
            emit editsNotSaved(name, session, actor);
    };
    connect(session, &core::ReviewSession::failed, this, tell);
    if (!session->isBusy())
        tell();
    connect(session, &core::ReviewSession::changed, session, end, Qt::QueuedConnection);
    connect(session, &core::ReviewSession::failed, session, end, Qt::QueuedConnection);
    end();
}

void Desk::followChange(qint64 document)
{
    const core::DocumentRow *row = m_services.queue.row(document);
    if (document != m_document || !row)
        return;
    // Approving and reopening happen in the session that is open; it need not be loaded again.
    const bool sameReview = hasValues(row->state) && hasValues(m_shownState) && m_session;
    if (sameReview)
        m_shownState = row->state;
    else if (row->state != m_shownState || row->state == core::DocumentState::Running)
        showState(*row);
}

void Desk::report(qint64 document, const core::ReviewSession &session)
{
    const bool approved = core::isApproved(session.extraction());
    m_services.queue.setReviewState(document, approved ? core::DocumentState::Approved : core::DocumentState::ToReview,
                                    core::doubts(session.extraction()));
}

void Desk::updateMarks()
{
    if (m_session && m_session->isLoaded())
        m_pages.setMarks(marksOf(m_review.shownExtraction(), m_review.chosen()));
}

void Desk::reveal(const QString &path, int candidate)
{
    const core::ExtractedField *field = m_session ? m_session->extraction().field(path) : nullptr;
    if (!field || candidate < 1 || candidate > static_cast<int>(field->candidates.size()))
        return;
    const auto &evidence = field->candidates[static_cast<std::size_t>(candidate) - 1].evidence;
    if (!evidence.empty())
        m_pages.revealPlace(evidence.front().place.page, evidence.front().place.box);
}

} // namespace ui
