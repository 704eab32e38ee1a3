// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/opensslclientcertificates.h"
#include "core/adapters/http/networkhttptransport.h"
#include "tests/integration/identity/memorysearch.h"
#include "tests/support/identityfixture.h"
#include "tests/support/mutualtls.h"
#include "tests/support/wireserver.h"

#include <QTest>

#include <openssl/core_names.h>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString entry = u"provider/acme/certificate"_s;

// The key's number as OpenSSL and as a file have it, and the text of a PEM with it.
std::vector<Wanted> tracesOf(const Issued &issued)
{
    std::vector<Wanted> traces;
    BIGNUM *number = nullptr;
    if (EVP_PKEY_get_bn_param(issued.key.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number) != 1)
        return traces;
    QByteArray bytes(32, '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char *>(bytes.data()), 32);
    BN_clear_free(number);
    traces.emplace_back(bytes);
    std::ranges::reverse(bytes);
    traces.emplace_back(bytes);
    traces.emplace_back(issued.keyPem().split('\n').at(1)); // which the number is in
    return traces;
}

} // namespace

// What is left of a client certificate's key in a program that is linked as the programs are.
class TestKeyLeftInMemory : public QObject
{
    Q_OBJECT

    MutualTls m_world;
    FakeSecretStore m_keychain;
    core::SystemClock m_clock;
    core::CertificateFiles m_files;
    std::vector<Wanted> m_traces;

    [[nodiscard]] QString left() const
    {
        QStringList places;
        for (const Wanted &trace : m_traces)
            places += placesOf(trace);
        return places.join(u'\n');
    }

private slots:
    void initTestCase()
    {
#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
        QSKIP("this build's memory is another library's");
#endif
        m_keychain.entries = {{entry, core::Secret("a passphrase")}};
        const Issued own = issue("Lectern at Acme", "DNS:lectern.acme.test", &m_world.authority);
        const QByteArray file = own.pem() + encryptedKeyPem(own, "a passphrase");
        m_files = {m_world.write(u"own.pem"_s, file), {}, entry};
        m_traces = tracesOf(own);
        QCOMPARE(m_traces.size(), 3U);
        QVERIFY(!left().isEmpty()); // it can be found where it is
    }

    void aKeyThatNobodyUsesAnyMoreIsGone()
    {
        QCOMPARE(left(), QString());
        core::OpenSslClientCertificates certificates(m_keychain, m_clock);
        certificates.setPatience(std::chrono::milliseconds(300));
        core::NetworkHttpTransport http(&certificates);
        WireServer server([](const core::HttpRequest &) { return WireAnswer{.body = "yes"}; }, m_world.server());
        core::HttpRequest request;
        request.url = QUrl(server.origin() + u"/x"_s);
        request.certificate = m_files;
        request.authorities = m_world.authorityFile;
        const auto answer = IdentityFixture::answerOf(http.send(request, {}));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(server.shown(), QStringList{u"Lectern at Acme"_s});
        QVERIFY(!left().isEmpty()); // kept for the next request
        QTRY_COMPARE(left(), QString());
        QVERIFY(IdentityFixture::answerOf(http.send(request, {}))); // opened once more
    }
};

QTEST_GUILESS_MAIN(TestKeyLeftInMemory)
#include "tst_keyleftinmemory.moc"
