// SPDX-License-Identifier: GPL-3.0-or-later
// A provider whose certificate comes from an authority of its organization's own.
#include "core/adapters/crypto/opensslcertificatejudge.h"
#include "tests/support/issuedcertificate.h"
#include "ui/signin/originbar.h"
#include "ui/signin/signinview.h"
#include "ui/signin/signinweb.h"

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
    void cleanup() { m_view.reset(); }

    void anAuthorityOfTheProfileCounts();
    void withoutItNothingIsSent();
    void anAuthorityOfAnotherHostDoesNotCount();

private:
    void open()
    {
        const QUrl start(u"https://127.0.0.1:%1/authorize"_s.arg(m_server.serverPort()));
        m_view->browser().open(start, QUrl(u"http://127.0.0.1:9/callback"_s));
    }
    [[nodiscard]] QString title() const
    {
        const auto *web = m_view->findChild<ui::SignInWeb *>();
        return web ? web->title() : QString();
    }
    [[nodiscard]] bool failed() const { return m_view->findChild<QWidget *>(u"signInFailure"_s)->isVisible(); }

    QTemporaryDir m_folder;
    QSslServer m_server;
    core::OpenSslCertificateJudge m_judge;
    std::unique_ptr<ui::SignInView> m_view;
    int m_requests = 0;
};

void TestSignInTls::init()
{
    m_requests = 0;
    m_view = std::make_unique<ui::SignInView>();
    m_view->resize(700, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
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
    m_view->setCertificateJudge(&m_judge);
    open();
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"acme"_s, 20'000);
    QVERIFY(!failed());
    QVERIFY(m_view->findChild<ui::OriginBar *>()->isSecure());
}

void TestSignInTls::withoutItNothingIsSent()
{
    open();
    QTRY_VERIFY_WITH_TIMEOUT(failed(), 20'000);
    QCOMPARE(m_requests, 0);
}

void TestSignInTls::anAuthorityOfAnotherHostDoesNotCount()
{
    core::OpenSslCertificateJudge judge;
    QVERIFY(judge.trust(u"sso.acme.example"_s, m_folder.filePath(u"ca.pem"_s)));
    m_view->setCertificateJudge(&judge);
    open();
    QTRY_VERIFY_WITH_TIMEOUT(failed(), 20'000);
    QCOMPARE(m_requests, 0);
    m_view.reset();
}

QTEST_MAIN(TestSignInTls)
#include "tst_signintls.moc"
