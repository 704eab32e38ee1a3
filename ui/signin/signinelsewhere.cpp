// SPDX-License-Identifier: GPL-3.0-or-later
// What of a sign-in does not happen in the page: the window's keys, and the system's browser.
#include "ui/signin/addressrules.h"
#include "ui/signin/originbar.h"
#include "ui/signin/signinview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QPushButton>
#include <QStackedWidget>

#include <utility>

namespace ui {

void SignInView::setActions(const QList<QAction *> &actions)
{
    m_actions.clear();
    for (QAction *action : actions)
        m_actions += action;
}

QStringList SignInView::reservedKeys()
{
    QStringList keys;
    m_reserved.clear();
    for (const QPointer<QAction> &action : QList<QPointer<QAction>>{m_browserAction} + m_actions) {
        if (!action || action->shortcut().isEmpty())
            continue;
        keys += action->shortcut().toString(QKeySequence::PortableText);
        m_reserved += action;
    }
    return keys;
}

// Once an attempt: whoever comes back from there knows, and has another way to sign in, perhaps.
void SignInView::leaveForPasskey()
{
    if (std::exchange(m_leftForPasskey, true)) {
        m_message->tell(MessageBar::Kind::Warning,
                        tr("The page asks for a passkey again. Choose another way to sign in there, or go on in your "
                           "browser."));
        return;
    }
    if (openInBrowser())
        m_message->tell(MessageBar::Kind::Information,
                        tr("This sign-in wants a passkey or a security key, and they don't work inside this window. It "
                           "goes on in your browser."));
}

// The page led to one that signs nobody in inside another program: waiting for its refusal helps nobody.
void SignInView::leaveForRefusal(const QUrl &origin)
{
    if (openInBrowser())
        m_message->tell(
            MessageBar::Kind::Information,
            tr("%1 signs nobody in inside another program's window. The sign-in goes on in your browser: choose "
               "it there once more.")
                .arg(originText(origin)));
}

bool SignInView::openInBrowser()
{
    endPage();
    m_message->dismiss();
    m_browserButton->hide();
    m_origin->showText(tr("Signing in with your browser"));
    m_stack->setCurrentWidget(m_waiting);
    m_copyButton->setText(tr("Copy link"));
    m_backButton->setVisible(m_kind != core::ProviderProfile::BrowserKind::System && !refusesEmbedding(m_start));
    m_copyButton->setFocus();
    if (QDesktopServices::openUrl(m_start))
        return true;
    m_message->tell(MessageBar::Kind::Warning, tr("No browser could be started. Copy the link and open it yourself."));
    return false;
}

void SignInView::copyLink()
{
    QGuiApplication::clipboard()->setText(m_start.toString(QUrl::FullyEncoded));
    m_copyButton->setText(tr("Copied"));
}

} // namespace ui
