// SPDX-License-Identifier: GPL-3.0-or-later
// A provider whose certificate comes from an authority of its organization's own.
#include "core/adapters/crypto/opensslcertificatejudge.h"
#include "tests/support/issuedcertificate.h"
#include "ui/browser/signinsession.h"
#include "ui/browser/signinweb.h"
#include "ui/browser/webpage.h"
#include "ui/signin/originbar.h"

#include <QFile>
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

private:
    void open(const core::CertificateJudge *judge)
    {
        const QUrl start(u"https://127.0.0.1:%1/authorize"_s.arg(m_server.serverPort()));
        const core::PageOrder order{start, QUrl(u"http://127.0.0.1:9/callback"_s), 0, u"en"_s, {u"en"_s}, false};
        m_page = std::make_unique<ui::WebPage>(order, judge);
        connect(m_page.get(), &core::ProviderPage::failed, this,
                [this](core::PageFailure failure) { m_failure = failure; });
    }
    [[nodiscard]] QString title() const { return m_page->session()->view()->title(); }

    QTemporaryDir m_folder;
    QSslServer m_server;
    core::OpenSslCertificateJudge m_judge;
    std::unique_ptr<ui::WebPage> m_page;
    std::optional<core::PageFailure> m_failure;
    int m_requests = 0;
};

void TestSignInTls::init()
{
    m_requests = 0;
    m_failure.reset();
    if (m_server.isListening())
        return;
    const Issued authority = issue("Acme authority", {}, nullptr);
    const Issued own = issue("sign-in", "IP:127.0.0.1", &authority);
    QFile file(m_folder.filePath(u"ca.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(authority.pem());
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
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: 26"
                              "\r\n\r\n<title>acme</title>sign in");
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
    QVERIFY(m_page->window()->findChild<ui::OriginBar *>()->isSecure());
}

void TestSignInTls::withoutItNothingIsSent()
{
    open(nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(m_failure, core::PageFailure::Certificate, 20'000);
    QCOMPARE(m_requests, 0);
}

void TestSignInTls::anAuthorityOfAnotherHostDoesNotCount()
{
    core::OpenSslCertificateJudge judge;
    QVERIFY(judge.trust(u"sso.acme.example"_s, m_folder.filePath(u"ca.pem"_s)));
    open(&judge);
    QTRY_COMPARE_WITH_TIMEOUT(m_failure, core::PageFailure::Certificate, 20'000);
    QCOMPARE(m_requests, 0);
    m_page.reset(); // before the judge
}

QTEST_MAIN(TestSignInTls)
#include "tst_signintls.moc"
