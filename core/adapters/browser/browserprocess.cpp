// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/browser/browserprocess.h"

#include "core/base/logging.h"
#include "core/base/overloaded.h"

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr int graceMilliseconds = 1000;
constexpr int mostNews = 50'000; // of one page: far more than a person waits for

} // namespace

BrowserProcess::BrowserProcess(const QString &program, const QString &platform, QObject *parent)
    : ProviderPage(parent)
{
    m_grace.setSingleShot(true);
    m_grace.setInterval(graceMilliseconds);
    connect(&m_grace, &QTimer::timeout, this, &BrowserProcess::kill);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &BrowserProcess::read);
    connect(&m_process, &QProcess::finished, this, [this] {
        read(); // its last words
        fail(m_ready ? PageFailure::Crashed : PageFailure::NoProgram);
        if (m_closed)
            deleteLater();
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(PageFailure::NoProgram);
    });
    // The engine's own messages name addresses, and those have codes in them.
    if (!lcIdentity().isDebugEnabled())
        m_process.setStandardErrorFile(QProcess::nullDevice());
    else
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (program.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { fail(PageFailure::NoProgram); }, Qt::QueuedConnection);
        return;
    }
    m_process.start(program, {u"-platform"_s, platform});
}

void BrowserProcess::begin(const orders::Open &order)
{
    m_keepsSession = order.page.keepsSession;
    send(order);
}

BrowserProcess::~BrowserProcess()
{
    m_over = true;
    m_process.disconnect(this);
    kill();
    m_process.waitForFinished(); // ok: the moment in which a killed one disappears
}

void BrowserProcess::place(const QRect &area, bool visible)
{
    send(orders::Place{area, visible});
}

void BrowserProcess::giveFocus(Focus part)
{
    send(orders::GiveFocus{part});
}

void BrowserProcess::close()
{
    m_over = true;
    m_closed = true;
    if (m_process.state() == QProcess::NotRunning) {
        deleteLater();
        return;
    }
    send(orders::Close{});
    m_process.closeWriteChannel();
    m_grace.start();
}

void BrowserProcess::send(const orders::Order &order)
{
    if (m_process.state() != QProcess::NotRunning)
        m_process.write(orders::encode(order));
}

void BrowserProcess::read()
{
    m_frames.feed(m_process.readAllStandardOutput());
    while (const auto frame = m_frames.next()) {
        const auto news = news::decode(*frame);
        if (!news || ++m_heard > mostNews) {
            fail(PageFailure::Crashed);
            kill();
            return;
        }
        if (const auto *last = std::get_if<news::SessionKept>(&*news); last && m_closed && m_keepsSession)
            emit sessionKept(last->session);
        else if (!m_over)
            say(*news);
    }
    if (m_frames.isBroken()) {
        fail(PageFailure::Crashed);
        kill();
    }
}

void BrowserProcess::say(const news::News &news)
{
    std::visit(Overloaded{
                   [this](const news::Ready &) { m_ready = true; },
                   [this](const news::OriginChanged &said) { emit originChanged(said.origin); },
                   [this](const news::TitleChanged &said) { emit titleChanged(said.title); },
                   [this](const news::Progressed &said) { emit progressed(said.percent); },
                   [this](const news::Failed &said) {
                       m_over = true;
                       emit failed(said.failure, said.host);
                   },
                   [this](const news::AddressRefused &said) { emit addressRefused(said.where); },
                   [this](const news::LedNowhere &) { emit ledNowhere(); },
                   [this](const news::PopupRefused &) { emit popupRefused(); },
                   [this](const news::PasskeySeen &) { emit passkeySeen(); },
                   [this](const news::PasskeyAsked &) { emit passkeyAsked(); },
                   [this](const news::ShortcutPressed &said) { emit shortcutPressed(said.index); },
                   [this](const news::LeaveRequested &) { emit leaveRequested(); },
                   [this](const news::FocusTaken &) { emit focusTaken(); },
                   [this](const news::FocusLeft &said) { emit focusLeft(said.forward); },
                   [](const news::SessionKept &) {}, // not asked for
               },
               news);
}

void BrowserProcess::fail(PageFailure failure)
{
    if (!std::exchange(m_over, true))
        emit failed(failure, {});
}

// With what it has started: it leads a group of its own.
void BrowserProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    const auto pid = static_cast<pid_t>(m_process.processId());
    if (pid > 0)
        ::kill(-pid, SIGKILL);
    m_process.kill();
}

} // namespace core
