// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/discovery.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

// moc loses its way in raw strings: apostrophes stand for quotation marks.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT

    static core::ProviderProfile profile(const QString &issuer)
    {
        core::ProviderProfile made;
        made.issuer = issuer;
        return made;
    }

    static QJsonObject document(const QString &issuer, const QString &base)
    {
        return {{u"issuer"_s, issuer},
                {u"authorization_endpoint"_s, base + u"/authorize"_s},
                {u"token_endpoint"_s, base + u"/token"_s},
                {u"jwks_uri"_s, base + u"/keys"_s}};
    }

    static core::Result<core::ProviderMetadata> parse(const core::ProviderProfile &of, const QJsonObject &json)
    {
        return core::parseDiscovery(of, QJsonDocument(json).toJson());
    }

private slots:
    void theAddressFollowsTheIssuer()
    {
        QCOMPARE(core::discoveryUrl(profile(u"https://a.example"_s)),
                 QUrl(u"https://a.example/.well-known/openid-configuration"_s));
        QCOMPARE(core::discoveryUrl(profile(u"https://a.example/"_s)),
                 QUrl(u"https://a.example/.well-known/openid-configuration"_s));
        QCOMPARE(core::discoveryUrl(profile(u"https://a.example/realms/x"_s)),
                 QUrl(u"https://a.example/realms/x/.well-known/openid-configuration"_s));
    }

    void theHostsOfAProfileAreThoseThatItNames()
    {
        auto one = profile(u"https://sso.acme.example/x"_s);
        one.discoveryUrl = QUrl(u"https://docs.acme.example/d"_s);
        one.endpoints = {{u"token_endpoint"_s, u"https://api.acme.example/token"_s},
                         {u"userinfo_endpoint"_s, u"https://sso.acme.example/me"_s}};
        QCOMPARE(core::hostsOf(one),
                 (QStringList{u"sso.acme.example"_s, u"docs.acme.example"_s, u"api.acme.example"_s}));
    }

    void aliasesAreForThoseWithACertificate()
    {
        const QString issuer = u"https://a.example"_s;
        QJsonObject json = document(issuer, issuer);
        json.insert(u"userinfo_endpoint"_s, issuer + u"/me"_s);
        json.insert(u"mtls_endpoint_aliases"_s,
                    QJsonObject{{u"token_endpoint"_s, u"https://mtls.a.example/token"_s},
                                {u"revocation_endpoint"_s, u"https://mtls.a.example/revoke"_s},
                                {u"authorization_endpoint"_s, u"https://mtls.a.example/authorize"_s},
                                {u"jwks_uri"_s, u"https://mtls.a.example/keys"_s}});
        auto one = profile(issuer);
        QCOMPARE(parse(one, json)->tokenEndpoint, QUrl(u"https://a.example/token"_s));
        one.certificate.certificate = u"/etc/lectern.pem"_s;
        const auto metadata = parse(one, json);
        QCOMPARE(metadata->tokenEndpoint, QUrl(u"https://mtls.a.example/token"_s));
        QCOMPARE(metadata->revocationEndpoint, QUrl(u"https://mtls.a.example/revoke"_s));
        QCOMPARE(metadata->userinfoEndpoint, QUrl(u"https://a.example/me"_s)); // has none
        QCOMPARE(metadata->authorizationEndpoint, QUrl(u"https://a.example/authorize"_s)); // the browser's
        QCOMPARE(metadata->keysUrl, QUrl(u"https://a.example/keys"_s)); // is no endpoint of RFC 8705
        one.endpoints = {{u"token_endpoint"_s, u"https://own.example/token"_s}};
        QCOMPARE(parse(one, json)->tokenEndpoint, QUrl(u"https://own.example/token"_s));
        one.endpoints = {};
        json.insert(u"mtls_endpoint_aliases"_s, QJsonObject{{u"token_endpoint"_s, u"http://mtls.a.example/token"_s}});
        QCOMPARE(parse(one, json).error().code, ErrorCode::SignInRefused);
    }

    void theIssuerIsComparedExactly()
    {
        const QString issuer = u"https://a.example/"_s;
        QVERIFY(parse(profile(issuer), document(issuer, u"https://b.example"_s)));
        for (const QString &wrong :
             {u"https://a.example"_s, u"https://A.example/"_s, u"https://a.example//"_s, u""_s}) {
            const auto metadata = parse(profile(issuer), document(wrong, u"https://a.example"_s));
            QVERIFY(!metadata);
            QCOMPARE(metadata.error().code, ErrorCode::SignInRefused);
        }
    }

    void aProviderElsewhereNamesNoProgramOfThisComputer()
    {
        const QString issuer = u"https://a.example"_s;
        auto json = document(issuer, issuer);
        for (const QString &local : {u"http://127.0.0.1:631/"_s, u"http://[::1]/"_s, u"http://localhost/"_s}) {
            json.insert(u"userinfo_endpoint"_s, local);
            const auto metadata = parse(profile(issuer), json);
            QVERIFY(!metadata);
            QCOMPARE(metadata.error().code, ErrorCode::SignInRefused);
            auto allowed = profile(issuer);
            allowed.endpoints.insert(u"userinfo_endpoint"_s, local);
            QVERIFY(parse(allowed, json)); // the administrator's own word
        }
    }

    void aTenantTemplateIsPinned()
    {
        auto entra = profile(u"https://login.example/organizations/v2.0"_s);
        entra.issuerTemplate = u"https://login.example/{tenantid}/v2.0"_s;
        QVERIFY(parse(entra, document(entra.issuerTemplate, u"https://login.example"_s)));
        QVERIFY(!parse(entra, document(entra.issuer, u"https://login.example"_s)));
    }

    void aWrappedDocumentWithRelativeAddressesIsRead()
    {
        auto oracle = profile(u"https://identity.oraclecloud.com/"_s);
        oracle.discoveryUrl = QUrl(u"https://t1.identity.example/.well-known/idcs-configuration"_s);
        const QJsonObject inner = document(oracle.issuer, u"/oauth2/v1"_s);
        const auto metadata = parse(oracle, {{u"openid-configuration"_s, inner}});
        QVERIFY(metadata);
        QCOMPARE(metadata->tokenEndpoint, QUrl(u"https://t1.identity.example/oauth2/v1/token"_s));
    }

    void theProfileOverrides()
    {
        auto overriding = profile(u"https://a.example"_s);
        overriding.endpoints = {{u"token_endpoint"_s, u"https://mtls.a.example/token"_s}};
        QCOMPARE(parse(overriding, document(overriding.issuer, overriding.issuer))->tokenEndpoint,
                 QUrl(u"https://mtls.a.example/token"_s));
    }

    void cleartextIsForTheLoopback()
    {
        const QString here = u"http://127.0.0.1:9000"_s;
        QVERIFY(parse(profile(here), document(here, here)));
        const QString there = u"https://a.example"_s;
        for (const QString &base : {u"http://a.example"_s, u"ftp://a.example"_s, u"https://u:p@a.example"_s}) {
            const auto metadata = parse(profile(there), document(there, base));
            QVERIFY(!metadata);
            QCOMPARE(metadata.error().code, ErrorCode::SignInRefused);
        }
    }

    void whatIsNoDocumentFails()
    {
        const auto of = profile(u"https://a.example"_s);
        for (const QByteArray &wrong : {QByteArray(), json("<html>"), json("[]"), json("null"),
                                        json("{'issuer':'https://a.example','issuer':'x'}")})
            QCOMPARE(core::parseDiscovery(of, wrong).error().code, ErrorCode::EndpointFailed);
    }
};

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
