// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of providers that want a certificate of this computer.
#include "core/adapters/browser/browserprocesses.h"
#include "core/adapters/crypto/opensslclientcertificates.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/mutualtls.h"
#include "tests/support/wireserver.h"
#include "ui/signin/pagehost.h"
#include "ui/signin/signinview.h"
#include "ui/widgets/emptystate.h"

#include <QGuiApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSignInCertificate : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_view.reset(); }

    void aPageThatDemandsOneIsShownTheProfiles_data();
    void aPageThatDemandsOneIsShownTheProfiles();
    void anotherHostIsShownNone();
    void anotherHostIsNotBelieved();
    void withoutOneThePageSaysSo();
    void oneThatTheServerRefusesIsSaid();
    void oneThatCantBeOpenedIsSaidBeforeAnythingIsSent();

private:
    void open(const WireServer &server) { m_view->browser().open(QUrl(server.origin() + u"/authorize"_s), m_redirect); }
    [[nodiscard]] core::CertificateFiles files(const QByteArray &certificate, const QByteArray &key) const
    {
        return {m_world.write(u"client.pem"_s, certificate), m_world.write(u"client.key"_s, key), m_entry};
    }
    [[nodiscard]] QString title() const { return m_view->findChild<ui::PageHost *>()->accessibleDescription(); }
    // What the page that stands in for the provider's says; empty while there is none.
    [[nodiscard]] QString failure() const
    {
        const auto *page = m_view->findChild<ui::EmptyState *>(u"signInFailure"_s);
        return page->isVisible() ? page->accessibleDescription() : QString();
    }
    [[nodiscard]] static WireServer::Handler page(const QByteArray &title)
    {
        return [title](const core::HttpRequest &) {
            return WireAnswer{.headers = {{"Content-Type", "text/html"}},
                              .body = "<title>" + title + "</title>sign in"};
        };
    }

    const QString m_entry = u"provider/acme/certificate"_s;
    const QUrl m_redirect{u"http://127.0.0.1:9/callback"_s};
    MutualTls m_world;
    FakeSecretStore m_keychain;
    core::SystemClock m_clock;
    core::OpenSslClientCertificates m_certificates{m_keychain, m_clock};
    core::BrowserProcesses m_pages{QGuiApplication::platformName()};
    std::unique_ptr<ui::SignInView> m_view;
};

void TestSignInCertificate::init()
{
    m_keychain.entries = {{m_entry, core::Secret("PLANTED-passphrase")}};
    m_view = std::make_unique<ui::SignInView>();
    m_view->setPages(&m_pages);
    m_view->setClientCertificates(&m_certificates);
    m_view->resize(700, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestSignInCertificate::aPageThatDemandsOneIsShownTheProfiles_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QSsl::SslProtocol>("protocol");
    QTest::newRow("open key") << m_world.client.keyPem() << QSsl::TlsV1_3;
    QTest::newRow("locked key") << encryptedKeyPem(m_world.client, "PLANTED-passphrase") << QSsl::TlsV1_3;
    QTest::newRow("TLS 1.2") << m_world.client.keyPem() << QSsl::TlsV1_2;
}

void TestSignInCertificate::aPageThatDemandsOneIsShownTheProfiles()
{
    QFETCH(QByteArray, key);
    QFETCH(QSsl::SslProtocol, protocol);
    WireServer server(page("acme"), m_world.server(MutualTls::Asks::Demands, protocol));
    m_view->setCertificates(files(m_world.client.pem(), key), m_world.authorityFile, {u"127.0.0.1"_s});
    open(server);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"acme"_s, 20'000);
    QVERIFY(server.shown().contains(u"Lectern at Acme"_s));
}

void TestSignInCertificate::anotherHostIsShownNone()
{
    WireServer other(page("elsewhere"), m_world.server(MutualTls::Asks::Invites));
    const QByteArray target = "https://localhost:" + QByteArray::number(other.port()) + "/";
    WireServer home(
        [target](const core::HttpRequest &) {
            return WireAnswer{.status = 302, .headers = {{"Location", target}}};
        },
        m_world.server());
    const core::ClientCertificate own{
        {QSslCertificate(m_world.client.pem()).toDer()}, core::Secret(m_world.client.keyPem()), {}};
    core::PageOrder order{QUrl(home.origin() + u"/authorize"_s), m_redirect, 0, u"en"_s, {u"en"_s}};
    order.certificate = {{u"127.0.0.1"_s}, own};
    order.authorities = {{u"127.0.0.1"_s, u"localhost"_s}, m_world.authorityFile};
    const auto opened = m_pages.open(order);
    QString shown;
    connect(opened.get(), &core::ProviderPage::titleChanged, this, [&shown](const QString &title) { shown = title; });
    QTRY_COMPARE_WITH_TIMEOUT(shown, u"elsewhere"_s, 20'000);
    QVERIFY(home.shown().contains(u"Lectern at Acme"_s));
    QVERIFY(!other.shown().isEmpty());
    QCOMPARE(other.shown().count(QString()), other.shown().size());
}

// The profile's authorities vouch for the profile's hosts alone.
void TestSignInCertificate::anotherHostIsNotBelieved()
{
    WireServer other(page("elsewhere"), m_world.server(MutualTls::Asks::Invites));
    const QByteArray target = "https://localhost:" + QByteArray::number(other.port()) + "/";
    WireServer home(
        [target](const core::HttpRequest &) {
            return WireAnswer{.status = 302, .headers = {{"Location", target}}};
        },
        m_world.server(MutualTls::Asks::Invites));
    m_view->setCertificates({}, m_world.authorityFile, {u"127.0.0.1"_s});
    open(home);
    QTRY_VERIFY_WITH_TIMEOUT(!failure().isEmpty(), 20'000);
    QVERIFY2(failure().contains(u"extra_ca"_s), qPrintable(failure()));
    QVERIFY(!home.asked().isEmpty());
    QVERIFY(other.asked().isEmpty());
}

void TestSignInCertificate::withoutOneThePageSaysSo()
{
    WireServer server(page("acme"), m_world.server());
    m_view->setCertificates({}, m_world.authorityFile, {});
    open(server);
    QTRY_VERIFY_WITH_TIMEOUT(!failure().isEmpty(), 20'000);
    QVERIFY2(failure().contains(u"show a certificate"_s), qPrintable(failure()));
    QVERIFY(server.asked().isEmpty());
}

void TestSignInCertificate::oneThatTheServerRefusesIsSaid()
{
    const Issued stranger = issue("stranger", "DNS:stranger", nullptr);
    WireServer server(page("acme"), m_world.server());
    m_view->setCertificates(files(stranger.pem(), stranger.keyPem()), m_world.authorityFile, {});
    open(server);
    QTRY_VERIFY_WITH_TIMEOUT(!failure().isEmpty(), 20'000);
    QVERIFY2(failure().contains(u"does not accept"_s), qPrintable(failure()));
    QVERIFY(server.asked().isEmpty());
}

void TestSignInCertificate::oneThatCantBeOpenedIsSaidBeforeAnythingIsSent()
{
    m_keychain.entries = {{m_entry, core::Secret("PLANTED-other")}};
    WireServer server(page("acme"), m_world.server());
    m_view->setCertificates(files(m_world.client.pem(), encryptedKeyPem(m_world.client, "PLANTED-passphrase")),
                            m_world.authorityFile, {});
    open(server);
    QTRY_VERIFY_WITH_TIMEOUT(!failure().isEmpty(), 20'000);
    QVERIFY2(failure().contains(u"lectern-cli secret set provider/acme/certificate"_s), qPrintable(failure()));
    QVERIFY(!failure().contains(u"PLANTED"_s));
    QCOMPARE(server.connections(), 0);
    QVERIFY(server.shown().isEmpty());
}

QTEST_MAIN(TestSignInCertificate)
#include "tst_signincertificate.moc"
