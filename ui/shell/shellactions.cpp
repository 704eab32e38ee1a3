// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shellactions.h"

#include "ui/text/formats.h"
#include "ui/widgets/theme.h"

#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

QAction *make(QWidget *window, const QString &iconName, const QString &text, const QKeySequence &keys = {})
{
    auto *action = new QAction(icon(iconName, window->palette()), text, window);
    action->setShortcut(keys);
    action->setToolTip(withKeys(text, keys));
    window->addAction(action);
    return action;
}

} // namespace

ShellActions::ShellActions(QWidget *window)
    : open(make(window, u"open"_s, tr("Open documents…"), Qt::CTRL | Qt::Key_O))
    , paste(make(window, u"copy"_s, tr("Paste a picture or files"), Qt::CTRL | Qt::Key_V))
    , exportDocuments(make(window, u"export"_s, tr("Export…"), Qt::CTRL | Qt::Key_E))
    , sample(make(window, u"page"_s, tr("Try the sample documents")))
    , palette(make(window, u"command"_s, tr("Commands and keys…")))
    , library(make(window, u"sidebar"_s, tr("Library"), Qt::CTRL | Qt::Key_B))
    , focusMode(make(window, u"focus"_s, tr("Only page and fields"), Qt::Key_F11))
    , marks(make(window, u"draw"_s, tr("Show where values stand"), Qt::CTRL | Qt::Key_M))
    , searchLibrary(make(window, u"search"_s, tr("Search the library"), Qt::CTRL | Qt::SHIFT | Qt::Key_F))
    , nextDocument(make(window, u"next"_s, tr("Next document to review"), Qt::CTRL | Qt::Key_Down))
    , connectOrganization(make(window, u"organization"_s, tr("Connect your organization…")))
    , organizations(make(window, u"shield"_s, tr("Connected organizations…")))
    , secrets(make(window, u"key"_s, tr("Secrets of services…")))
    , account(make(window, u"user"_s, tr("Account: sign in, switch…")))
    , signOut(make(window, u"user"_s, tr("Sign out")))
    , settings(make(window, u"settings"_s, tr("Settings…"), Qt::CTRL | Qt::Key_Comma))
    , quit(make(window, u"close"_s, tr("Quit"), Qt::CTRL | Qt::Key_Q))
{
    for (QAction *action : {library, focusMode, marks})
        action->setCheckable(true);
    palette->setShortcuts({Qt::CTRL | Qt::Key_K, Qt::Key_F1});
    palette->setToolTip(withKeys(palette->text(), palette->shortcut()));
    library->setChecked(true);
    marks->setChecked(true);
}

QList<QAction *> ShellActions::all() const
{
    return {open,  exportDocuments,     paste,         sample,  nextDocument, searchLibrary, library, focusMode,
            marks, connectOrganization, organizations, secrets, account, signOut, settings,     palette,       quit};
}

} // namespace ui
