// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/profileimport.h"
#include "folders.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

static QByteArray appId()
{
    const QJsonObject file{
        {u"apikey"_s, u"planted-api-key"_s},
        {u"appidServiceEndpoint"_s, u"https://eu-de.appid.cloud.ibm.com"_s},
        {u"clientId"_s, u"c1"_s},
        {u"discoveryEndpoint"_s, u"https://eu-de.appid.cloud.ibm.com/oauth/v4/t1/.well-known/openid-configuration"_s},
        {u"oauthServerUrl"_s, u"https://eu-de.appid.cloud.ibm.com/oauth/v4/t1"_s},
        {u"profilesUrl"_s, u"https://eu-de.appid.cloud.ibm.com"_s},
        {u"secret"_s, u"planted-secret"_s},
        {u"tenantId"_s, u"t1"_s},
        {u"version"_s, 4}};
    return QJsonDocument(file).toJson();
}

static QByteArray idcs()
{
    const QJsonObject file{{u"ClientId"_s, u"c2"_s},
                           {u"ClientSecret"_s, u"planted-secret"_s},
                           {u"BaseUrl"_s, u"https://idcs-1.identity.oraclecloud.com/"_s},
                           {u"AudienceServiceUrl"_s, u"https://idcs-1.identity.oraclecloud.com"_s},
                           {u"scope"_s, u"urn:opc:idm:t.user.me openid"_s},
                           {u"TokenIssuer"_s, u"https://identity.oraclecloud.com/"_s},
                           {u"redirectURL"_s, u"http://localhost:3000/callback"_s},
                           {u"logoutSufix"_s, u"/oauth2/v1/userlogout"_s}};
    return QJsonDocument(file).toJson();
}

static core::ProfileTemplates templates()
{
    return core::loadProfileTemplates(QStringLiteral(LECTERN_SOURCE_DIR "/resources/providers"));
}

static QStringList namesOf(const std::vector<core::ProfileTemplate::Placeholder> &missing)
{
    QStringList names;
    for (const auto &one : missing)
        names += one.name;
    return names;
}

static bool holds(const core::ProviderDraft &draft, const char *secret)
{
    return core::fileOf(draft).contains(secret);
}

class TestProfileImport : public QObject
{
    Q_OBJECT

private slots:
    void appIdCredentialsAreAWholeProfile();
    void theNewerSpellingOfAppIdIsRead();
    void vcapServicesHoldAppIdCredentials();
    void anIdcsConfigPinsItsIssuer();
    void aRedirectToAServerIsNotTakenOver();
    void aDiscoveryDocumentNamesItsIssuerExactly();
    void anOracleDocumentLiesOneLevelDeeper();
    void aLecternProfileIsTakenAsItIs();
    void aSecretInAProfileGoesToTheKeychain_data();
    void aSecretInAProfileGoesToTheKeychain();
    void anotherFileIsRefused_data();
    void anotherFileIsRefused();
    void theCertificateFileIsFoundBesideTheProfile();
    void aTemplateAsksForItsHoles();
    void anAddressFindsItsTemplate_data();
    void anAddressFindsItsTemplate();
    void peopleTypeAddressesInManyWays_data();
    void peopleTypeAddressesInManyWays();
    void anIdIsMadeOfTheName();
    void templatesSpeakTheUsersLanguage();
};

void TestProfileImport::appIdCredentialsAreAWholeProfile()
{
    auto draft = core::importProfile(appId(), templates());
    QVERIFY(draft);
    QCOMPARE(namesOf(core::missingIn(*draft)), QStringList{u"name"_s});
    const auto profile = core::profileOf(*draft);
    QVERIFY2(profile, profile ? "" : qPrintable(profile.error().detail));
    QCOMPARE(profile->issuer, u"https://eu-de.appid.cloud.ibm.com/oauth/v4/t1"_s);
    QCOMPARE(profile->clientId, u"c1"_s);
    QCOMPARE(profile->clientAuthentication, u"client_secret_basic"_s);
    QCOMPARE(profile->roles.map.value(u"lectern_reviewer"_s), u"reviewer"_s); // what the file does not say
    QCOMPARE(draft->clientSecret, core::Secret("planted-secret"));
    QVERIFY(!holds(*draft, "planted-secret"));
    QVERIFY(!holds(*draft, "planted-api-key"));
}

void TestProfileImport::theNewerSpellingOfAppIdIsRead()
{
    const auto draft = core::importProfile(
        R"({"clientId":"c1","tenantId":"t1","name":"Acme","type":"singlepageapp",
            "oAuthServerUrl":"https://us-south.appid.cloud.ibm.com/oauth/v4/t1"})",
        templates());
    QVERIFY(draft);
    const auto profile = core::profileOf(*draft);
    QVERIFY(profile);
    QCOMPARE(profile->name, u"Acme"_s);
    QCOMPARE(profile->id, u"acme"_s);
    QCOMPARE(profile->clientAuthentication, u"none"_s);
    QVERIFY(core::missingIn(*draft).empty());
}

void TestProfileImport::vcapServicesHoldAppIdCredentials()
{
    const QJsonObject credentials = QJsonDocument::fromJson(appId()).object();
    const QJsonObject services{
        {u"AppID"_s, QJsonArray{QJsonObject{{u"name"_s, u"acme-appid"_s}, {u"credentials"_s, credentials}}}}};
    for (const QJsonObject &file : {services, QJsonObject{{u"VCAP_SERVICES"_s, services}}}) {
        const auto draft = core::importProfile(QJsonDocument(file).toJson(), templates());
        QVERIFY(draft);
        QCOMPARE(draft->text("name"_L1), u"acme-appid"_s);
        QCOMPARE(draft->text("client_id"_L1), u"c1"_s);
        QVERIFY(core::missingIn(*draft).empty());
        QVERIFY(!holds(*draft, "planted"));
    }
    const QByteArray empty = R"({"AppID":[{"name":"x"}]})";
    QVERIFY(!core::importProfile(empty, templates()));
}

void TestProfileImport::anIdcsConfigPinsItsIssuer()
{
    const auto draft = core::importProfile(idcs(), templates());
    QVERIFY(draft);
    const auto profile = core::profileOf(*draft);
    QVERIFY2(profile, profile ? "" : qPrintable(profile.error().detail));
    QCOMPARE(profile->issuer, u"https://identity.oraclecloud.com/"_s);
    QCOMPARE(profile->discoveryUrl,
             QUrl(u"https://idcs-1.identity.oraclecloud.com/.well-known/openid-configuration"_s));
    QCOMPARE(profile->scopes, QStringList({u"urn:opc:idm:t.user.me"_s, u"openid"_s}));
    QCOMPARE(profile->redirect.host, u"localhost"_s);
    QCOMPARE(profile->redirect.ports, QList<quint16>{3000});
    QCOMPARE(profile->redirect.path, u"/callback"_s);
    QCOMPARE(profile->logout.value(u"endpoint"_s).toString(),
             u"https://idcs-1.identity.oraclecloud.com/oauth2/v1/userlogout"_s);
    QCOMPARE(profile->logout.value(u"post_logout_redirect_uri"_s).toString(), u"http://localhost:3000/callback"_s);
    QCOMPARE(draft->clientSecret, core::Secret("planted-secret"));
    QVERIFY(!holds(*draft, "planted"));
}

void TestProfileImport::aRedirectToAServerIsNotTakenOver()
{
    const auto draft = core::importProfile(R"({"ClientId":"c","BaseUrl":"https://idcs-1.identity.oraclecloud.com",
                                "redirectURL":"https://app.acme.example/callback"})",
                                           templates());
    QVERIFY(draft);
    const auto profile = core::profileOf(*draft);
    QVERIFY(profile);
    QCOMPARE(profile->redirect.host, u"127.0.0.1"_s);
}

void TestProfileImport::aDiscoveryDocumentNamesItsIssuerExactly()
{
    auto draft = core::importProfile(
        R"({"issuer":"https://sso.acme.example/","authorization_endpoint":"https://sso.acme.example/a"})", templates());
    QVERIFY(draft);
    QCOMPARE(draft->text("issuer"_L1), u"https://sso.acme.example/"_s);
    QCOMPARE(namesOf(core::missingIn(*draft)), QStringList({u"name"_s, u"client_id"_s}));
    QVERIFY(!core::profileOf(*draft));
    const auto whole = core::filled(*draft, {{u"client_id"_s, u" lectern "_s}});
    QVERIFY(core::profileOf(whole));
    QCOMPARE(core::profileOf(whole)->clientId, u"lectern"_s);
    QCOMPARE(core::profileOf(whole)->name, u"sso.acme.example"_s);
    const QByteArray cleartext = R"({"issuer":"http://sso.acme.example","authorization_endpoint":"x"})";
    QVERIFY(!core::importProfile(cleartext, templates()));
}

void TestProfileImport::anOracleDocumentLiesOneLevelDeeper()
{
    const auto draft =
        core::importProfile(R"({"openid-configuration":{"issuer":"https://sso.acme.example"}})", templates());
    QVERIFY(draft);
    QCOMPARE(draft->text("issuer"_L1), u"https://sso.acme.example"_s);
}

void TestProfileImport::aLecternProfileIsTakenAsItIs()
{
    const QByteArray file =
        R"({"format":"lectern.provider/1","id":"acme","name":"Acme","issuer":"https://sso.acme.example",
        "client_id":"c","something_of_a_later_version":{"x":1}})";
    const auto draft = core::importProfile(file, templates());
    QVERIFY(draft);
    QVERIFY(core::missingIn(*draft).empty());
    QCOMPARE(QJsonDocument::fromJson(core::fileOf(*draft)), QJsonDocument::fromJson(file));
    const QByteArray later = R"({"format":"lectern.provider/2","id":"acme","name":"Acme",
        "client_id":"c","issuer":"https://x.example"})";
    QVERIFY(core::importProfile(later, templates()).error().detail.startsWith(u"format:"_s));
}

void TestProfileImport::aSecretInAProfileGoesToTheKeychain_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("parameter") << QByteArray(R"("token_parameters":{"client_secret":"planted-secret","k":"v"})");
    QTest::newRow("member") << QByteArray(R"("client_secret":"planted-secret")");
}

void TestProfileImport::aSecretInAProfileGoesToTheKeychain()
{
    QFETCH(QByteArray, members);
    const auto draft = core::importProfile(R"({"format":"lectern.provider/1","id":"acme","client_id":"c",)"
                                           R"("issuer":"https://sso.acme.example",)"
                                               + members + "}",
                                           templates());
    QVERIFY(draft);
    QCOMPARE(draft->clientSecret, core::Secret("planted-secret"));
    QVERIFY(!holds(*draft, "planted"));
    QCOMPARE(core::profileOf(*draft)->clientAuthentication, u"client_secret_post"_s);
}

void TestProfileImport::anotherFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("something else") << QByteArray(R"({"name":"x"})");
    QTest::newRow("a member twice") << QByteArray(
        R"({"oauthServerUrl":"https://a.example","oauthServerUrl":"https://b.example"})");
    QTest::newRow("cleartext") << QByteArray(R"({"clientId":"c","oauthServerUrl":"http://a.example/t"})");
    QTest::newRow("cleartext discovery") << QByteArray(
        R"({"oauthServerUrl":"https://a.example/t","discoveryEndpoint":"http://a.example/d"})");
    QTest::newRow("no base") << QByteArray(R"({"ClientId":"c","BaseUrl":7})");
    QTest::newRow("broken profile") << QByteArray(R"({"format":"lectern.provider/1","id":"acme"})");
    QTest::newRow("huge") << QByteArray(R"({"oauthServerUrl":"https://a.example/)") + QByteArray(2'000'000, 'x')
            + "\"}";
}

void TestProfileImport::anotherFileIsRefused()
{
    QFETCH(QByteArray, file);
    const auto draft = core::importProfile(file, templates());
    QVERIFY(!draft);
    QCOMPARE(draft.error().code, core::ErrorCode::InvalidInput);
}

void TestProfileImport::theCertificateFileIsFoundBesideTheProfile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"acme.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format":"lectern.provider/1","id":"acme","client_id":"c","issuer":"https://sso.acme.example",
                   "extra_ca":"acme.pem","client_certificate":"lectern.p12","client_certificate_key":"/etc/k.pem"})");
    file.close();
    const auto draft = core::importProfileFile(file.fileName(), templates());
    QVERIFY(draft);
    QCOMPARE(draft->text("extra_ca"_L1), folder.filePath(u"acme.pem"_s));
    QCOMPARE(draft->text("client_certificate"_L1), folder.filePath(u"lectern.p12"_s));
    QCOMPARE(draft->text("client_certificate_key"_L1), u"/etc/k.pem"_s);
    QCOMPARE(core::importProfileFile(folder.filePath(u"none"_s), {}).error().code, core::ErrorCode::NotFound);
}

void TestProfileImport::aTemplateAsksForItsHoles()
{
    const auto all = templates();
    const auto auth0 = std::ranges::find(all, u"auth0"_s, &core::ProfileTemplate::id);
    QVERIFY(auth0 != all.end());
    auto draft = core::draftFrom(*auth0);
    QCOMPARE(namesOf(core::missingIn(draft)), QStringList({u"audience"_s, u"domain"_s, u"name"_s, u"client_id"_s}));
    draft = core::filled(draft, {{u"domain"_s, u"acme.eu.auth0.com"_s}, {u"client_id"_s, u"c"_s}});
    QCOMPARE(namesOf(core::missingIn(draft)), QStringList({u"audience"_s, u"name"_s}));
    draft = core::filled(draft, {{u"audience"_s, u"a{b"_s}}); // a hole is not filled with another
    QVERIFY(namesOf(core::missingIn(draft)).contains(u"audience"_s));
    QVERIFY(!core::profileOf(draft));
    draft = core::filled(draft, {{u"audience"_s, u"https://api.acme.example"_s}, {u"name"_s, u"Acme"_s}});
    const auto profile = core::profileOf(draft);
    QVERIFY(profile);
    QCOMPARE(profile->issuer, u"https://acme.eu.auth0.com/"_s);
    QCOMPARE(profile->id, u"acme"_s);
}

void TestProfileImport::anAddressFindsItsTemplate_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("blank");
    QTest::addColumn<QString>("issuer");
    QTest::newRow("auth0") << u"acme.eu.auth0.com"_s << u"auth0"_s << u"https://acme.eu.auth0.com/"_s;
    QTest::newRow("app id") << u"https://eu-de.appid.cloud.ibm.com/oauth/v4/t1"_s << u"appid"_s
                            << u"https://eu-de.appid.cloud.ibm.com/oauth/v4/t1"_s;
    QTest::newRow("idcs") << u"idcs-1.identity.oraclecloud.com"_s << u"idcs"_s
                          << u"https://identity.oraclecloud.com/"_s;
    QTest::newRow("google") << u"google.com"_s << u"google"_s << u"https://accounts.google.com"_s;
    QTest::newRow("entra") << u"https://login.microsoftonline.com/t1/v2.0/.well-known/openid-configuration"_s
                           << u"entra"_s << u"https://login.microsoftonline.com/t1/v2.0"_s;
    QTest::newRow("okta, its own server") << u"acme.okta.com"_s << u"okta"_s << u"https://acme.okta.com"_s;
    QTest::newRow("okta") << u"https://acme.okta.com/oauth2/default"_s << u"okta"_s
                          << u"https://acme.okta.com/oauth2/default"_s;
    QTest::newRow("anybody") << u"sso.acme.example"_s << u"generic"_s << u"https://sso.acme.example"_s;
    QTest::newRow("a look-alike") << u"auth0.com.evil.example"_s << u"generic"_s << u"https://auth0.com.evil.example"_s;
}

void TestProfileImport::anAddressFindsItsTemplate()
{
    QFETCH(QString, typed);
    const auto address = core::addressFrom(typed);
    QVERIFY(address);
    const auto draft = core::draftFor(*address, templates());
    QTEST(draft.blank, "blank");
    QTEST(draft.text("issuer"_L1), "issuer");
}

void TestProfileImport::peopleTypeAddressesInManyWays_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address"); // empty: refused
    QTest::newRow("domain") << u" sso.acme.example "_s << u"https://sso.acme.example"_s;
    QTest::newRow("e-mail") << u"alice@acme.example"_s << u"https://acme.example"_s;
    QTest::newRow("path") << u"sso.acme.example/realms/acme"_s << u"https://sso.acme.example/realms/acme"_s;
    QTest::newRow("discovery") << u"https://sso.acme.example/.well-known/openid-configuration"_s
                               << u"https://sso.acme.example"_s;
    QTest::newRow("loopback") << u"http://127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("cleartext") << u"http://sso.acme.example"_s << QString();
    QTest::newRow("blank inside") << u"sso acme"_s << QString();
    QTest::newRow("nothing") << u" "_s << QString();
    QTest::newRow("password") << u"https://a:b@sso.acme.example"_s << QString();
    QTest::newRow("script") << u"javascript://sso.acme.example"_s << QString();
}

void TestProfileImport::peopleTypeAddressesInManyWays()
{
    QFETCH(QString, typed);
    const auto address = core::addressFrom(typed);
    QTEST(address ? address->toString() : QString(), "address");
}

void TestProfileImport::anIdIsMadeOfTheName()
{
    QCOMPARE(core::profileIdFor(u"Acme GmbH & Co. KG"_s, {}), u"acme-gmbh-co-kg"_s);
    QCOMPARE(core::profileIdFor(u"Müller"_s, {}), u"muller"_s);
    QCOMPARE(core::profileIdFor(u"../../etc"_s, {}), u"etc"_s);
    QCOMPARE(core::profileIdFor(u"東京"_s, {}), u"organization"_s);
    QCOMPARE(core::profileIdFor(u"Acme"_s, {u"acme"_s, u"acme-2"_s}), u"acme-3"_s);
}

void TestProfileImport::templatesSpeakTheUsersLanguage()
{
    const QString folder = QStringLiteral(LECTERN_SOURCE_DIR "/resources/providers");
    const auto english = core::loadProfileTemplates(folder);
    const auto german = core::loadProfileTemplates(folder, u"de"_s);
    QCOMPARE(english.size(), german.size());
    QCOMPARE(english.back().id, u"generic"_s);
    QCOMPARE(german.back().id, u"generic"_s);
    for (const auto &one : german) {
        const auto same = std::ranges::find(english, one.id, &core::ProfileTemplate::id);
        QVERIFY2(same->notes != one.notes, qPrintable(one.id));
    }
}

QTEST_GUILESS_MAIN(TestProfileImport)
#include "tst_profileimport.moc"
