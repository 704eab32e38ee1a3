// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filewatch.h"

#include "core/base/async.h"

#include <QEvent>
#include <QFileInfo>
#include <QtConcurrentRun>
#include <QWidget>

namespace ui {

namespace {

constexpr int interval = 2000; // milliseconds

} // namespace

FileWatch::FileWatch(QWidget *widget)
    : QObject(widget)
    , m_widget(widget)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &FileWatch::look);
    widget->installEventFilter(this);
}

void FileWatch::watch(const QString &file)
{
    m_file = file;
    m_first.reset();
    m_state = State::Unknown;
    m_isLooking = false;
    ++m_watched;
    follow();
    look();
}

void FileWatch::look()
{
    if (m_file.isEmpty() || m_isLooking)
        return;
    m_isLooking = true;
    const auto trace = QtConcurrent::run(m_threads.pool(), &FileWatch::traceOf, m_file);
    core::whenDone(trace, this, [this, watched = m_watched](const core::Result<std::optional<Trace>> &found) {
        if (watched != m_watched)
            return;
        m_isLooking = false;
        if (found)
            take(*found);
        emit looked();
    });
}

core::Result<std::optional<FileWatch::Trace>> FileWatch::traceOf(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return std::optional<Trace>();
    return std::optional(Trace{info.size(), info.lastModified()});
}

void FileWatch::take(const std::optional<Trace> &trace)
{
    if (m_state == State::Unknown) { // what was never there is not missed
        if (!trace)
            return watch({});
        m_first = trace;
        m_state = State::Same;
        return;
    }
    const State before = m_state;
    m_state = !trace ? State::Vanished : trace == m_first ? State::Same : State::Changed;
    if (m_state == before)
        return;
    if (m_state == State::Vanished)
        emit vanished();
    else if (m_state == State::Changed)
        emit changed();
    else
        emit cameBack();
}

bool FileWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::WindowActivate:
        look();
        break;
    case QEvent::Show:
    case QEvent::Hide:
        follow();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void FileWatch::follow()
{
    if (m_widget->isVisible() && !m_file.isEmpty())
        m_timer.start();
    else
        m_timer.stop();
}

} // namespace ui
