// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"
#include "ui/shell/services.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace ui {

class DocumentPane;
class ReviewPane;

// The document that lies open: its pages in one pane, its values in the other, and the ties between the two.
class Desk : public QObject
{
    Q_OBJECT

public:
    Desk(const Services &services, DocumentPane &pages, ReviewPane &review, QObject *parent);

    void show(qint64 document); // 0: nothing, or what preview() shows
    // The pages of a file on its way into the library, which may not be there yet.
    void preview(const QString &file);
    void keepShownOnly(const QString &reason); // what preview() shows is not added, and why
    [[nodiscard]] bool hasPreview() const { return !m_preview.isEmpty(); }
    [[nodiscard]] qint64 document() const { return m_document; }
    void setActor(const QString &account); // who the edits are by
    [[nodiscard]] QString actor() const { return m_actor; }
    void setMayEdit(bool mayEdit); // false: nothing is offered that changes a document's state
    void goTo(int page, const QString &field); // of what lies open or is on its way; 0 and empty: as it opens
    void takeFocus(); // to the first doubt, when it is there

signals:
    void approved(qint64 document);
    void signInRequested();
    void secretRequested(const QString &connection); // that one has none, or a wrong one
    // Of a document that lies open no longer; its session keeps them and can save them again. `actor`: whose they are.
    void editsNotSaved(const QString &document, core::ReviewSession *session, const QString &actor);

private:
    void connectPanes();
    void showState(const core::DocumentRow &row);
    void say(const QString &icon, const QString &title, const QString &text, const QString &action,
             std::function<void()> run);
    void showWaiting(const core::DocumentRow &row);
    void loadReview(qint64 document);
    void startReview(qint64 document, const core::DocumentRow &row);
    void letGo();
    void followChange(qint64 document);
    void report(qint64 document, const core::ReviewSession &session);
    void updateMarks();
    void applyPlace();
    void reveal(const QString &path, int candidate);

    const Services &m_services;
    DocumentPane &m_pages;
    ReviewPane &m_review;
    QString m_preview; // file
    QString m_actor;
    bool m_mayEdit = true;
    qint64 m_document = 0;
    core::DocumentState m_shownState = core::DocumentState::Waiting;
    QPointer<core::ReviewSession> m_session;
    int m_wantedPage = 0;
    QString m_wantedField;
};

} // namespace ui
