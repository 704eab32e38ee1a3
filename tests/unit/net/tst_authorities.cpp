// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that only an authority of the request's own vouches for, on real sockets.
#include "core/adapters/http/networkhttptransport.h"
#include "core/net/authorities.h"
#include "tests/support/identityfixture.h"
#include "tests/support/mutualtls.h"
#include "tests/support/wireserver.h"

#include <QTest>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

class TestAuthorities : public QObject
{
    Q_OBJECT

    MutualTls m_world;
    core::NetworkHttpTransport m_http;
    WireServer m_server{[](const core::HttpRequest &) { return WireAnswer{.body = "yes"}; },
                        m_world.server(MutualTls::Asks::Invites)};

    core::Result<core::HttpResponse> get(const QString &authorities, const QString &host = u"127.0.0.1"_s)
    {
        QUrl url(m_server.origin() + u"/x"_s);
        url.setHost(host);
        return IdentityFixture::answerOf(m_http.send({.url = url, .authorities = authorities}, {}));
    }

private slots:
    void aRequestThatNamesItIsAnswered()
    {
        const auto answer = get(m_world.authorityFile);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->body, QByteArray("yes"));
    }

    // Not of one that another request trusted a moment ago either.
    void aRequestThatDoesNotIsNotSent()
    {
        QVERIFY(get(m_world.authorityFile));
        const auto before = m_server.asked().size();
        const auto answer = get({});
        QCOMPARE(answer.error().code, ErrorCode::Network);
        QCOMPARE(core::untrustedHost(answer.error()), u"127.0.0.1"_s);
        QCOMPARE(m_server.asked().size(), before);
    }

    void theNameIsCheckedAllTheSame()
    {
        const Issued other = issue("other", "DNS:sso.acme.test", &m_world.authority);
        QSslConfiguration tls = m_world.server(MutualTls::Asks::Invites);
        tls.setLocalCertificate(QSslCertificate(other.pem()));
        tls.setPrivateKey(QSslKey(other.keyPem(), QSsl::Ec));
        WireServer server([](const core::HttpRequest &) { return WireAnswer{}; }, tls);
        const auto answer = IdentityFixture::answerOf(
            m_http.send({.url = QUrl(server.origin() + u"/x"_s), .authorities = m_world.authorityFile}, {}));
        QCOMPARE(core::untrustedHost(answer.error()), u"127.0.0.1"_s);
        QVERIFY(server.asked().isEmpty());
    }

    void aServerThatIsNotThereIsAnotherTrouble()
    {
        const auto answer = IdentityFixture::answerOf(
            m_http.send({.url = QUrl(u"https://127.0.0.1:9/x"_s), .authorities = m_world.authorityFile}, {}));
        QCOMPARE(answer.error().code, ErrorCode::Network);
        QCOMPARE(core::untrustedHost(answer.error()), QString());
    }

    void aFileThatCantBeUsedIsNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a key") << m_world.client.keyPem();
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("not there") << QByteArray();
    }

    void aFileThatCantBeUsedIsNamed()
    {
        QFETCH(QByteArray, content);
        const QString file =
            content.isNull() ? m_world.path(u"none.pem"_s) : m_world.write(u"authorities.pem"_s, content);
        const auto answer = get(file);
        QCOMPARE(answer.error().code, ErrorCode::InvalidInput);
        QVERIFY(answer.error().detail.startsWith(u"extra_ca:"_s) && answer.error().detail.contains(file));
    }

    // Opening one would wait for whoever writes to it.
    void aPipeIsNoFile()
    {
        const QString pipe = m_world.path(u"pipe.pem"_s);
        QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
        QCOMPARE(core::readAuthorities(pipe).error().code, ErrorCode::InvalidInput);
    }

    void aFileThatIsPutRightCounts()
    {
        const Issued stranger = issue("stranger", {}, nullptr);
        const QString file = m_world.write(u"changing.pem"_s, stranger.pem());
        QVERIFY(!get(file));
        m_world.write(u"changing.pem"_s, stranger.pem() + m_world.authority.pem());
        QVERIFY(get(file));
    }

    void nothingButCertificatesIsTaken()
    {
        const QString file = m_world.write(u"both.pem"_s, m_world.client.keyPem() + m_world.authority.pem());
        const auto read = core::readAuthorities(file);
        QVERIFY(read);
        QCOMPARE(*read, QSslCertificate(m_world.authority.pem()).toPem());
        QVERIFY(!read->contains("PRIVATE KEY"));
    }
};

QTEST_GUILESS_MAIN(TestAuthorities)
#include "tst_authorities.moc"
