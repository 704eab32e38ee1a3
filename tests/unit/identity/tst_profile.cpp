// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/profile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

class TestProfile : public QObject
{
    Q_OBJECT

    static QJsonObject least()
    {
        return {{u"format"_s, u"lectern.provider/1"_s},
                {u"id"_s, u"acme"_s},
                {u"issuer"_s, u"https://op.example/"_s},
                {u"client_id"_s, u"desktop"_s}};
    }

    static core::Result<core::ProviderProfile> parse(const QJsonObject &json)
    {
        return core::parseProfile(QJsonDocument(json).toJson());
    }

    static void save(const QString &file, const QJsonObject &json)
    {
        QDir().mkpath(QFileInfo(file).path());
        QFile output(file);
        QVERIFY(output.open(QIODevice::WriteOnly));
        output.write(QJsonDocument(json).toJson());
    }

private slots:
    void theLeastIsEnough()
    {
        const auto profile = parse(least());
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().detail));
        QCOMPARE(profile->name, u"acme"_s);
        QCOMPARE(profile->scopes, QStringList{u"openid"_s});
        QCOMPARE(profile->redirect.host, u"127.0.0.1"_s);
        QVERIFY(profile->browser == core::ProviderProfile::BrowserKind::Embedded);
    }

    void everyMemberIsRead()
    {
        QJsonObject json = least();
        json.insert(u"name"_s, u"Acme"_s);
        json.insert(u"discovery_url"_s, u"https://op.example/d"_s);
        json.insert(u"scopes"_s, QJsonArray{u"openid"_s, u"x"_s});
        json.insert(u"audience"_s, u"https://api.example"_s);
        json.insert(u"resource"_s, u"https://api.example"_s);
        json.insert(u"trusted_audiences"_s, QJsonArray{u"https://api.example"_s, u"https://op.example"_s});
        json.insert(u"organization"_s, QJsonObject{{u"mode"_s, u"required"_s}, {u"claim"_s, u"org_name"_s}});
        json.insert(u"redirect"_s,
                    QJsonObject{{u"host"_s, u"localhost"_s}, {u"ports"_s, QJsonArray{51089}}, {u"path"_s, u"/cb"_s}});
        json.insert(u"endpoints"_s, QJsonObject{{u"token_endpoint"_s, u"https://x.example/t"_s}});
        json.insert(u"authorize_parameters"_s, QJsonObject{{u"prompt"_s, u"consent"_s}});
        json.insert(u"token_parameters"_s, QJsonObject{{u"k"_s, u"v"_s}});
        json.insert(u"scope_on_refresh"_s, true);
        json.insert(u"client_authentication"_s, u"client_secret_post"_s);
        json.insert(u"introspect"_s, true);
        json.insert(u"roles"_s,
                    QJsonObject{{u"claims"_s, QJsonArray{u"roles"_s}},
                                {u"required"_s, QJsonArray{u"viewer"_s}},
                                {u"map"_s, QJsonObject{{u"a"_s, u"viewer"_s}}}});
        json.insert(u"logout"_s, QJsonObject{{u"style"_s, u"auth0"_s}});
        json.insert(u"browser"_s, u"system"_s);
        json.insert(u"x-unknown"_s, 1);
        const auto profile = parse(json);
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().detail));
        QCOMPARE(profile->discoveryUrl, QUrl(u"https://op.example/d"_s));
        QCOMPARE(profile->resource, QStringList{u"https://api.example"_s});
        QCOMPARE(profile->trustedAudiences, QStringList({u"https://api.example"_s, u"https://op.example"_s}));
        QVERIFY(profile->organization.mode == core::ProviderProfile::Organization::Mode::Required);
        QCOMPARE(profile->organization.claim, u"org_name"_s);
        QCOMPARE(profile->redirect.ports, QList<quint16>{51089});
        QCOMPARE(profile->roles.map.value(u"a"_s), u"viewer"_s);
        QVERIFY(profile->scopeOnRefresh && profile->introspect);
        QVERIFY(profile->browser == core::ProviderProfile::BrowserKind::System);
    }

    void aWrongMemberIsNamed_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QString &member, const QJsonValue &value, const QString &named) {
            QTest::newRow(name) << member << value << named;
        };
        row("another version", u"format"_s, u"lectern.provider/2"_s, u"format"_s);
        row("a template", u"format"_s, u"lectern.provider-template/1"_s, u"format"_s);
        row("no id", u"id"_s, QJsonValue(), u"id"_s);
        row("id as a path", u"id"_s, u"../x"_s, u"id"_s);
        row("cleartext issuer", u"issuer"_s, u"http://op.example/"_s, u"issuer"_s);
        row("issuer with a query", u"issuer"_s, u"https://op.example/?a"_s, u"issuer"_s);
        row("issuer is a number", u"issuer"_s, 7, u"issuer"_s);
        row("no client", u"client_id"_s, u""_s, u"client_id"_s);
        row("scopes without openid", u"scopes"_s, QJsonArray{u"email"_s}, u"scopes"_s);
        row("scopes of numbers", u"scopes"_s, QJsonArray{1}, u"scopes"_s);
        row("cleartext endpoint", u"endpoints"_s, QJsonObject{{u"token_endpoint"_s, u"http://x.example/"_s}},
            u"endpoints.token_endpoint"_s);
        row("redirect to the world", u"redirect"_s, QJsonObject{{u"host"_s, u"0.0.0.0"_s}}, u"redirect.host"_s);
        row("an audience that is a number", u"trusted_audiences"_s, QJsonArray{u"a"_s, 1}, u"trusted_audiences"_s);
        row("port 0", u"redirect"_s, QJsonObject{{u"ports"_s, QJsonArray{0}}}, u"redirect.ports"_s);
        row("path with a query", u"redirect"_s, QJsonObject{{u"path"_s, u"/a?b"_s}}, u"redirect.path"_s);
        row("relative path", u"redirect"_s, QJsonObject{{u"path"_s, u"cb"_s}}, u"redirect.path"_s);
        row("unknown mode", u"organization"_s, QJsonObject{{u"mode"_s, u"maybe"_s}}, u"organization.mode"_s);
        row("unknown browser", u"browser"_s, u"lynx"_s, u"browser"_s);
        row("unknown authentication", u"client_authentication"_s, u"magic"_s, u"client_authentication"_s);
        row("sets our state", u"authorize_parameters"_s, QJsonObject{{u"state"_s, u"x"_s}}, u"authorize_parameters"_s);
        row("switches PKCE off", u"authorize_parameters"_s, QJsonObject{{u"code_challenge_method"_s, u"plain"_s}},
            u"authorize_parameters"_s);
        row("hides its request", u"authorize_parameters"_s, QJsonObject{{u"request_uri"_s, u"urn:x"_s}},
            u"authorize_parameters"_s);
        row("max_age of no number", u"authorize_parameters"_s, QJsonObject{{u"max_age"_s, u"1h"_s}},
            u"authorize_parameters"_s);
        row("an audience of its own", u"client_assertion_audience"_s, u"https://x.example"_s,
            u"client_assertion_audience"_s);
        row("unknown way out", u"logout"_s, QJsonObject{{u"style"_s, u"keycloak"_s}}, u"logout.style"_s);
        row("a cleartext way out", u"logout"_s, QJsonObject{{u"endpoint"_s, u"http://op.example/"_s}},
            u"logout.endpoint"_s);
        row("a way out for somebody else", u"logout"_s,
            QJsonObject{{u"parameters"_s, QJsonObject{{u"id_token_hint"_s, u"x"_s}}}}, u"logout.parameters"_s);
        row("a key to no certificate", u"client_certificate_key"_s, u"k.pem"_s, u"client_certificate_key"_s);
        row("a certificate that is no path", u"client_certificate"_s, true, u"client_certificate"_s);
        row("introspect as text", u"introspect"_s, u"yes"_s, u"introspect"_s);
    }

    void aWrongMemberIsNamed()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, named);
        QJsonObject json = least();
        json.insert(member, value);
        const auto profile = parse(json);
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, ErrorCode::InvalidInput);
        QVERIFY2(profile.error().detail.startsWith(named + u':'), qPrintable(profile.error().detail));
    }

    // Who an ID token's issuer may be is as much of the provider as where it is asked.
    void anIssuersTemplateIsAnAddressLikeTheIssuer_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("https") << u"https://login.example/{tenantid}/v2.0"_s << true;
        QTest::newRow("the tenant is the host") << u"https://{tenantid}.login.example/"_s << true;
        QTest::newRow("loopback") << u"http://127.0.0.1:3000/{tenantid}/v2.0"_s << true;
        QTest::newRow("loopback, IPv6") << u"http://[::1]:3000/{tenantid}"_s << true;
        QTest::newRow("cleartext") << u"http://login.example/{tenantid}"_s << false;
        QTest::newRow("the tenant is a cleartext host") << u"http://{tenantid}/"_s << false;
        QTest::newRow("a query") << u"https://login.example/?t={tenantid}"_s << false;
        QTest::newRow("a fragment") << u"https://login.example/#{tenantid}"_s << false;
        QTest::newRow("a user") << u"https://a@login.example/{tenantid}"_s << false;
        QTest::newRow("no host") << u"https:///{tenantid}"_s << false;
        QTest::newRow("no address") << u"{tenantid}"_s << false;
        QTest::newRow("another hole") << u"https://login.example/{tenant}"_s << false;
    }

    void anIssuersTemplateIsAnAddressLikeTheIssuer()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, isGood);
        QJsonObject json = least();
        json.insert(u"issuer_template"_s, pattern);
        const auto profile = parse(json);
        QCOMPARE(profile.has_value(), isGood);
        if (!isGood)
            QCOMPARE(profile.error().detail,
                     u"issuer_template: not an https address (http is for loopback hosts only)"_s);
    }

    void whatIsNoJsonIsRefused()
    {
        for (const char *wrong : {"", "{", "[]", R"({"format":"lectern.provider/1","format":"lectern.provider/1"})"})
            QCOMPARE(core::parseProfile(wrong).error().code, ErrorCode::InvalidInput);
    }

    void foldersAreReadInOrder()
    {
        QTemporaryDir root;
        const QString user = root.filePath(u"user"_s);
        const QString system = root.filePath(u"system"_s);
        QJsonObject own = least();
        own.insert(u"name"_s, u"Mine"_s);
        own.insert(u"extra_ca"_s, u"ca.pem"_s);
        own.insert(u"client_certificate"_s, u"client.pem"_s);
        own.insert(u"client_certificate_key"_s, u"/etc/client.key"_s);
        QJsonObject other = least();
        other.insert(u"id"_s, u"other"_s);
        save(user + u"/providers.d/acme.json"_s, own);
        save(user + u"/providers.d/broken.json"_s, {});
        save(system + u"/providers.d/acme.json"_s, least());
        save(system + u"/providers.d/other.json"_s, other);
        QStringList problems;
        const auto profiles = core::loadProfiles({user, system, root.filePath(u"absent"_s)}, &problems);
        QCOMPARE(profiles.size(), 2U);
        QCOMPARE(profiles.at(0).name, u"Mine"_s);
        QCOMPARE(profiles.at(0).extraCa, user + u"/providers.d/ca.pem"_s);
        QCOMPARE(profiles.at(0).certificate,
                 (core::CertificateFiles{user + u"/providers.d/client.pem"_s, u"/etc/client.key"_s,
                                         u"provider/acme/certificate"_s}));
        QVERIFY(profiles.at(1).certificate.isEmpty());
        QCOMPARE(profiles.at(1).id, u"other"_s);
        QCOMPARE(problems.size(), 2);
        QVERIFY(problems.at(0).contains("broken.json: format"_L1));
    }

    void aMissingFileIsNotFound()
    {
        QCOMPARE(core::readProfile(u"/nonexistent/profile.json"_s).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
