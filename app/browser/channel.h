// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/browser/pipes.h"
#include "core/adapters/browser/browsernews.h"
#include "core/adapters/browser/browserorders.h"

#include <QObject>
#include <QSocketNotifier>

namespace app {

// The browser's end of the pipes.
class Channel : public QObject
{
    Q_OBJECT

public:
    explicit Channel(const Pipes &pipes, QObject *parent = nullptr);

    void say(const core::news::News &news);

signals:
    void ordered(const core::orders::Order &order);
    void ended(); // once: the window is gone, or says what nobody here understands

private:
    void read();
    void end();

    Pipes m_pipes;
    QSocketNotifier m_readable;
    core::BrowserFrameReader m_frames{core::orders::longestOrder};
};

} // namespace app
