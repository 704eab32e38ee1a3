// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/browser/browsernews.h"
#include "core/adapters/browser/browserorders.h"

#include <QProcess>
#include <QTimer>

namespace core {

// One `lectern-browser` and its pipes. Told to close it has a second to wipe its page and end with its processes; then
// it is killed. Nothing of the page is an argument or in the environment.
class BrowserProcess final : public ProviderPage
{
    Q_OBJECT

public:
    // `platform`: Qt's, the same as this program's. An empty program fails with NoProgram. It waits for begin().
    BrowserProcess(const QString &program, const QString &platform, QObject *parent);
    ~BrowserProcess() override;

    void begin(const orders::Open &order); // once
    [[nodiscard]] bool isOver() const { return m_over; }

    void place(const QRect &area, bool visible) override;
    void giveFocus(Focus part) override;
    void close() override;

    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

private:
    void read();
    void say(const news::News &news);
    void send(const orders::Order &order);
    void fail(PageFailure failure);
    void kill();

    QProcess m_process;
    BrowserFrameReader m_frames{news::longestNews};
    QTimer m_grace;
    int m_heard = 0;
    bool m_ready = false;
    bool m_over = false; // closed, or failed
    bool m_closed = false;
    bool m_keepsSession = false;
};

} // namespace core
