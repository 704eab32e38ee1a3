// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"

#include "app/common/connections.h"
#include "app/common/schemas.h"
#include "app/window/languages.h"
#include "core/base/logging.h"
#include "core/base/paths.h"
#include "ui/pages/documentpane.h"
#include "ui/settings/settingkeys.h"
#include "ui/text/redirectpagetext.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString databaseFile()
{
    QDir().mkpath(core::paths::data());
    return core::paths::data() + "/lectern.sqlite"_L1;
}

// What is on the screen: one worker stays free for it while words are looked for.
core::PoolOptions viewing()
{
    core::PoolOptions options;
    options.workers = std::max(2, QThread::idealThreadCount());
    options.background = options.workers - 1;
    return options;
}

core::FirstLook lookAsItWas(const core::SettingsStore &settings)
{
    using namespace ui::settings;
    return {settings.get(firstRoom), settings.get(firstWhole), settings.get(firstDpi)};
}

// A worker opens it, and draws its first page for the window as it was, while everything else is put together.
QString expected(core::WorkerPool &pages, const QString &file, std::unique_ptr<core::WorkerProcess> worker)
{
    if (worker)
        pages.adopt(std::move(worker));
    if (!file.isEmpty())
        pages.expect(file, lookAsItWas(core::FileSettingsStore()));
    return file;
}

// Documents that wait to be read: nobody looks on.
core::PoolOptions reading()
{
    core::PoolOptions options;
    options.yields = true;
    options.idleTime = std::chrono::seconds(15);
    return options;
}

ui::Appearance storedAppearance(const core::SettingsStore &settings)
{
    return static_cast<ui::Appearance>(settings.get(ui::settings::appearance));
}

// Before the first widget is made: they take over colours.
QApplication &themed(QApplication &application)
{
    ui::applyTheme(application, storedAppearance(core::FileSettingsStore()));
    return application;
}

} // namespace

std::unique_ptr<core::WorkerProcess> Application::startPageWorker()
{
    return core::startWorker(viewing()).value_or(nullptr); // why not is said when the pool tries it
}

Application::Application(QApplication &application, const QString &shownAtOnce,
                         std::unique_ptr<core::WorkerProcess> worker)
    : m_application(themed(application))
    , m_pages(viewing())
    , m_shownAtOnce(expected(m_pages, shownAtOnce, std::move(worker)))
    , m_readers(reading())
    , m_thumbnails(core::paths::cache() + "/thumbnails"_L1)
    , m_places(core::paths::state() + "/places.json"_L1)
    , m_store(databaseFile())
    , m_identity(installedProfiles(&m_problems), ui::redirectPageText(), &m_problems)
    , m_setup(m_identity.setupPorts(u":/providers"_s, QLocale().name().left(2)))
    , m_secrets(m_identity.secrets(), m_identity.settings())
    , m_schemas(loadSchemas(&m_problems))
    , m_engines(m_identity.http(), m_identity.accounts().tokens(), m_identity.secrets(), loadConnections(&m_problems))
    , m_queue(m_store, m_readers, m_engines, m_identity.clock())
    , m_browsers(QGuiApplication::platformName())
    , m_unseen(m_browsers, m_identity.ownCertificates(), m_identity.proxies(), m_identity.accounts().providerSessions())
    , m_farewell(m_browsers, m_identity.ownCertificates(), m_identity.proxies())
    , m_window({m_queue, m_store, m_pages, m_engines, m_identity.settings(), m_identity.clock(), &m_identity.accounts(),
                m_schemas, &m_setup, &m_thumbnails, &m_farewell, &m_browsers, &m_secrets,
                [this](const core::Connection &connection, const std::stop_token &stop) {
                    m_identity.proxies().reconsider(); // a person wants to know
                    return m_engines.check(connection, stop);
                },
                &m_identity.ownCertificates(), &m_identity.proxies(), &m_places})
    , m_owner(m_identity.accounts(), m_queue)
    , m_accountWatch(m_identity.accounts(), core::paths::config())
{
    m_identity.accounts().setHiddenBrowser(&m_unseen);
    m_secrets.setSigner(&m_identity.signer());
    m_queue.setSchemas(m_schemas);
    m_window.setLanguages(languages());
    // Whoever turns pages wants to see them: what is read for later can wait for a moment.
    connect(&m_window.pages(), &ui::DocumentPane::pagesTurned, this,
            [this] { m_readers.rest(std::chrono::milliseconds(400)); });
    connect(&m_secrets, &core::ServiceSecrets::changed, this,
            [this](const QString &name) { m_engines.secretChanged(name); });
    connect(&m_window, &ui::MainWindow::appearanceChanged, this, &Application::applyAppearance);
    connect(&m_window, &ui::MainWindow::filesHeld, this, [this](const QStringList &files) { m_waiting += files; });
    connect(&m_window, &ui::MainWindow::signInEnded, this, &Application::addWaiting);
    connect(&m_identity.proxies(), &core::ProxyDesk::remembered, this,
            [this](const QString &entry) { m_secrets.took(entry); });
    connect(&m_setup, &core::ProviderSetup::secretKept, &m_secrets, &core::ServiceSecrets::took);
    connect(&m_setup, &core::ProviderSetup::secretRemoved, &m_secrets, &core::ServiceSecrets::lost);
    connect(&m_owner, &LibraryOwner::loaded, this, &Application::addWaiting);
}

Application::~Application() = default;

void Application::start(const QStringList &wanted)
{
    wait(wanted);
    m_pages.attend(); // the file may be open by now
    if (!m_shownAtOnce.isEmpty())
        m_window.preview(m_shownAtOnce, lookAsItWas(m_identity.settings())); // while the library is still being opened
    m_window.show();
    reportProblems();
    whenDone(m_store.open(), this, [this](const core::Result<> &opened) {
        if (!opened)
            m_window.tell(opened.error());
    });
    m_identity.accounts().restore();
    QTimer::singleShot(0, this, [this] { m_identity.watchNetwork(); });
    m_owner.follow();
}

void Application::open(const QStringList &wanted)
{
    m_window.bringToFront();
    wait(wanted);
    addWaiting();
}

void Application::wait(const QStringList &wanted)
{
    for (const QString &one : wanted) {
        if (core::isLink(one))
            m_waitingLink = one;
        else
            m_waiting += one;
    }
}

void Application::applyAppearance()
{
    ui::applyTheme(m_application, storedAppearance(m_identity.settings()));
}

void Application::addWaiting()
{
    if (!m_owner.isLoaded())
        return;
    if (const QString link = std::exchange(m_waitingLink, {}); !link.isEmpty())
        m_window.openLink(link); // which keeps it while somebody signs in
    if (!m_waiting.isEmpty() && !m_window.isSigningIn())
        m_window.addFiles(std::exchange(m_waiting, {})); // some may come back: kept for somebody with a role
}

void Application::reportProblems()
{
    for (const QString &problem : m_problems)
        qCWarning(lcUi).noquote() << "not used:" << problem;
    if (!m_problems.isEmpty())
        m_window.tell(tr("%n file(s) of the configuration could not be used. The log says why.", nullptr,
                         static_cast<int>(m_problems.size())));
}

} // namespace app
