// SPDX-License-Identifier: GPL-3.0-or-later
// A provider whose certificate comes from an authority of its organization's own.
#include "core/adapters/crypto/opensslcertificatejudge.h"
#include "tests/support/issuedcertificate.h"
#include "ui/browser/popupwindow.h"
#include "ui/browser/signinsession.h"
#include "ui/browser/signinweb.h"
#include "ui/browser/webpage.h"
#include "ui/signin/originbar.h"

#include <QFile>
#include <QLabel>
#include <QScopeGuard>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSignInTls : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_page.reset(); }

    void anAuthorityOfTheProfileCounts();
    void withoutItNothingIsSent();
    void anAuthorityOfAnotherHostDoesNotCount();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void aPartOfAPageIsLeftOutWithoutAWord_data();
    void aPartOfAPageIsLeftOutWithoutAWord();
    void aPopupWithABadCertificateIsNotCalledSecure();
    void aPageThatLeadsToABadCertificateIsNotShown_data();
    void aPageThatLeadsToABadCertificateIsNotShown();

private:
    // The same server by a name that its certificate does not have.
    [[nodiscard]] QByteArray elsewhere() const
    {
        return "https://localhost:" + QByteArray::number(m_server.serverPort()) + "/x";
    }
    void open(const core::CertificateJudge *judge)
    {
        m_failure.reset();
        const QUrl start(u"https://127.0.0.1:%1/authorize"_s.arg(m_server.serverPort()));
        const core::PageOrder order{start, QUrl(u"http://127.0.0.1:9/callback"_s), 0, u"en"_s, {u"en"_s}, false};
        m_page = std::make_unique<ui::WebPage>(order, judge);
        connect(m_page.get(), &core::ProviderPage::failed, this,
                [this](core::PageFailure failure) { m_failure = failure; });
    }
    [[nodiscard]] QString title() const { return m_page->session()->view()->title(); }

    QTemporaryDir m_folder;
    Issued m_authority;
    QSslServer m_server;
    core::OpenSslCertificateJudge m_judge;
    std::unique_ptr<ui::WebPage> m_page;
    std::optional<core::PageFailure> m_failure;
    int m_requests = 0;
    QByteArray m_status;
    QByteArray m_body;
};

void TestSignInTls::init()
{
    m_requests = 0;
    m_failure.reset();
    m_status = "200 OK";
    m_body = "<title>acme</title>sign in";
    if (m_server.isListening())
        return;
    m_authority = issue("Acme authority", {}, nullptr);
    const Issued own = issue("sign-in", "IP:127.0.0.1", &m_authority);
    QFile file(m_folder.filePath(u"ca.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_authority.pem());
    file.close();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(own.pem()));
    tls.setPrivateKey(QSslKey(own.keyPem(), QSsl::Ec));
    m_server.setSslConfiguration(tls);
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                ++m_requests;
                socket->write("HTTP/1.1 " + m_status
                              + "\r\nContent-Type: text/html\r\nConnection: close\r\n"
                                "Content-Length: "
                              + QByteArray::number(m_body.size()) + "\r\n\r\n" + m_body);
                socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

void TestSignInTls::anAuthorityOfTheProfileCounts()
{
    QVERIFY(m_judge.trust(u"127.0.0.1"_s, m_folder.filePath(u"ca.pem"_s)));
    open(&m_judge);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"acme"_s, 20'000);
    QVERIFY(!m_failure);
    QTRY_VERIFY(m_page->window()->findChild<ui::OriginBar *>()->isSecure());
}

void TestSignInTls::withoutItNothingIsSent()
{
    open(nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(m_failure, core::PageFailure::CertificateAuthority, 20'000);
    QCOMPARE(m_requests, 0);
    const auto *bar = m_page->window()->findChild<ui::OriginBar *>();
    QVERIFY(!bar->isSecure());
    QVERIFY(bar->findChild<QLabel *>(u"originLabel"_s)->accessibleName().endsWith("certificate refused"_L1));
}

void TestSignInTls::anAuthorityOfAnotherHostDoesNotCount()
{
    core::OpenSslCertificateJudge judge;
    QVERIFY(judge.trust(u"sso.acme.example"_s, m_folder.filePath(u"ca.pem"_s)));
    open(&judge);
    QTRY_COMPARE_WITH_TIMEOUT(m_failure, core::PageFailure::CertificateAuthority, 20'000);
    QCOMPARE(m_requests, 0);
    m_page.reset(); // before the judge
}

void TestSignInTls::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("known");
    QTest::addColumn<core::PageFailure>("failure");
    using core::PageFailure;
    QTest::newRow("expired") << QByteArray("IP:127.0.0.1") << -1 << true << PageFailure::CertificateExpired;
    QTest::newRow("another's") << QByteArray("DNS:sso.example") << 10 << true << PageFailure::CertificateName;
    QTest::newRow("a stranger's") << QByteArray("IP:127.0.0.1") << 10 << false << PageFailure::CertificateAuthority;
}

void TestSignInTls::whatIsWrongIsSaid()
{
    QFETCH(QByteArray, name);
    QFETCH(int, days);
    QFETCH(bool, known);
    QFETCH(core::PageFailure, failure);
    const QSslConfiguration good = m_server.sslConfiguration();
    const auto back = qScopeGuard([&] { m_server.setSslConfiguration(good); });
    const Issued own = issue("sign-in", name, known ? &m_authority : nullptr, days);
    QSslConfiguration tls = good;
    tls.setLocalCertificate(QSslCertificate(own.pem()));
    tls.setPrivateKey(QSslKey(own.keyPem(), QSsl::Ec));
    m_server.setSslConfiguration(tls);
    QVERIFY(m_judge.trust(u"127.0.0.1"_s, m_folder.filePath(u"ca.pem"_s)));
    open(&m_judge);
    QTRY_COMPARE_WITH_TIMEOUT(m_failure, failure, 20'000);
    QCOMPARE(m_requests, 0);
}

void TestSignInTls::aPartOfAPageIsLeftOutWithoutAWord_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("a picture") << QByteArray("<img src=\"%1\" onerror=\"document.title = 'without'\">");
    QTest::newRow("a script") << QByteArray("<script src=\"%1\" onerror=\"document.title = 'without'\"></script>");
    QTest::newRow("a question") << QByteArray("<script>fetch('%1').catch(() => document.title = 'without')</script>");
    QTest::newRow("a frame") << QByteArray(
        "<iframe src=\"%1\"></iframe><script>setTimeout(() => document.title = 'without', 1500)</script>");
}

void TestSignInTls::aPartOfAPageIsLeftOutWithoutAWord()
{
    QFETCH(QByteArray, part);
    m_body = "<title>acme</title>sign in" + part.replace("%1", elsewhere());
    QVERIFY(m_judge.trust(u"127.0.0.1"_s, m_folder.filePath(u"ca.pem"_s)));
    open(&m_judge);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"without"_s, 20'000);
    QVERIFY(!m_failure);
    QCOMPARE(m_requests, 1); // of the page, and none with the wrong certificate
}

void TestSignInTls::aPopupWithABadCertificateIsNotCalledSecure()
{
    m_body = "<title>ready</title><button style='position:fixed;inset:0;width:100%;height:100%' onclick=\"window.open('"
        + elsewhere() + "')\">press</button>";
    QVERIFY(m_judge.trust(u"127.0.0.1"_s, m_folder.filePath(u"ca.pem"_s)));
    open(&m_judge);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"ready"_s, 20'000);
    ui::SignInWeb *web = m_page->session()->view();
    QTRY_VERIFY(web->focusProxy());
    const auto isOpen = [this] { return !m_page->session()->popups().empty(); };
    for (int attempt = 0; attempt < 20 && !isOpen(); ++attempt) { // before the first frame a click is lost
        QTest::mouseClick(web->focusProxy(), Qt::LeftButton, {}, web->rect().center());
        (void)QTest::qWaitFor(isOpen, 500);
    }
    QVERIFY(isOpen());
    ui::PopupWindow *popup = m_page->session()->popups().front();
    bool finished = false;
    connect(popup->page(), &QWebEnginePage::loadFinished, this, [&finished] { finished = true; });
    const auto *origin = popup->originBar()->findChild<QLabel *>(u"originLabel"_s);
    QTRY_VERIFY_WITH_TIMEOUT(origin->accessibleName().endsWith("certificate refused"_L1), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(finished, 20'000);
    QVERIFY(!popup->originBar()->isSecure()); // nor after what the engine shows instead
    QCOMPARE(origin->text(), u"localhost:%1"_s.arg(m_server.serverPort()));
    QCOMPARE(m_requests, 1);
}

void TestSignInTls::aPageThatLeadsToABadCertificateIsNotShown_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("sent on by the server") << QByteArray("302 Found\r\nLocation: %1") << QByteArray("gone");
    QTest::newRow("by the page") << QByteArray("200 OK") << QByteArray("<script>location.href = '%1#there'</script>");
    QTest::newRow("with a form")
        << QByteArray("200 OK")
        << QByteArray(
               "<form method=post action=\"%1\"><input name=a></form><script>document.forms[0].submit()</script>");
}

void TestSignInTls::aPageThatLeadsToABadCertificateIsNotShown()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    m_status = status.replace("%1", elsewhere());
    m_body = body.replace("%1", elsewhere());
    QVERIFY(m_judge.trust(u"127.0.0.1"_s, m_folder.filePath(u"ca.pem"_s)));
    open(&m_judge);
    QTRY_COMPARE_WITH_TIMEOUT(m_failure, core::PageFailure::CertificateName, 20'000);
    QCOMPARE(m_requests, 1);
}

QTEST_MAIN(TestSignInTls)
#include "tst_signintls.moc"
