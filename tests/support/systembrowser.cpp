// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for the user's browser where a test starts the programs: put into PATH as xdg-open, it opens the address it
// is given as a person would who has an account at the sandbox. SYSTEM_BROWSER_STATE is a folder: `cookies` is what the
// browser remembers, every address goes into `opened`, every page that was visited, without its query, into `visited`,
// the last page of each address, on a line, into `seen`.
// SYSTEM_BROWSER_LOGIN: who signs in; empty: whoever it is leaves the first page. SYSTEM_BROWSER_CONSENT=no: signs in
// and then gives no consent.
#include "tests/support/formbrowser.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

void note(const QString &file, const QByteArray &line)
{
    QFile notes(qEnvironmentVariable("SYSTEM_BROWSER_STATE") + u'/' + file);
    if (notes.open(QIODevice::Append))
        notes.write(line + '\n');
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QByteArray address = QCoreApplication::arguments().value(1).toUtf8();
    const QString login = qEnvironmentVariable("SYSTEM_BROWSER_LOGIN");
    note(u"opened"_s, address);
    FormBrowser browser;
    browser.rememberIn(qEnvironmentVariable("SYSTEM_BROWSER_STATE") + u"/cookies"_s);
    browser.answers = {{u"login"_s, login}, {u"password"_s, u"sandbox"_s}};
    browser.cancels = login.isEmpty();
    browser.refusesConsent = qEnvironmentVariable("SYSTEM_BROWSER_CONSENT") == "no"_L1;
    QObject::connect(&browser, &FormBrowser::ended, &application, [&browser] {
        for (const QUrl &url : browser.visited)
            note(u"visited"_s, url.toEncoded(QUrl::RemoveQuery));
        note(u"seen"_s, browser.lastPage.simplified());
        QCoreApplication::quit();
    });
    QTimer::singleShot(60'000, &application, [] { QCoreApplication::exit(1); });
    browser.open(QUrl::fromEncoded(address), {});
    return QCoreApplication::exec();
}
