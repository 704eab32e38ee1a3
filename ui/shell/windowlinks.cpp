// SPDX-License-Identifier: GPL-3.0-or-later
// Going where a lectern: address leads, signing in on the way when that is what it takes.
#include "ui/library/librarypane.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/signin/signinpanel.h"
#include "ui/widgets/messagebar.h"

#include <QStackedWidget>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {

void MainWindow::openLink(const QString &text)
{
    const auto link = core::parseLink(text);
    m_linkElsewhere.reset();
    if (m_library->messages().shows(m_linkNotice))
        m_library->messages().dismiss(); // it was about another
    if (!link) {
        m_library->messages().tell(MessageBar::Kind::Warning,
                                   tr("The link that was opened is not one of Lectern's. Nothing was done."));
        m_linkNotice = m_library->messages().number();
        return;
    }
    m_link = *link;
    if (isSigningIn())
        m_signIn->tell(tr("The link is opened when you are done here."));
    followLink();
}

// Now, or when the library of whoever signs in is there.
void MainWindow::followLink()
{
    if (!m_link || isSigningIn() || !m_permissions.use)
        return;
    const core::Link link = *m_link;
    if (link.kind == core::Link::Kind::Review || m_services.queue.row(link.document)) {
        m_link.reset();
        landAt(link);
        return;
    }
    const core::Partition partition = m_services.queue.partition();
    const auto isStillWanted = [this, link, partition] {
        return m_link == link && m_services.queue.partition() == partition;
    };
    whenDone(m_services.store.document(partition, link.document), this,
             [this, link, partition, isStillWanted](const core::Result<core::DocumentRow> &row) {
                 if (row || !isStillWanted()) // here, and being loaded; or others are loaded now
                     return;
                 whenDone(m_services.store.isElsewhere(partition, link.document), this,
                          [this, link, isStillWanted](const core::Result<bool> &isElsewhere) {
                              if (!isStillWanted())
                                  return;
                              m_link.reset();
                              sayWhereItIs(link, isElsewhere);
                          });
             });
}

void MainWindow::landAt(const core::Link &link)
{
    if (link.kind == core::Link::Kind::Review) {
        m_actions.library->setChecked(true);
        m_library->showOnly(DocumentFilter::Show::ToReview);
        m_library->focusList();
        return;
    }
    m_library->choose(link.document);
    m_desk->goTo(link.page, link.field);
}

// Whose it is, only those may know who can see it.
void MainWindow::sayWhereItIs(const core::Link &link, const core::Result<bool> &isElsewhere)
{
    MessageBar &messages = m_library->messages();
    if (!isElsewhere.value_or(false)) {
        messages.tell(MessageBar::Kind::Information, tr("The document of this link is not in the library any more."));
        m_linkNotice = messages.number();
        return;
    }
    if (!m_services.accounts) {
        messages.tell(MessageBar::Kind::Information, tr("The document of this link belongs to an account."));
        m_linkNotice = messages.number();
        return;
    }
    m_linkElsewhere = link;
    const bool signedIn = m_services.accounts->current().has_value();
    const auto goOn = [this, link, signedIn] {
        m_library->messages().dismiss();
        m_link = link;
        signIn({}, signedIn ? Whom::Another : Whom::Anybody);
    };
    if (signedIn)
        messages.tell(
            MessageBar::Kind::Information,
            tr("The document of this link is another account's, or was added without one. You can't see it as "
               "you are signed in now."),
            {tr("Use another account"), goOn});
    else
        messages.tell(MessageBar::Kind::Information,
                      tr("The document of this link belongs to an account. Sign in, and it is opened."),
                      {tr("Sign in"), goOn});
    m_linkNotice = messages.number();
}

// Somebody else's window from now on: the link may lead into what is theirs, and is followed when their library is
// there. Whoever closed the notice does not want it any more.
void MainWindow::takeLinkAlong()
{
    const auto link = std::exchange(m_linkElsewhere, {});
    if (link && !m_link && m_library->messages().shows(m_linkNotice))
        m_link = link;
}

} // namespace ui
