// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that ask for a certificate, on real sockets.
#include "core/adapters/crypto/opensslclientcertificates.h"
#include "core/adapters/http/networkhttptransport.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/identityfixture.h"
#include "tests/support/mutualtls.h"
#include "tests/support/wireserver.h"

#include <QLoggingCategory>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::CertificateTrouble;
using core::ErrorCode;

namespace {

const QString entry = u"provider/acme/certificate"_s;
const QByteArray passphrase = "PLANTED-passphrase";
QByteArray everythingSaid;

// What a profile may name: files that are written when they are needed.
struct Written {
    QByteArray certificate;
    QByteArray key = {};
};

} // namespace
Q_DECLARE_METATYPE(Written)

class TestClientCertificates : public QObject
{
    Q_OBJECT

    MutualTls m_world;
    FakeSecretStore m_keychain;
    core::SystemClock m_clock;
    std::unique_ptr<core::OpenSslClientCertificates> m_certificates;
    std::unique_ptr<core::NetworkHttpTransport> m_http;

    [[nodiscard]] static WireServer::Handler saysYes()
    {
        return [](const core::HttpRequest &) { return WireAnswer{.body = "yes"}; };
    }
    [[nodiscard]] core::CertificateFiles files(const Written &written) const
    {
        core::CertificateFiles named{m_world.write(u"client"_s, written.certificate), {}, entry};
        if (!written.key.isEmpty())
            named.key = m_world.write(u"client.key"_s, written.key);
        return named;
    }
    [[nodiscard]] core::CertificateFiles plainFiles() const { return files({m_world.certificateAndKey()}); }
    core::Result<core::HttpResponse> get(const QString &url, const core::CertificateFiles &certificate)
    {
        const core::HttpRequest request{
            .url = QUrl(url), .certificate = certificate, .authorities = m_world.authorityFile};
        return IdentityFixture::answerOf(m_http->send(request, {}));
    }
    static std::optional<CertificateTrouble> troubleOf(const core::Result<core::HttpResponse> &answer)
    {
        const auto problem = answer ? std::nullopt : core::certificateProblem(answer.error());
        return problem ? std::optional(problem->trouble) : std::nullopt;
    }

private slots:
    void init()
    {
        m_keychain.entries = {{entry, core::Secret(passphrase)}};
        m_keychain.reads = 0;
        m_keychain.isAbsent = false;
        m_certificates = std::make_unique<core::OpenSslClientCertificates>(m_keychain, m_clock);
        m_http = std::make_unique<core::NetworkHttpTransport>(m_certificates.get());
    }

    void aServerThatDemandsOneGetsIt_data()
    {
        QTest::addColumn<Written>("written");
        QTest::addColumn<int>("reads"); // of the keychain
        const QByteArray pem = m_world.client.pem();
        const QByteArray key = m_world.client.keyPem();
        const QByteArray locked = encryptedKeyPem(m_world.client, passphrase);
        const Issued rsa =
            issue("Lectern at Acme", "DNS:lectern.acme.test", &m_world.authority, 10, core::EvpKey(EVP_RSA_gen(2048)));
        QTest::newRow("RSA") << Written{rsa.pem() + encryptedKeyPem(rsa, passphrase)} << 1;
        QTest::newRow("PEM with its key") << Written{pem + key} << 0;
        QTest::newRow("key first") << Written{key + pem} << 0;
        QTest::newRow("PEM and a key beside it") << Written{pem, key} << 0;
        QTest::newRow("with the authority before it") << Written{m_world.authority.pem() + pem + key} << 0;
        QTest::newRow("encrypted key") << Written{pem, locked} << 1;
        QTest::newRow("encrypted key in the same file") << Written{pem + locked} << 1;
        QTest::newRow("PKCS#12") << Written{pkcs12Of(m_world.client, m_world.authority, passphrase)} << 1;
        QTest::newRow("PKCS#12 without a passphrase") << Written{pkcs12Of(m_world.client, m_world.authority, "")} << 0;
    }

    void aServerThatDemandsOneGetsIt()
    {
        QFETCH(Written, written);
        QFETCH(int, reads);
        WireServer server(saysYes(), m_world.server());
        for (int i = 0; i < 2; ++i) { // the second time the key is open already
            const auto answer = get(server.origin() + u"/x"_s, files(written));
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
            QCOMPARE(answer->body, QByteArray("yes"));
        }
        QCOMPARE(server.shown().first(), u"Lectern at Acme"_s);
        QCOMPARE(m_keychain.reads, reads);
    }

    void filesThatCantBeUsedSayWhy_data()
    {
        QTest::addColumn<Written>("written");
        QTest::addColumn<CertificateTrouble>("trouble");
        const QByteArray pem = m_world.client.pem();
        const QByteArray key = m_world.client.keyPem();
        const QByteArray foreign = encryptedKeyPem(m_world.client, "another passphrase");
        const Issued expired = issue("old", "DNS:old", &m_world.authority, -1);
        const Issued other = issue("other", "DNS:other", &m_world.authority);
        QTest::newRow("nothing in it") << Written{"not a certificate"} << CertificateTrouble::NotACertificate;
        QTest::newRow("empty") << Written{QByteArray()} << CertificateTrouble::NotACertificate;
        QTest::newRow("no key") << Written{pem} << CertificateTrouble::NoKey;
        QTest::newRow("no key in the key's file") << Written{pem, pem} << CertificateTrouble::NoKey;
        QTest::newRow("another's key") << Written{pem, other.keyPem()} << CertificateTrouble::OtherKey;
        QTest::newRow("wrong passphrase") << Written{pem, foreign} << CertificateTrouble::WrongPassphrase;
        QTest::newRow("wrong passphrase of PKCS#12")
            << Written{pkcs12Of(m_world.client, m_world.authority, "another")} << CertificateTrouble::WrongPassphrase;
        QTest::newRow("expired") << Written{expired.pem() + expired.keyPem()} << CertificateTrouble::Expired;
    }

    void filesThatCantBeUsedSayWhy()
    {
        QFETCH(Written, written);
        QFETCH(CertificateTrouble, trouble);
        WireServer server(saysYes(), m_world.server());
        const auto answer = get(server.origin() + u"/x"_s, files(written));
        QCOMPARE(troubleOf(answer), std::optional(trouble));
        QCOMPARE(answer.error().code, ErrorCode::ClientCertificate);
        QVERIFY(server.shown().isEmpty()); // nothing was sent without it
    }

    void aFileThatIsNotThereIsNamed()
    {
        const core::CertificateFiles files{m_world.path(u"nowhere.pem"_s), {}, entry};
        const auto answer = get(u"https://127.0.0.1:9/x"_s, files);
        QCOMPARE(troubleOf(answer), std::optional(CertificateTrouble::Missing));
        QCOMPARE(core::certificateProblem(answer.error())->subject, files.certificate);
    }

    void aPassphraseThatNobodyKeptNamesItsEntry()
    {
        m_keychain.entries.clear();
        const Written written{m_world.client.pem() + encryptedKeyPem(m_world.client, passphrase)};
        const auto answer = get(u"https://127.0.0.1:9/x"_s, files(written));
        QCOMPARE(troubleOf(answer), std::optional(CertificateTrouble::NoPassphrase));
        QCOMPARE(core::certificateProblem(answer.error())->subject, entry);
        m_keychain.isAbsent = true;
        QCOMPARE(get(u"https://127.0.0.1:9/x"_s, files(written)).error().code, ErrorCode::KeychainUnavailable);
    }

    void aPassphraseThatIsPutRightCounts()
    {
        m_keychain.entries = {{entry, core::Secret("wrong")}};
        WireServer server(saysYes(), m_world.server());
        const auto named = files({m_world.client.pem() + encryptedKeyPem(m_world.client, passphrase)});
        QCOMPARE(troubleOf(get(server.origin() + u"/x"_s, named)), std::optional(CertificateTrouble::WrongPassphrase));
        m_keychain.entries = {{entry, core::Secret(passphrase)}};
        QVERIFY(get(server.origin() + u"/x"_s, named));
    }

    void aRenewedFileIsReadAnew()
    {
        WireServer server(saysYes(), m_world.server());
        QVERIFY(get(server.origin() + u"/x"_s, plainFiles()));
        const Issued renewed = issue("Lectern, renewed", "DNS:lectern.acme.test", &m_world.authority);
        QVERIFY(get(server.origin() + u"/x"_s, files({renewed.pem() + renewed.keyPem()})));
        QCOMPARE(server.shown(), (QStringList{u"Lectern at Acme"_s, u"Lectern, renewed"_s}));
    }

    void aServerThatGetsNoneOrTheWrongOneSaysSo_data()
    {
        QTest::addColumn<QSsl::SslProtocol>("protocol");
        QTest::newRow("TLS 1.2") << QSsl::TlsV1_2;
        QTest::newRow("TLS 1.3") << QSsl::TlsV1_3;
    }

    void aServerThatGetsNoneOrTheWrongOneSaysSo()
    {
        QFETCH(QSsl::SslProtocol, protocol);
        WireServer server(saysYes(), m_world.server(MutualTls::Asks::Demands, protocol));
        const auto without = get(server.origin() + u"/x"_s, {});
        QVERIFY(!without);
        QVERIFY2(troubleOf(without) == CertificateTrouble::Demanded, qPrintable(without.error().detail));
        const Issued stranger = issue("stranger", "DNS:stranger", nullptr);
        const auto wrong = get(server.origin() + u"/x"_s, files({stranger.pem() + stranger.keyPem()}));
        QVERIFY(!wrong);
        QVERIFY2(troubleOf(wrong) == CertificateTrouble::Refused, qPrintable(wrong.error().detail));
        QCOMPARE(core::certificateProblem(wrong.error())->subject, u"127.0.0.1"_s);
        QVERIFY(server.asked().isEmpty());
    }

    void aServersOwnPageAboutItIsTheSame()
    {
        const auto nginx = [](const core::HttpRequest &) {
            return WireAnswer{.status = 400,
                              .body =
                                  "<title>400 No required SSL certificate was sent</title><h1>400 Bad Request</h1>"};
        };
        WireServer server(nginx, m_world.server(MutualTls::Asks::Invites));
        QCOMPARE(troubleOf(get(server.origin() + u"/x"_s, {})), std::optional(CertificateTrouble::Demanded));
    }

    void whoeverIsNotMeantSeesNone()
    {
        WireServer server(saysYes(), m_world.server(MutualTls::Asks::Invites));
        QVERIFY(get(server.origin() + u"/x"_s, plainFiles()));
        QVERIFY(get(server.origin() + u"/x"_s, {})); // not over the connection that has shown it
        QVERIFY(get(server.origin() + u"/x"_s, plainFiles()));
        QCOMPARE(server.shown(), (QStringList{u"Lectern at Acme"_s, QString(), u"Lectern at Acme"_s}));
    }

    void neitherPassphraseNorKeyIsSaid()
    {
        QLoggingCategory::setFilterRules(u"lectern.*=true"_s);
        const auto previous = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) { everythingSaid += message.toUtf8(); });
        WireServer server(saysYes(), m_world.server());
        const auto good = files({m_world.client.pem() + encryptedKeyPem(m_world.client, passphrase)});
        QVERIFY(get(server.origin() + u"/x"_s, good));
        m_certificates = std::make_unique<core::OpenSslClientCertificates>(m_keychain, m_clock);
        m_http = std::make_unique<core::NetworkHttpTransport>(m_certificates.get());
        const auto bad = files({m_world.client.pem() + encryptedKeyPem(m_world.client, "another passphrase")});
        const auto refused = get(server.origin() + u"/x"_s, bad);
        qInstallMessageHandler(previous);
        QVERIFY(everythingSaid.contains("/x"));
        QVERIFY(!everythingSaid.contains(passphrase) && !everythingSaid.contains("PRIVATE KEY"));
        QVERIFY(!refused.error().detail.contains(u"PLANTED"_s));
    }
};

QTEST_GUILESS_MAIN(TestClientCertificates)
#include "tst_clientcertificates.moc"
