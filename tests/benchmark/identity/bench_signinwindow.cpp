// SPDX-License-Identifier: GPL-3.0-or-later
// How long a person waits for the provider's page, and how long its processes outlive it. Needs an X display; the
// browser is LECTERN_BROWSER, else the one built with this. "Cold" is the first browser of this run: for cold files
// too, drop the system's cache beforehand.
#include "core/adapters/browser/browserprocesses.h"
#include "tests/integration/webengine/loopbacksite.h"
#include "tests/support/engineprocesses.h"
#include "ui/signin/environment.h"
#include "ui/signin/pagefocus.h"
#include "ui/signin/pagehost.h"
#include "ui/signin/signinview.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int warmRounds = 10;
constexpr int longest = 30'000; // ms

struct Times {
    qint64 opened; // ms that open() takes: the pane with the origin is there then
    qint64 shown; // from open() until the page has its place in the window
    qint64 painted; // until its first words are on the screen
    qint64 gone; // from close() until no process of the browser is left
};

qint64 until(const QElapsedTimer &since, const std::function<bool()> &holds)
{
    if (!QTest::qWaitFor(holds, longest))
        qFatal("what was to be measured did not come about");
    return since.elapsed();
}

// What keeps the page from being seen, before anybody waits for it.
QString obstacle()
{
    if (!ui::canEmbed())
        return u"The page is put into a window of X11: run this with a display (xvfb-run, packaging/with-desktop.sh) "
               u"and "
               "QT_QPA_PLATFORM=xcb."_s;
    if (ui::isSandboxImpossible())
        return u"No page is opened for the system's administrator: run this as another user, or set "
               "QTWEBENGINE_DISABLE_SANDBOX=1."_s;
    if (!QFileInfo(core::locateBrowser()).isExecutable())
        return u"There is no browser at \"%1\": build lectern-browser, or name it in LECTERN_BROWSER."_s.arg(
            core::locateBrowser());
    return {};
}

// `ahead`: ms that the browser is prepared before; somebody chooses a provider, and that one is asked for its
// addresses.
Times round(ui::SignInView &view, LoopbackSite &site, int ahead = 0)
{
    if (ahead > 0) {
        view.prepare();
        QTest::qWait(ahead);
    }
    const auto *host = view.findChild<ui::PageHost *>();
    Times times{};
    site.asked.clear();
    QElapsedTimer timer;
    timer.start();
    view.browser().open(site.url(u"/authorize"_s), site.url(u"/callback-x1"_s));
    times.opened = timer.elapsed();
    times.painted = until(timer, [&] {
        if (times.shown == 0 && host->isVisible())
            times.shown = timer.elapsed();
        return times.shown != 0 && site.wasAsked(u"/painted"_s);
    });
    const auto running = engine::processes();
    timer.restart();
    view.browser().close();
    times.gone = until(timer, [&running] { return !engine::anyAlive(running); });
    return times;
}

qint64 median(const std::vector<Times> &rounds, qint64 Times::*which)
{
    std::vector<qint64> values;
    for (const Times &one : rounds)
        values.push_back(one.*which);
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("LECTERN_BROWSER"))
        qputenv("LECTERN_BROWSER", BROWSER);
    QApplication application(argc, argv);
    if (const QString trouble = obstacle(); !trouble.isEmpty()) {
        QTextStream(stderr) << trouble << u'\n';
        return EXIT_FAILURE;
    }
    ui::applyTheme(application, ui::Appearance::Light);
    LoopbackSite site;
    site.put(u"/authorize"_s,
             "<!doctype html><title>Acme</title><h2>Acme login</h2><script>new PerformanceObserver(() => "
             "fetch('/painted')).observe({type: 'paint', buffered: true})</script>");
    core::BrowserProcesses pages(QGuiApplication::platformName());
    ui::SignInView view;
    view.setPages(&pages);
    view.resize(900, 700);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        qFatal("no display");

    const Times cold = round(view, site);
    std::vector<Times> warm;
    for (int i = 0; i < warmRounds; ++i)
        warm.push_back(round(view, site));
    std::vector<Times> prepared;
    for (int i = 0; i < warmRounds; ++i)
        prepared.push_back(round(view, site, 1000));
    QTextStream out(stdout);
    const auto row = [&](const QString &name, qint64 first, qint64 later, const QString &target) {
        out << u"%1 %2 %3 %4\n"_s.arg(name, -36).arg(first, 8).arg(later, 8).arg(target, 12);
    };
    out << u"%1 %2 %3 %4\n"_s.arg(u"ms; warm is the median of %1"_s.arg(warmRounds), -36)
               .arg(u"cold"_s, 8)
               .arg(u"warm"_s, 8)
               .arg(u"target"_s, 12);
    row(u"the pane with the origin is there"_s, cold.opened, median(warm, &Times::opened), u"300 / 150"_s);
    row(u"the page has its place"_s, cold.shown, median(warm, &Times::shown), {});
    row(u"its first words are on the screen"_s, cold.painted, median(warm, &Times::painted), {});
    row(u"the same, prepared a second before"_s, -1, median(prepared, &Times::painted), {});
    row(u"all of its processes are gone"_s, cold.gone, median(warm, &Times::gone), u"2000"_s);
    return 0;
}
