// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QRect>
#include <QTemporaryDir>

#include <memory>

struct xcb_connection_t;

// A display of its own (Xvfb, with openbox, which makes every window as large as the screen, and a session bus), whose
// pixels are looked at in the server's own memory: looking costs the measured programs nothing.
class Desktop
{
public:
    static constexpr QSize size{1280, 1024};

    Desktop();
    Desktop(const Desktop &) = delete;
    Desktop &operator=(const Desktop &) = delete;
    ~Desktop();

    [[nodiscard]] QString problem() const { return m_problem; } // empty: it is there
    [[nodiscard]] QProcessEnvironment environment() const; // for programs on it, with a home of their own
    [[nodiscard]] const quint32 *line(int y) const; // xRGB
    void forget() const; // what programs have cached from one start to the next
    void pressPageDown();
    void click(QPoint place);

private:
    bool startServer();
    bool mapScreen();
    bool connectToServer();
    bool waitForManager();
    void startBus();

    QTemporaryDir m_home;
    QProcess m_server;
    QProcess m_manager;
    QProcess m_bus;
    QString m_display;
    QString m_busAddress;
    QString m_problem;
    const uchar *m_pixels = nullptr;
    qsizetype m_bytesPerLine = 0;
    xcb_connection_t *m_connection = nullptr;
    quint8 m_pageDown = 0;
    QFile m_screen;
};
