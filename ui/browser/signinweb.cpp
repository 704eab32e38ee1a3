// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/signinweb.h"

#include <QChildEvent>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace ui {

SignInWeb::SignInWeb(QWidget *parent)
    : QWebEngineView(parent)
{
    setObjectName(u"signInWeb"_s);
    setAccessibleName(tr("Sign-in page"));
    setAcceptDrops(false);
}

void SignInWeb::zoomBy(int steps)
{
    setZoomFactor(qBound(0.5, zoomFactor() * std::pow(1.1, steps), 3.0));
}

void SignInWeb::resetZoom()
{
    setZoomFactor(1.0);
}

void SignInWeb::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(window()); // its keys are its own: those of this widget's children are looked at first
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &text, QWebEnginePage::WebAction action) {
        QAction *theirs = pageAction(action);
        menu->addAction(text, theirs, &QAction::trigger)->setEnabled(theirs->isEnabled());
    };
    add(tr("Cu&t"), QWebEnginePage::Cut);
    add(tr("&Copy"), QWebEnginePage::Copy);
    add(tr("&Paste"), QWebEnginePage::Paste);
    menu->addSeparator();
    add(tr("&Reload"), QWebEnginePage::Reload);
    menu->popup(event->globalPos());
}

bool SignInWeb::focusNextPrevChild(bool next)
{
    if (!m_tabLeaves)
        return QWebEngineView::focusNextPrevChild(next);
    emit tabbedOut(next);
    return true;
}

// The engine draws in a widget of its own, made when there is something to draw; keys and wheel arrive there.
bool SignInWeb::event(QEvent *event)
{
    if (event->type() == QEvent::ChildAdded) {
        if (auto *child = qobject_cast<QWidget *>(static_cast<QChildEvent *>(event)->child()))
            child->installEventFilter(this);
    }
    return QWebEngineView::event(event);
}

bool SignInWeb::takeReserved(const QKeyEvent &event)
{
    const QKeyCombination keys(event.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event.key()));
    const qsizetype index = m_reserved.indexOf(QKeySequence(keys));
    if (index >= 0 && !event.isAutoRepeat())
        emit reservedPressed(static_cast<int>(index));
    return index >= 0;
}

bool SignInWeb::takeKey(const QKeyEvent &event)
{
    if (takeReserved(event))
        return true;
    if (event.matches(QKeySequence::ZoomIn)
        || (event.modifiers() == Qt::ControlModifier && event.key() == Qt::Key_Equal))
        zoomBy(1);
    else if (event.matches(QKeySequence::ZoomOut))
        zoomBy(-1);
    else if (event.modifiers() == Qt::ControlModifier && event.key() == Qt::Key_0)
        resetZoom();
    else if (event.key() == Qt::Key_Escape && event.modifiers() == Qt::NoModifier)
        emit escapePressed();
    else
        return false;
    return true;
}

bool SignInWeb::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent *>(event)))
        return true;
    if (event->type() == QEvent::Wheel) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        if (wheel->modifiers() == Qt::ControlModifier) {
            zoomBy(wheel->angleDelta().y() > 0 ? 1 : -1);
            return true;
        }
    }
    return QWebEngineView::eventFilter(watched, event);
}

} // namespace ui
