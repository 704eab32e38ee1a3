// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace app {

// The end of a session, or whoever ends the program from outside (SIGTERM, SIGINT, SIGHUP), heard in the event loop: the
// window closes as by hand then, and keeps what it keeps. One object at a time.
class Termination : public QObject
{
    Q_OBJECT

public:
    explicit Termination(QObject *parent = nullptr);
    ~Termination() override; // from then on the signals do what they did before

signals:
    void asked();

private:
    int m_listening = -1;
};

} // namespace app
