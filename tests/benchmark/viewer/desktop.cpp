// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/viewer/desktop.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QtEndian>
#include <QThread>

#include <array>
#include <cstring>
#include <xcb/xcb.h>
#include <xcb/xcbext.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 10'000; // milliseconds

xcb_extension_t testExtension{"XTEST", 0};

// The XTEST extension's request FakeInput, by hand.
struct FakeInput {
    quint8 major = 0; // filled in by the library
    quint8 minor = 2;
    quint16 length = 9;
    quint8 type = 0;
    quint8 detail = 0;
    quint16 unused = 0;
    quint32 time = 0;
    quint32 root = 0;
    std::array<quint32, 2> unused2{};
    qint16 x = 0;
    qint16 y = 0;
    std::array<quint32, 2> rest{};
};
static_assert(sizeof(FakeInput) == 36);

struct Free {
    void operator()(void *reply) const { std::free(reply); }
};

void fake(xcb_connection_t *connection, quint8 type, quint8 detail, QPoint place = {})
{
    FakeInput input;
    input.type = type;
    input.detail = detail;
    input.x = static_cast<qint16>(place.x());
    input.y = static_cast<qint16>(place.y());
    std::array<iovec, 3> parts{};
    parts[2] = {&input, sizeof input};
    const xcb_protocol_request_t request{1, &testExtension, 2, 1};
    xcb_send_request(connection, 0, &parts[2], &request);
}

void write(const QString &file, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(file).path());
    QFile target(file);
    if (target.open(QIODevice::WriteOnly))
        target.write(text);
}

quint32 number(const uchar *header, int index)
{
    return qFromBigEndian<quint32>(header + 4 * index);
}

} // namespace

Desktop::Desktop()
{
    const QString home = m_home.path();
    write(home + u"/.config/openbox/rc.xml"_s,
          R"(<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc"><applications>)"
          R"(<application class="*" type="normal"><decor>no</decor><maximized>yes</maximized></application>)"
          R"(</applications></openbox_config>)");
    write(home + u"/.config/qpdfview/qpdfview.conf"_s,
          "[documentView]\nscaleMode=1\ncontinuousMode=true\nprefetch=true\nprefetchDistance=3\n");
    QDir(home).mkpath(u"runtime"_s);
    QFile::setPermissions(home + u"/runtime"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!startServer())
        m_problem = u"Xvfb does not start"_s;
    else if (!mapScreen())
        m_problem = u"Xvfb's screen cannot be read"_s;
    else if (!connectToServer())
        m_problem = u"no connection to Xvfb"_s;
    if (!m_problem.isEmpty())
        return;
    startBus();
    m_manager.setProcessEnvironment(environment());
    m_manager.start(u"openbox"_s, {});
    if (!m_manager.waitForStarted(patience))
        m_problem = u"openbox is not installed"_s;
    else if (!waitForManager())
        m_problem = u"openbox does not take over"_s;
}

Desktop::~Desktop()
{
    if (m_connection)
        xcb_disconnect(m_connection);
    for (QProcess *process : {&m_manager, &m_bus, &m_server}) {
        process->terminate();
        process->waitForFinished(patience);
    }
}

bool Desktop::startServer()
{
    m_server.setStandardErrorFile(QProcess::nullDevice());
    m_server.start(u"Xvfb"_s,
                   {u"-displayfd"_s, u"1"_s, u"-fbdir"_s, m_home.path(), u"-screen"_s, u"0"_s, u"1280x1024x24"_s,
                    u"-nolisten"_s, u"tcp"_s});
    while (m_server.waitForReadyRead(patience)) {
        if (m_server.canReadLine()) {
            m_display = u':' + QString::fromLatin1(m_server.readLine().trimmed());
            return true;
        }
    }
    return false;
}

// Windows that come sooner would keep the size that they asked for.
bool Desktop::waitForManager()
{
    constexpr QByteArrayView name("_NET_SUPPORTING_WM_CHECK");
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
    QElapsedTimer clock;
    clock.start();
    bool isThere = false;
    while (!isThere && clock.elapsed() < patience) {
        const std::unique_ptr<xcb_intern_atom_reply_t, Free> atom(xcb_intern_atom_reply(
            m_connection, xcb_intern_atom(m_connection, 0, static_cast<quint16>(name.size()), name.data()), nullptr));
        const std::unique_ptr<xcb_get_property_reply_t, Free> property(xcb_get_property_reply(
            m_connection, xcb_get_property(m_connection, 0, root, atom ? atom->atom : 0, XCB_ATOM_WINDOW, 0, 1),
            nullptr));
        isThere = property && property->value_len > 0;
        QThread::msleep(5);
    }
    return isThere;
}

// X window dump: a header of numbers, then the colours, then the pixels.
bool Desktop::mapScreen()
{
    m_screen.setFileName(m_home.filePath(u"Xvfb_screen0"_s));
    if (!m_screen.open(QIODevice::ReadOnly))
        return false;
    const uchar *header = m_screen.map(0, m_screen.size());
    if (!header || number(header, 4) != static_cast<quint32>(size.width())
        || number(header, 5) != static_cast<quint32>(size.height()) || number(header, 11) != 32)
        return false;
    constexpr qsizetype colourSize = 12;
    m_bytesPerLine = number(header, 12);
    m_pixels = header + number(header, 0) + number(header, 19) * colourSize;
    return true;
}

bool Desktop::connectToServer()
{
    m_connection = xcb_connect(m_display.toLatin1().constData(), nullptr);
    if (xcb_connection_has_error(m_connection))
        return false;
    constexpr xcb_keysym_t pageDown = 0xff56;
    const xcb_setup_t *setup = xcb_get_setup(m_connection);
    const auto count = static_cast<quint8>(setup->max_keycode - setup->min_keycode + 1);
    const std::unique_ptr<xcb_get_keyboard_mapping_reply_t, Free> mapping(xcb_get_keyboard_mapping_reply(
        m_connection, xcb_get_keyboard_mapping(m_connection, setup->min_keycode, count), nullptr));
    if (!mapping)
        return false;
    const xcb_keysym_t *symbols = xcb_get_keyboard_mapping_keysyms(mapping.get());
    for (int i = 0; i < count * mapping->keysyms_per_keycode && m_pageDown == 0; ++i) {
        if (symbols[i] == pageDown)
            m_pageDown = static_cast<quint8>(setup->min_keycode + i / mapping->keysyms_per_keycode);
    }
    return m_pageDown != 0 && xcb_get_extension_data(m_connection, &testExtension)->present;
}

void Desktop::startBus()
{
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (m_bus.waitForReadyRead(patience))
        m_busAddress = QString::fromLatin1(m_bus.readLine().trimmed());
}

QProcessEnvironment Desktop::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString home = m_home.path();
    environment.insert(u"DISPLAY"_s, m_display);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home + u"/runtime"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/.config"_s);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/.local/share"_s);
    environment.insert(u"XDG_CACHE_HOME"_s, home + u"/.cache"_s);
    environment.insert(u"XDG_STATE_HOME"_s, home + u"/.local/state"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    if (!m_busAddress.isEmpty())
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_busAddress);
    return environment;
}

void Desktop::forget() const
{
    QDir(m_home.filePath(u".cache"_s)).removeRecursively();
}

const quint32 *Desktop::line(int y) const
{
    return reinterpret_cast<const quint32 *>(m_pixels + y * m_bytesPerLine);
}

void Desktop::pressPageDown()
{
    fake(m_connection, XCB_KEY_PRESS, m_pageDown);
    fake(m_connection, XCB_KEY_RELEASE, m_pageDown);
    xcb_flush(m_connection);
}

void Desktop::click(QPoint place)
{
    fake(m_connection, XCB_MOTION_NOTIFY, 0, place);
    fake(m_connection, XCB_BUTTON_PRESS, 1);
    fake(m_connection, XCB_BUTTON_RELEASE, 1);
    xcb_flush(m_connection);
}
