// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/opensslcertificatejudge.h"
#include "tests/support/issuedcertificate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCertificateJudge : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_authority = issue("Acme authority", {}, nullptr);
        QFile file(m_folder.filePath(u"ca.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_authority.pem());
        file.close();
        QVERIFY(m_judge.trust(u"sso.acme.example"_s, file.fileName()));
        QVERIFY(m_judge.trust(u"127.0.0.1"_s, file.fileName()));
    }

    void aCertificateOfTheAuthorityIsTrusted()
    {
        const auto server = issue("x", "DNS:sso.acme.example", &m_authority);
        QVERIFY(m_judge.isTrusted(u"sso.acme.example"_s, {server.der()}));
        QVERIFY(m_judge.isTrusted(u"sso.acme.example"_s, {server.der(), m_authority.der()}));
        const auto local = issue("x", "IP:127.0.0.1", &m_authority);
        QVERIFY(m_judge.isTrusted(u"127.0.0.1"_s, {local.der()}));
    }

    void anAuthorityBetweenIsFollowed()
    {
        const auto between = issue("Acme between", {}, &m_authority);
        const auto server = issue("x", "DNS:sso.acme.example", &between);
        QVERIFY(m_judge.isTrusted(u"sso.acme.example"_s, {server.der(), between.der()}));
        QVERIFY(!m_judge.isTrusted(u"sso.acme.example"_s, {server.der()}));
    }

    void anotherHostIsNotTrusted()
    {
        const auto server = issue("x", "DNS:login.acme.example", &m_authority);
        QVERIFY(!m_judge.isTrusted(u"login.acme.example"_s, {server.der()})); // the profile does not name it
        QVERIFY(!m_judge.isTrusted(u"sso.acme.example"_s, {server.der()})); // the certificate does not
    }

    void anotherAuthorityIsNotTrusted()
    {
        const auto other = issue("Acme authority", {}, nullptr); // the same name, another key
        const auto server = issue("x", "DNS:sso.acme.example", &other);
        QVERIFY(!m_judge.isTrusted(u"sso.acme.example"_s, {server.der(), other.der()}));
    }

    void anExpiredOneIsNotTrusted()
    {
        const auto server = issue("x", "DNS:sso.acme.example", &m_authority, -1);
        QVERIFY(!m_judge.isTrusted(u"sso.acme.example"_s, {server.der()}));
    }

    void anythingElseIsNotTrusted()
    {
        QVERIFY(!m_judge.isTrusted(u"sso.acme.example"_s, {}));
        QVERIFY(!m_judge.isTrusted(u"sso.acme.example"_s, {"no certificate"}));
        QFile file(m_folder.filePath(u"other.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no certificate");
        file.close();
        QCOMPARE(m_judge.trust(u"x"_s, file.fileName()).error().code, core::ErrorCode::InvalidInput);
        QCOMPARE(m_judge.trust(u"x"_s, m_folder.filePath(u"none"_s)).error().code, core::ErrorCode::InvalidInput);
    }

private:
    QTemporaryDir m_folder;
    Issued m_authority;
    core::OpenSslCertificateJudge m_judge;
};

QTEST_GUILESS_MAIN(TestCertificateJudge)
#include "tst_certificatejudge.moc"
