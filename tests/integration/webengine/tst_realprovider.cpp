// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "core/adapters/keychain/keychainsecretstore.h"
#include "core/identity/form.h"
#include "core/identity/refresh.h"
#include "core/identity/storedsession.h"
#include "tests/support/identityfixture.h"
#include "tests/support/sandbox.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using State = core::Accounts::State;

namespace {

constexpr int enough = 30'000; // ms; the engine's first start on a cold disk

} // namespace

// The whole window with the real provider, the real engine, the real listener and a real keyring; keys reach the page
// through the X server, as a person's do. The user's own browser is one that is started as xdg-open and remembers who
// is signed in. Each test leaves the window signed out.
class TestRealProvider : public QObject
{
    Q_OBJECT

    Sandbox m_sandbox;
    QTemporaryDir m_browser; // what the user's own browser remembers
    std::unique_ptr<app::Application> m_lectern;

    [[nodiscard]] core::Accounts &accounts() { return m_lectern->accounts(); }

    template<typename T = QWidget>
    [[nodiscard]] T *visible(const QString &name)
    {
        for (T *each : m_lectern->window().findChildren<T *>(name)) {
            if (each->isVisible() && each->isEnabled())
                return each;
        }
        return nullptr;
    }

    bool click(const QString &name)
    {
        if (!QTest::qWaitFor([&] { return visible<QAbstractButton>(name) != nullptr; }, enough))
            return false;
        QTest::mouseClick(visible<QAbstractButton>(name), Qt::LeftButton);
        return true;
    }

    static void keys(const QStringList &xdotool)
    {
        QProcess process;
        process.start(u"xdotool"_s, xdotool);
        (void)QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 10'000);
    }

    // Pages of the provider's that were shown (GET), or forms that were sent (POST).
    [[nodiscard]] int interactions(const QString &method) const
    {
        const auto asked = m_sandbox.asked();
        return static_cast<int>(std::ranges::count_if(asked, [&method](const Sandbox::Request &each) {
            return each.method == method && each.path.startsWith("/interaction/"_L1) && each.status > 0;
        }));
    }

    [[nodiscard]] bool comesTo(int count, const QString &method, int milliseconds = enough) const
    {
        return QTest::qWaitFor([&] { return interactions(method) >= count; }, milliseconds);
    }

    // From wherever the window stands to the provider's first page, which has the focus then.
    bool openPage()
    {
        const int pages = interactions(u"GET"_s);
        if (!click(u"accountButton"_s)
            || !QTest::qWaitFor([&] { return visible<QLineEdit>(u"organizationLineEdit"_s) != nullptr; }, enough))
            return false;
        auto *organization = visible<QLineEdit>(u"organizationLineEdit"_s);
        organization->clear();
        QTest::keyClicks(organization, u"acme"_s);
        return click(u"signInButton"_s) && comesTo(pages + 1, u"GET"_s);
    }

    // Presses keys on the page that was shown last until its form has reached the provider: what is pressed before the
    // page was drawn goes nowhere.
    bool answerPage(const QList<QStringList> &presses)
    {
        const int forms = interactions(u"POST"_s);
        for (int attempt = 0; attempt < 5; ++attempt) {
            QTest::qWait(1000); // as long as a person takes to look at it
            for (const QStringList &press : presses)
                keys(press);
            if (comesTo(forms + 1, u"POST"_s, 4000))
                return true;
            keys({u"key"_s, u"F5"_s});
        }
        return false;
    }

    bool logIn()
    {
        const int pages = interactions(u"GET"_s);
        return answerPage(
                   {{u"type"_s, u"alice"_s}, {u"key"_s, u"Tab"_s}, {u"type"_s, u"sandbox"_s}, {u"key"_s, u"Return"_s}})
            && comesTo(pages + 1, u"GET"_s); // the consent page
    }

    bool consent() { return answerPage({{u"key"_s, u"Return"_s}}); }

    bool comesToState(State state)
    {
        return QTest::qWaitFor([&] { return accounts().state() == state; }, enough);
    }

    // Everything that the window says at this moment.
    [[nodiscard]] QString said()
    {
        QStringList texts;
        for (const ui::MessageBar *bar : m_lectern->window().findChildren<ui::MessageBar *>()) {
            if (bar->isVisible())
                texts += bar->text();
        }
        return texts.join(u'\n');
    }

    [[nodiscard]] QByteArrayList noted(const QString &file) const
    {
        QFile notes(m_browser.filePath(file));
        return notes.open(QIODevice::ReadOnly) ? notes.readAll().trimmed().split('\n') : QByteArrayList();
    }

    void forgetNotes()
    {
        QFile::remove(m_browser.filePath(u"opened"_s));
        QFile::remove(m_browser.filePath(u"visited"_s));
    }

    bool signOut()
    {
        const int revoked = asked(u"/token/revocation"_s);
        m_lectern->window().findChild<QPushButton *>(u"signOutButton"_s)->click();
        return comesToState(State::SignedOut)
            && QTest::qWaitFor([&] { return asked(u"/token/revocation"_s) == revoked + 1; }, enough);
    }

    [[nodiscard]] int asked(const QString &path) const
    {
        return static_cast<int>(std::ranges::count(m_sandbox.asked(), path, &Sandbox::Request::path));
    }

    [[nodiscard]] static core::Secret keptToken(const QString &account)
    {
        core::KeychainSecretStore keychain;
        const auto entry = IdentityFixture::answerOf(keychain.read(core::sessionKey(account)));
        const auto session = entry ? core::decodeSession(*entry) : tl::make_unexpected(entry.error());
        return session ? session->refreshToken : core::Secret();
    }

    // Somebody else shows a refresh token; the status of the answer.
    int spend(const core::Secret &refreshToken) const
    {
        core::NetworkHttpTransport http;
        core::HttpRequest request{.method = "POST", .url = m_sandbox.issuer().resolved(QUrl(u"/token"_s))};
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = core::encodeForm({{u"grant_type"_s, u"refresh_token"_s},
                                         {u"client_id"_s, u"lectern-desktop"_s},
                                         {u"refresh_token"_s, QString::fromUtf8(refreshToken.reveal())}});
        const auto response = IdentityFixture::answerOf(http.send(request, {}));
        return response ? response->status : 0;
    }

    core::Result<core::Secret> token() { return IdentityFixture::answerOf(accounts().tokens().accessToken({})); }

private slots:
    void initTestCase()
    {
        for (const char *program : {"xdotool", "gnome-keyring-daemon"}) {
            if (QStandardPaths::findExecutable(QLatin1StringView(program)).isEmpty())
                QSKIP("xdotool or gnome-keyring-daemon is not installed");
        }
        for (const char *folder : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            QDir(qEnvironmentVariable(folder) + u"/lectern"_s).removeRecursively(); // of an earlier run
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        const QString profiles = qEnvironmentVariable("XDG_CONFIG_HOME") + u"/lectern/providers.d"_s;
        QVERIFY(QDir().mkpath(profiles));
        QVERIFY(QFile::copy(m_sandbox.profileFile(), profiles + u"/sandbox.json"_s));
        QVERIFY(QFile::link(QStringLiteral(SYSTEM_BROWSER), m_browser.filePath(u"xdg-open"_s)));
        qputenv("PATH", m_browser.path().toUtf8() + ':' + qgetenv("PATH"));
        qputenv("SYSTEM_BROWSER_STATE", m_browser.path().toUtf8());
        qputenv("SYSTEM_BROWSER_LOGIN", "alice");

        m_lectern = std::make_unique<app::Application>(*qApp);
        m_lectern->start({});
        m_lectern->window().resize(1300, 820);
        QVERIFY(QTest::qWaitForWindowActive(&m_lectern->window()));
        QVERIFY(comesToState(State::SignedOut));
    }

    void cleanupTestCase() { m_lectern.reset(); }

    void cleanup()
    {
        if (m_lectern && accounts().state() == State::SignedIn)
            QVERIFY(signOut());
    }

    void aPersonSignsInOnTheProvidersPage()
    {
        QVERIFY(openPage());
        QVERIFY(logIn());
        QVERIFY(consent());
        QVERIFY(comesToState(State::SignedIn));
        const auto account = accounts().current();
        QCOMPARE(account->name, u"Alice Example"_s);
        QCOMPARE(account->organization, u"acme"_s);
        QVERIFY(account->kept);
        // form_post was asked for, and the answer came that way: no other is listed.
        const auto requests = m_sandbox.asked();
        const auto page = std::ranges::find(requests, u"/auth"_s, &Sandbox::Request::path);
        QVERIFY(page != requests.end() && page->query.contains(u"response_mode"_s));

        // The token is renewed, and the renewed one is what the keyring holds.
        const core::Secret before = keptToken(account->id);
        QVERIFY(!before.isEmpty());
        const auto first = token();
        QVERIFY(first);
        accounts().tokens().rejected(*first);
        const auto second = token();
        QVERIFY(second && *second != *first);
        QVERIFY(keptToken(account->id) != before);
        QCOMPARE(m_sandbox.askedFor(u"refresh_token"_s), 1);

        // Signing out leaves nothing of the provider's session behind: the next one is asked for the password.
        QVERIFY(signOut());
        QVERIFY(keptToken(account->id).isEmpty());
        QVERIFY(accounts().known().empty());
        const int forms = interactions(u"POST"_s);
        QVERIFY(openPage());
        QVERIFY(logIn());
        QVERIFY(consent());
        QVERIFY(comesToState(State::SignedIn));
        QCOMPARE(interactions(u"POST"_s) - forms, 2);
    }

    void whoGivesNoConsentIsToldAndNobodyIsSignedIn()
    {
        QVERIFY(openPage());
        QVERIFY(logIn());
        const int tokens = asked(u"/token"_s);
        QVERIFY(answerPage({{u"key"_s, u"Tab"_s}, {u"key"_s, u"Return"_s}}));
        QVERIFY(QTest::qWaitFor([&] { return visible(u"providerChoice"_s) != nullptr; }, enough));
        QVERIFY(accounts().state() == State::SignedOut);
        QVERIFY2(said().contains(u"declined"_s), qPrintable(said()));
        QVERIFY(accounts().known().empty());
        QCOMPARE(asked(u"/token"_s), tokens);
    }

    // One press, the same attempt: the page was opened here and is answered there. The browser keeps its own session,
    // and signing out ends that as well.
    void aPersonGoesOnInTheirOwnBrowserAndSignsOutThere()
    {
        forgetNotes();
        QVERIFY(openPage());
        QVERIFY(click(u"openInBrowserButton"_s));
        QVERIFY(comesToState(State::SignedIn));
        QCOMPARE(accounts().current()->name, u"Alice Example"_s);
        QCOMPARE(noted(u"opened"_s).size(), 1);
        QVERIFY(noted(u"opened"_s).first().startsWith(m_sandbox.issuer().toEncoded() + "/auth?"));
        QTRY_VERIFY_WITH_TIMEOUT(!noted(u"visited"_s).isEmpty(), enough);

        forgetNotes();
        QVERIFY(signOut());
        const QByteArray ended = m_sandbox.issuer().toEncoded() + "/session/end/confirm";
        QTRY_VERIFY_WITH_TIMEOUT(noted(u"visited"_s).contains(ended), enough);
        QVERIFY(noted(u"opened"_s).first().contains("id_token_hint="));

        const int forms = interactions(u"POST"_s);
        QVERIFY(openPage());
        QVERIFY(click(u"openInBrowserButton"_s));
        QVERIFY(comesToState(State::SignedIn));
        QCOMPARE(interactions(u"POST"_s) - forms, 2); // password and consent: the session was gone
    }

    // A refresh token that somebody else has used ends the session at the provider; the window says so once, where it
    // can be seen, with the way back.
    void aStolenTokenEndsTheSessionWithOneClearQuestion()
    {
        QVERIFY(openPage());
        QVERIFY(click(u"openInBrowserButton"_s));
        QVERIFY(comesToState(State::SignedIn));
        const QString account = accounts().current()->id;
        const core::Secret stolen = keptToken(account);
        accounts().tokens().rejected(*token());
        const auto good = token();
        QVERIFY(good);
        QVERIFY(!said().contains(u"session has ended"_s));
        QSignalSpy expired(&accounts(), &core::Accounts::expired);

        QCOMPARE(spend(stolen), 400);
        accounts().tokens().rejected(*good);
        for (int i = 0; i < 3; ++i)
            QVERIFY(token().error().code == core::ErrorCode::SignInNeeded);
        QCOMPARE(expired.size(), 1);
        QVERIFY2(said().contains(u"session has ended"_s), qPrintable(said()));
        QVERIFY(keptToken(account).isEmpty());
        QCOMPARE(accounts().known().size(), 1U);
        (void)IdentityFixture::answerOf(accounts().signOut(account));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    TestRealProvider test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_realprovider.moc"
