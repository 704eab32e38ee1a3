// SPDX-License-Identifier: GPL-3.0-or-later
// A provider behind a proxy that wants a name and a password.
#include "core/adapters/browser/browserprocesses.h"
#include "core/identity/proxydesk.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/mutualtls.h"
#include "tests/support/tunnelproxy.h"
#include "tests/support/wireserver.h"
#include "ui/signin/pagehost.h"
#include "ui/signin/signinview.h"
#include "ui/widgets/emptystate.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSignInProxy : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_view.reset(); }

    void whatIsKnownIsTold();
    void aPersonIsAskedAndThePageComes();
    void aWrongOneIsAskedForAgain();
    void decliningIsSaid();
    void withoutAnybodyToAskItIsSaid();

private:
    void open()
    {
        m_view->browser().open(QUrl(u"https://sso.acme.test/authorize"_s), QUrl(u"http://127.0.0.1:9/callback"_s));
    }
    // A person who answers with these, one after the other, and then no more.
    void attend(QList<core::ProxyLogin> answers)
    {
        m_desk->attend();
        connect(m_desk.get(), &core::ProxyDesk::wanted, this, [this, answers](const QString &host) mutable {
            if (answers.isEmpty())
                m_desk->decline(host);
            else
                m_desk->give(host, answers.takeFirst(), false);
        });
    }
    [[nodiscard]] QString title() const { return m_view->findChild<ui::PageHost *>()->accessibleDescription(); }
    [[nodiscard]] QString failure() const
    {
        const auto *page = m_view->findChild<ui::EmptyState *>(u"signInFailure"_s);
        return page->isVisible() ? page->accessibleName() : QString();
    }

    const core::ProxyLogin m_right{u"alice"_s, core::Secret("PLANTED p@ss")};
    const core::ProxyLogin m_wrong{u"alice"_s, core::Secret("PLANTED wrong")};
    MutualTls m_world;
    WireServer m_server{
        [](const core::HttpRequest &) {
            return WireAnswer{.headers = {{"Content-Type", "text/html"}}, .body = "<title>acme</title>sign in"};
        },
        m_world.server(MutualTls::Asks::Invites)};
    TunnelProxy m_proxy{"alice", "PLANTED p@ss", m_server.port()};
    ProxyInEnvironment m_environment{m_proxy.address()}; // the browser inherits it
    FakeSecretStore m_keychain;
    core::BrowserProcesses m_pages{QGuiApplication::platformName()};
    std::unique_ptr<core::ProxyDesk> m_desk;
    std::unique_ptr<QSignalSpy> m_asked;
    std::unique_ptr<ui::SignInView> m_view;
};

void TestSignInProxy::init()
{
    m_proxy.tunnels = 0;
    m_desk = std::make_unique<core::ProxyDesk>(m_keychain);
    m_asked = std::make_unique<QSignalSpy>(m_desk.get(), &core::ProxyDesk::wanted);
    m_view = std::make_unique<ui::SignInView>();
    m_view->setPages(&m_pages);
    m_view->setProxyLogins(m_desk.get());
    m_view->setCertificates({}, m_world.authorityFile, {});
    m_view->resize(700, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestSignInProxy::whatIsKnownIsTold()
{
    m_desk->give(u"127.0.0.1"_s, m_right, false); // to a request before the page
    open();
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"acme"_s, 20'000);
    QVERIFY(m_proxy.tunnels > 0);
    QVERIFY(m_asked->isEmpty());
}

void TestSignInProxy::aPersonIsAskedAndThePageComes()
{
    attend({m_right});
    open();
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"acme"_s, 20'000);
    QCOMPARE(m_asked->size(), 1);
    QCOMPARE(m_asked->first(), (QVariantList{u"127.0.0.1"_s, false}));
}

void TestSignInProxy::aWrongOneIsAskedForAgain()
{
    attend({m_wrong, m_right});
    open();
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"acme"_s, 20'000);
    QCOMPARE(m_asked->size(), 2);
    QCOMPARE(m_asked->last(), (QVariantList{u"127.0.0.1"_s, true}));
}

void TestSignInProxy::decliningIsSaid()
{
    attend({});
    open();
    QTRY_VERIFY_WITH_TIMEOUT(!failure().isEmpty(), 20'000);
    QVERIFY2(failure().contains(u"127.0.0.1"_s), qPrintable(failure()));
    QCOMPARE(m_proxy.tunnels, 0);
}

void TestSignInProxy::withoutAnybodyToAskItIsSaid()
{
    m_view->setProxyLogins(nullptr);
    open();
    QTRY_VERIFY_WITH_TIMEOUT(!failure().isEmpty(), 20'000);
    QVERIFY2(failure().contains(u"127.0.0.1"_s), qPrintable(failure()));
    QVERIFY(m_asked->isEmpty());
}

QTEST_MAIN(TestSignInProxy)
#include "tst_signinproxy.moc"
