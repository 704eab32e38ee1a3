// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <memory>

namespace app {

// Hands an address to the desktop (xdg-open). What is started may be the browser itself: it has a session of its own and
// outlives this program, which a QProcess would not let it.
class DesktopOpener : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~DesktopOpener() override;

    void open(const QString &address);

signals:
    void opened(); // when it ends without one; what stays is the browser itself
    void failed(); // at once, or when it ends with an error

private:
    void reap();

    int m_pid = -1;
    int m_process = -1; // descriptor
    std::unique_ptr<QSocketNotifier> m_ended;
};

} // namespace app
