// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window takes with a stored session and a provider that never says a word: until it can be used, until
// the account is there, and how long the event loop was held at most, by what. Needs a display, a session bus and an
// unlocked keyring (packaging/with-desktop.sh). Its files are in a folder of its own; the keyring's entry goes again.
#include "app/window/application.h"
#include "core/identity/accountlist.h"
#include "core/identity/refresh.h"
#include "core/identity/storedsession.h"
#include "tests/support/stallwatch.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QTimer>
#include <QWindow>

#include <array>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longest = 30'000; // ms

// With turns of the event loop and nothing else: Qt Test's own waiting sleeps in between, which would look as if
// something held the loop. A timer without an interval has to be running.
qint64 until(const QElapsedTimer &since, const std::function<bool()> &holds)
{
    const qint64 begun = since.elapsed();
    while (!holds()) {
        if (since.elapsed() - begun > longest)
            qFatal("what was to be measured did not come about");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return since.elapsed();
}

// Nothing of the user's is read or written.
void moveInto(const QTemporaryDir &home)
{
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"}) {
        const QString folder = home.filePath(QString::fromLatin1(name));
        if (!QDir().mkpath(folder))
            qFatal("the folder for temporary files cannot be written to");
        qputenv(name, folder.toUtf8());
    }
}

// What an earlier start has left: the provider's profile, the account and its session. The account's ID.
QString leaveSession(const QString &issuer)
{
    const QString folder = qEnvironmentVariable("XDG_CONFIG_HOME") + u"/lectern/providers.d"_s;
    QFile profile(folder + u"/silent.json"_s);
    if (!QDir().mkpath(folder) || !profile.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written to", qPrintable(folder));
    profile.write(R"({"format":"lectern.provider/1","id":"silent","name":"Silent","client_id":"c","issuer":")"
                  + issuer.toUtf8() + "\"}");
    core::Account account;
    account.id = core::accountId(issuer, u"alice"_s, {});
    account.provider = u"silent"_s;
    account.issuer = issuer;
    account.subject = u"alice"_s;
    account.name = u"Alice"_s;
    core::FileSettingsStore settings;
    core::AccountList(settings).put(account);
    core::KeychainSecretStore keychain;
    const auto written = keychain.write(core::sessionKey(account.id),
                                        core::encodeSession({core::Secret("a-refresh-token"), 1, {}, QDateTime()}));
    if (!QTest::qWaitFor([&written] { return written.isFinished(); }, longest) || !written.result())
        qFatal("the keyring takes nothing: run this with packaging/with-desktop.sh");
    return account.id;
}

void forgetSession(const QString &account)
{
    core::KeychainSecretStore keychain;
    const auto removed = keychain.remove(core::sessionKey(account));
    (void)QTest::qWaitFor([&removed] { return removed.isFinished(); }, longest);
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    moveInto(home);
    WatchedApplication application(argc, argv);
    QTcpServer silence; // takes connections and never answers
    if (!silence.listen(QHostAddress::LocalHost))
        qFatal("the loopback takes no listener");
    const QString account = leaveSession(u"http://127.0.0.1:%1"_s.arg(silence.serverPort()));

    QElapsedTimer since;
    since.start();
    app::Application lectern(application);
    lectern.start({});
    const qint64 begun = since.elapsed();
    application.forgetStalls();
    qint64 held = 0;
    QElapsedTimer sinceTurn;
    sinceTurn.start();
    QTimer turn;
    QObject::connect(&turn, &QTimer::timeout, [&] { held = std::max(held, sinceTurn.restart()); });
    turn.start(0);
    const qint64 shown = until(
        since, [&lectern] { return lectern.window().windowHandle() && lectern.window().windowHandle()->isExposed(); });
    const qint64 there = until(since, [&lectern] {
        return lectern.accounts().state() == core::Accounts::State::SignedIn && lectern.accounts().current();
    });
    (void)until(since, [&silence] { return silence.hasPendingConnections(); }); // it does try
    const qint64 tried = since.elapsed();
    (void)until(since, [&since, tried] { return since.elapsed() > tried + 1000; }); // and is not waited for

    std::array<double, 3> load{};
    (void)getloadavg(load.data(), static_cast<int>(load.size()));
    QTextStream out(stdout);
    out << u"load average %1 %2 %3\n"_s.arg(load[0]).arg(load[1]).arg(load[2]);
    const auto row = [&out](const QString &name, qint64 value) { out << u"%1 %2\n"_s.arg(name, -52).arg(value, 8); };
    row(u"ms from nothing until start() returns"_s, begun);
    row(u"ms until the window is shown"_s, shown);
    row(u"ms until the stored account is the current one"_s, there);
    row(u"ms that the event loop was held at most after that"_s, held);
    row(u"ms of them by one event, other programs' time left out"_s, application.longestStall().count());
    out << u"which was "_s << application.culprit() << u'\n';
    forgetSession(account);
    return 0;
}
