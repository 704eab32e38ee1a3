// SPDX-License-Identifier: GPL-3.0-or-later
// The browser's process: when it ends, and what of it can be seen from outside.
#include "core/adapters/browser/browserprocesses.h"
#include "tests/integration/webengine/loopbacksite.h"
#include "tests/support/engineprocesses.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int enough = 20'000; // ms; the engine's first start on a cold disk
constexpr auto platform = "xcb"_L1;

core::PageOrder orderOf(const QUrl &start)
{
    return {start, QUrl(u"http://127.0.0.1:9/callback"_s), 0, u"en"_s, {u"en"_s}, false};
}

// What a window would do, in a process of its own: `--hold ADDRESS` shows that page until it is ended.
int hold(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    core::BrowserProcesses pages(platform);
    const auto page = pages.open(orderOf(QUrl(QString::fromLatin1(argv[2]))));
    return QCoreApplication::exec();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestBrowserProcess : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_site = std::make_unique<LoopbackSite>(); }
    void cleanup()
    {
        m_page.reset();
        QTRY_VERIFY(engine::processes().empty());
        m_site.reset();
    }

    void aPageThatIsClosedLeavesNothing();
    void whatWasPreparedIsTaken();
    void whatIsNotWantedAfterAllGoes();
    void aBrowserThatHangsIsEnded();
    void aWindowThatIsKilledTakesItsBrowserAlong();
    void aPageThatCrashesIsSaid();
    void whatAPageIsKnownByGoesToAnUnseenOneWhereThatIsOrdered();
    void whatIsNoBrowserIsEnded_data();
    void whatIsNoBrowserIsEnded();
    void itRefusesToBeWatched();
    void nothingOfThePageIsToBeSeenFromOutside();
    void byItselfItIsOfNoUse();

private:
    [[nodiscard]] bool open(const QString &query = {})
    {
        m_site->put(u"/authorize"_s, "<title>Acme</title>sign in");
        m_page = m_pages.open(orderOf(m_site->url(u"/authorize"_s + query)));
        m_failures.clear();
        connect(m_page.get(), &core::ProviderPage::failed, this,
                [this](core::PageFailure failure) { m_failures += failure; });
        const QSignalSpy titles(m_page.get(), &core::ProviderPage::titleChanged);
        return QTest::qWaitFor([&] { return !titles.isEmpty(); }, enough);
    }

    std::unique_ptr<LoopbackSite> m_site;
    core::BrowserProcesses m_pages{platform};
    core::OpenProviderPage m_page;
    QList<core::PageFailure> m_failures;
};

void TestBrowserProcess::aPageThatIsClosedLeavesNothing()
{
    QVERIFY(open());
    const auto running = engine::processes();
    QVERIFY(running.size() > 2); // itself, a page, what starts pages
    m_page.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!engine::anyAlive(running), 2000);
    QVERIFY(m_failures.isEmpty());
}

void TestBrowserProcess::whatWasPreparedIsTaken()
{
    m_pages.prepare();
    m_pages.prepare(); // once is enough
    QTRY_VERIFY_WITH_TIMEOUT(!engine::processes().empty(), enough);
    const qint64 prepared = engine::browser();
    QVERIFY(open());
    QCOMPARE(engine::browser(), prepared);
    m_pages.dismiss();
    QVERIFY(!engine::processes().empty()); // it belongs to the page now
}

void TestBrowserProcess::whatIsNotWantedAfterAllGoes()
{
    m_pages.prepare();
    QTRY_VERIFY_WITH_TIMEOUT(!engine::processes().empty(), enough);
    const auto running = engine::processes();
    m_pages.dismiss();
    QTRY_VERIFY_WITH_TIMEOUT(!engine::anyAlive(running), 2000);
}

void TestBrowserProcess::aBrowserThatHangsIsEnded()
{
    QVERIFY(open());
    const auto running = engine::processes();
    QCOMPARE(::kill(static_cast<pid_t>(engine::browser()), SIGSTOP), 0);
    m_page.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!engine::anyAlive(running), 5000);
}

void TestBrowserProcess::aWindowThatIsKilledTakesItsBrowserAlong()
{
    m_site->put(u"/authorize"_s, "<title>Acme</title><script>fetch('/seen')</script>");
    QProcess window;
    window.start(QCoreApplication::applicationFilePath(),
                 {u"--hold"_s, m_site->url(u"/authorize"_s).toString(QUrl::FullyEncoded)});
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/seen"_s), enough);
    const auto running = engine::processes(window.processId());
    QVERIFY(running.size() > 2);
    window.kill();
    QTRY_COMPARE(window.state(), QProcess::NotRunning);
    QTRY_VERIFY(!engine::anyAlive(running));
}

void TestBrowserProcess::aPageThatCrashesIsSaid()
{
    QVERIFY(open());
    const qint64 browser = engine::browser();
    int pages = 0;
    for (const engine::Process &each : engine::processes()) {
        if (each.id == browser || each.parent == browser)
            continue; // the browser's own children only start pages
        ++pages;
        QCOMPARE(::kill(static_cast<pid_t>(each.id), SIGKILL), 0);
    }
    QVERIFY(pages > 0);
    QTRY_COMPARE(m_failures, QList{core::PageFailure::Crashed});
}

void TestBrowserProcess::whatAPageIsKnownByGoesToAnUnseenOneWhereThatIsOrdered()
{
    m_site->put(u"/authorize"_s,
                LoopbackSite::Page{"<title>Acme</title>sign in", "200 OK",
                                   "Content-Type: text/html\r\nSet-Cookie: sid=planted; HttpOnly; SameSite=Lax\r\n"
                                   "Set-Cookie: old=1; Max-Age=0\r\n"});
    m_site->put(u"/silent"_s, "<title>Silent</title>");
    const auto kept = [this](core::PageOrder order, const QString &path, const QString &asks) {
        order.start = m_site->url(path);
        core::Secret session;
        m_page = m_pages.open(order);
        connect(m_page.get(), &core::ProviderPage::sessionKept, this,
                [&session](const core::Secret &said) { session = said; });
        const QSignalSpy titles(m_page.get(), &core::ProviderPage::titleChanged);
        const bool shown = QTest::qWaitFor([&] { return !titles.isEmpty() && m_site->wasAsked(asks); }, enough);
        m_page.reset();
        return shown && QTest::qWaitFor([] { return engine::processes().empty(); }, enough) ? session : core::Secret();
    };
    core::PageOrder order = orderOf({});
    QVERIFY(kept(order, u"/authorize"_s, u"/authorize"_s).isEmpty()); // nobody ordered it
    order.keepsSession = true;
    order.session = kept(order, u"/authorize"_s, u"/authorize"_s);
    QVERIFY(order.session.reveal().contains("sid=planted"));
    QVERIFY(!order.session.reveal().contains("old="));
    QVERIFY(!m_site->requests.back().contains("Cookie:"));

    order.unseen = true;
    const core::Secret later = kept(order, u"/silent"_s, u"/silent"_s);
    const auto silent =
        std::ranges::find_if(m_site->requests, [](const QByteArray &head) { return head.startsWith("GET /silent "); });
    QVERIFY(silent != m_site->requests.end());
    QVERIFY2(silent->contains("Cookie: sid=planted"), silent->constData());
    QVERIFY(later.reveal().contains("sid=planted"));
}

void TestBrowserProcess::whatIsNoBrowserIsEnded_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<core::PageFailure>("failure");
    QTest::newRow("it ends at once") << QByteArray("exit 0") << core::PageFailure::NoProgram;
    QTest::newRow("a message without end")
        << QByteArray("printf '\\377\\377\\377\\377'; exec sleep 1000") << core::PageFailure::Crashed;
    QTest::newRow("a kind that there is not")
        << QByteArray("printf '\\001\\000\\000\\000\\377'; exec sleep 1000") << core::PageFailure::Crashed;
    QTest::newRow("an origin that is none")
        << QByteArray("printf '\\014\\000\\000\\000\\002javascript:'; exec sleep 1000") << core::PageFailure::Crashed;
    QTest::newRow("no end of news") << QByteArray("while :; do printf '\\002\\000\\000\\000\\004\\001'; done")
                                    << core::PageFailure::Crashed;
}

void TestBrowserProcess::whatIsNoBrowserIsEnded()
{
    QFETCH(QByteArray, program);
    QFETCH(core::PageFailure, failure);
    const QTemporaryDir folder;
    QFile script(folder.filePath(u"lectern-browser"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\n" + program + '\n');
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    script.close();
    const QByteArray real = qgetenv("LECTERN_BROWSER");
    qputenv("LECTERN_BROWSER", script.fileName().toLocal8Bit());
    m_page = m_pages.open(orderOf(m_site->url(u"/authorize"_s)));
    qputenv("LECTERN_BROWSER", real);
    const QSignalSpy failed(m_page.get(), &core::ProviderPage::failed);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<core::PageFailure>(), failure);
}

void TestBrowserProcess::itRefusesToBeWatched()
{
    qputenv("QTWEBENGINE_REMOTE_DEBUGGING", "0");
    m_page = m_pages.open(orderOf(m_site->url(u"/authorize"_s)));
    qunsetenv("QTWEBENGINE_REMOTE_DEBUGGING");
    const QSignalSpy failed(m_page.get(), &core::ProviderPage::failed);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, enough);
    QCOMPARE(failed.first().first().value<core::PageFailure>(), core::PageFailure::Watched);
    QVERIFY(!m_site->wasAsked(u"/authorize"_s));
}

void TestBrowserProcess::nothingOfThePageIsToBeSeenFromOutside()
{
    QVERIFY(open(u"?state=planted-state&code_challenge=planted"_s));
    QVERIFY(m_site->wasAsked(u"/authorize?state=planted-state"_s));
    const auto running = engine::processes();
    QVERIFY(running.size() > 2);
    for (const engine::Process &each : running) {
        const QString folder = u"/proc/%1/"_s.arg(each.id);
        QVERIFY(!contentOf(folder + u"cmdline"_s).isEmpty());
        QVERIFY(!contentOf(folder + u"cmdline"_s).contains("planted"));
        QVERIFY(!contentOf(folder + u"environ"_s).contains("planted"));
    }
}

void TestBrowserProcess::byItselfItIsOfNoUse()
{
    QProcess alone;
    alone.setStandardInputFile(QProcess::nullDevice());
    alone.start(qEnvironmentVariable("LECTERN_BROWSER"), QStringList());
    QTRY_COMPARE(alone.state(), QProcess::NotRunning);
    QCOMPARE(alone.exitCode(), 2);
    QVERIFY(alone.readAllStandardError().contains("started by Lectern"));
}

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--hold") == 0)
        return hold(argc, argv);
    QCoreApplication application(argc, argv);
    TestBrowserProcess test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_browserprocess.moc"
