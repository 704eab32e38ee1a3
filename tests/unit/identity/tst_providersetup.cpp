// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/providersetup.h"
#include "folders.h"
#include "tests/support/identityfixture.h"
#include "tests/support/testcertificate.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ProviderWarning;

namespace {

bool warns(const core::ProviderFacts &facts, ProviderWarning warning)
{
    return std::ranges::find(facts.warnings, warning) != facts.warnings.end();
}

} // namespace

// Over the fake provider at https://op.example.
class TestProviderSetup : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<IdentityFixture>();
        m_fixture->start();
        m_setup = std::make_unique<core::ProviderSetup>(core::SetupPorts{
            m_fixture->provider, m_fixture->secrets, *m_fixture->accounts, m_folder->filePath(u"providers.d"_s),
            core::loadProfileTemplates(QStringLiteral(LECTERN_SOURCE_DIR "/resources/providers"))});
    }
    void cleanup()
    {
        m_setup.reset();
        m_fixture.reset();
    }

    void aTestSaysWhatWasFound();
    void theSlashAtTheEndIsTheProviders();
    void anotherIssuerIsRefused();
    void withoutPkceThereIsNoConnection();
    void silenceAboutPkceIsAWarning();
    void keysThatCannotBeReachedAreAWarning();
    void scopesThatAreNotOfferedAreNamed();
    void aPageThatIsNoDiscoveryDocumentIsSaid();
    void aSavedProfileCanBeUsedAtOnce();
    void theSecretIsInTheKeychainAndNotInTheFile();
    void withoutTheKeychainNothingIsTakenIn();
    void aProfileOfTheSystemIsNotReplaced();
    void aSecondOrganizationGetsAnIdOfItsOwn();
    void theAuthoritiesAreKeptWithTheProfile();
    void aFileWithoutAuthoritiesIsNotKept();
    void theClientCertificateStaysWhereItIs();

private:
    [[nodiscard]] core::ProviderDraft draft(const QString &typed = u"op.example"_s) const
    {
        auto made = core::draftFor(*core::addressFrom(typed), m_setup->templates());
        return core::filled(made, {{u"client_id"_s, u"desktop"_s}, {u"name"_s, u"Example"_s}});
    }
    core::Result<core::ProviderSetup::Tested> test(const core::ProviderDraft &one)
    {
        return IdentityFixture::answerOf(m_setup->test(one, {}));
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->filePath(u"providers.d"_s)).entryList(QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<IdentityFixture> m_fixture;
    std::unique_ptr<core::ProviderSetup> m_setup;
};

void TestProviderSetup::aTestSaysWhatWasFound()
{
    m_fixture->provider.discovery.insert(u"code_challenge_methods_supported"_s, QJsonArray{u"S256"_s});
    m_fixture->provider.discovery.insert(u"id_token_signing_alg_values_supported"_s,
                                         QJsonArray{u"RS256"_s, u"HS256"_s});
    const auto tested = test(draft());
    QVERIFY2(tested, tested ? "" : qPrintable(tested.error().detail));
    QCOMPARE(tested->profile.issuer, u"https://op.example"_s);
    QVERIFY(tested->facts.pkce);
    QVERIFY(!warns(tested->facts, ProviderWarning::PkceNotSaid));
    QCOMPARE(tested->facts.algorithms, QStringList{u"RS256"_s}); // the other is never taken
    QCOMPARE(tested->facts.keys, 1);
    QVERIFY(m_fixture->accounts->profiles().size() == 1); // nothing was kept
    QVERIFY(files().isEmpty());
}

void TestProviderSetup::theSlashAtTheEndIsTheProviders()
{
    m_fixture->provider.discovery.insert(u"issuer"_s, u"https://op.example/"_s);
    const auto tested = test(draft());
    QVERIFY(tested);
    QCOMPARE(tested->profile.issuer, u"https://op.example/"_s);
    QCOMPARE(tested->draft.text("issuer"_L1), u"https://op.example/"_s);
}

void TestProviderSetup::anotherIssuerIsRefused()
{
    m_fixture->provider.discovery.insert(u"issuer"_s, u"https://op.example1"_s);
    QCOMPARE(test(draft()).error().code, core::ErrorCode::SignInRefused);
}

void TestProviderSetup::withoutPkceThereIsNoConnection()
{
    m_fixture->provider.discovery.insert(u"code_challenge_methods_supported"_s, QJsonArray{u"plain"_s});
    QCOMPARE(test(draft()).error().code, core::ErrorCode::SignInRefused);
}

void TestProviderSetup::silenceAboutPkceIsAWarning()
{
    m_fixture->provider.discovery.remove(u"code_challenge_methods_supported"_s);
    const auto tested = test(draft());
    QVERIFY(tested);
    QVERIFY(warns(tested->facts, ProviderWarning::PkceNotSaid));
}

void TestProviderSetup::keysThatCannotBeReachedAreAWarning()
{
    const QUrl keys(m_fixture->provider.discovery.value(u"jwks_uri"_s).toString());
    m_fixture->provider.instead =
        [keys](const core::HttpRequest &request) -> std::optional<core::Result<core::HttpResponse>> {
        if (request.url != keys)
            return std::nullopt;
        return core::HttpResponse{401, {}, {}};
    };
    const auto tested = test(draft());
    QVERIFY(tested);
    QVERIFY(warns(tested->facts, ProviderWarning::KeysUnreachable));
    m_fixture->provider.instead = nullptr;
    m_fixture->provider.keys = {QJsonObject{{u"kty"_s, u"oct"_s}, {u"k"_s, u"AA"_s}}};
    const auto again = test(draft());
    QVERIFY(again);
    QVERIFY(warns(again->facts, ProviderWarning::NoUsableKey));
}

void TestProviderSetup::scopesThatAreNotOfferedAreNamed()
{
    m_fixture->provider.discovery.insert(u"scopes_supported"_s, QJsonArray{u"openid"_s, u"email"_s});
    const auto tested = test(draft());
    QVERIFY(tested);
    QVERIFY(warns(tested->facts, ProviderWarning::NoRefreshTokens));
    QVERIFY(warns(tested->facts, ProviderWarning::ScopesNotOffered));
    QCOMPARE(tested->facts.missingScopes, QStringList{u"profile"_s});
}

void TestProviderSetup::aPageThatIsNoDiscoveryDocumentIsSaid()
{
    m_fixture->provider.instead = [](const core::HttpRequest &) {
        return std::optional(core::Result<core::HttpResponse>(core::HttpResponse{200, {}, "<html>"}));
    };
    QCOMPARE(test(draft()).error().code, core::ErrorCode::EndpointFailed);
    m_fixture->provider.instead = [](const core::HttpRequest &) {
        return std::optional(core::Result<core::HttpResponse>(core::HttpResponse{302, {{"Location", "/x"}}, {}}));
    };
    QCOMPARE(test(draft()).error().code, core::ErrorCode::EndpointFailed);
}

void TestProviderSetup::aSavedProfileCanBeUsedAtOnce()
{
    QSignalSpy changed(m_fixture->accounts.get(), &core::Accounts::profilesChanged);
    const auto saved = IdentityFixture::answerOf(m_setup->save(draft()));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QCOMPARE(saved->id, u"example"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(files(), QStringList{u"example.json"_s});
    const auto account = IdentityFixture::answerOf(m_fixture->accounts->signIn(saved->id, {}, m_fixture->browser, {}));
    QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
    QCOMPARE(account->provider, u"example"_s);
    QCOMPARE(core::loadProfiles({m_folder->path()}).size(), std::size_t(1)); // and at the next start
}

void TestProviderSetup::theSecretIsInTheKeychainAndNotInTheFile()
{
    auto one = draft();
    one.profile.insert(u"client_authentication"_s, u"client_secret_post"_s);
    one = core::filled(one, {{u"client_secret"_s, u"planted-secret"_s}});
    QSignalSpy kept(m_setup.get(), &core::ProviderSetup::secretKept);
    const auto saved = IdentityFixture::answerOf(m_setup->save(one));
    QVERIFY(saved);
    QCOMPARE(kept, QList<QVariantList>{{u"lectern/client/example"_s}}); // for the list of names
    QFile file(m_folder->filePath(u"providers.d/example.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("planted"));
    const auto entries = m_fixture->secrets.entries;
    QVERIFY(std::ranges::find(entries, core::Secret("planted-secret")) != entries.end());
}

void TestProviderSetup::withoutTheKeychainNothingIsTakenIn()
{
    m_fixture->secrets.isAbsent = true;
    auto one = draft();
    one.profile.insert(u"client_authentication"_s, u"client_secret_basic"_s);
    one = core::filled(one, {{u"client_secret"_s, u"planted-secret"_s}});
    QCOMPARE(IdentityFixture::answerOf(m_setup->save(one)).error().code, core::ErrorCode::KeychainUnavailable);
    QVERIFY(files().isEmpty());
    QCOMPARE(m_fixture->accounts->profiles().size(), std::size_t(1));
}

void TestProviderSetup::aProfileOfTheSystemIsNotReplaced()
{
    auto one = draft();
    one.profile.insert(u"id"_s, m_fixture->profile.id); // known, and no file of this user's
    QCOMPARE(IdentityFixture::answerOf(m_setup->save(one)).error().code, core::ErrorCode::AccessDenied);
    QVERIFY(files().isEmpty());
}

void TestProviderSetup::aSecondOrganizationGetsAnIdOfItsOwn()
{
    QVERIFY(IdentityFixture::answerOf(m_setup->save(draft())));
    QVERIFY(IdentityFixture::answerOf(m_setup->save(draft())));
    QCOMPARE(files(), QStringList({u"example-2.json"_s, u"example.json"_s}));
    QCOMPARE(m_fixture->accounts->profiles().size(), std::size_t(3));
}

void TestProviderSetup::theAuthoritiesAreKeptWithTheProfile()
{
    const TestCertificate authority = TestCertificate::make(u"sso.example"_s);
    QFile file(m_folder->filePath(u"ca.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-----BEGIN PRIVATE KEY-----\nUExBTlRFRA==\n-----END PRIVATE KEY-----\n"
               + authority.certificate.toPem());
    file.close();
    auto one = draft();
    one.profile.insert(u"extra_ca"_s, file.fileName());
    QVERIFY(test(one));
    QCOMPARE(m_fixture->provider.requests.size(), std::size_t(2)); // discovery and keys
    for (const core::HttpRequest &request : m_fixture->provider.requests)
        QCOMPARE(request.authorities, file.fileName());
    const auto saved = IdentityFixture::answerOf(m_setup->save(one));
    QVERIFY(saved);
    QCOMPARE(saved->extraCa, m_folder->filePath(u"providers.d/example.pem"_s));
    QCOMPARE(files(), QStringList({u"example.json"_s, u"example.pem"_s}));
    QFile copy(saved->extraCa);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), authority.certificate.toPem()); // and no key
}

void TestProviderSetup::aFileWithoutAuthoritiesIsNotKept()
{
    auto one = draft();
    one.profile.insert(u"extra_ca"_s, m_folder->filePath(u"none.pem"_s));
    const auto saved = IdentityFixture::answerOf(m_setup->save(one));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, core::ErrorCode::InvalidInput);
    QVERIFY(files().isEmpty());
}

// Keys are not copied: the profile goes on naming them where they are.
void TestProviderSetup::theClientCertificateStaysWhereItIs()
{
    auto one = draft();
    one.profile.insert(u"client_certificate"_s, u"/etc/lectern/client.pem"_s);
    one.profile.insert(u"client_certificate_key"_s, u"/etc/lectern/client.key"_s);
    QVERIFY(test(one));
    QCOMPARE(m_fixture->provider.requests.size(), std::size_t(2)); // discovery and keys
    for (const core::HttpRequest &request : m_fixture->provider.requests)
        QCOMPARE(request.certificate.certificate, u"/etc/lectern/client.pem"_s);
    const auto saved = IdentityFixture::answerOf(m_setup->save(one));
    QVERIFY(saved);
    QCOMPARE(saved->certificate.certificate, u"/etc/lectern/client.pem"_s);
    QCOMPARE(saved->certificate.key, u"/etc/lectern/client.key"_s);
    QCOMPARE(saved->certificate.passphraseEntry, u"provider/%1/certificate"_s.arg(saved->id));
    QCOMPARE(files(), QStringList{u"example.json"_s});
}

QTEST_GUILESS_MAIN(TestProviderSetup)
#include "tst_providersetup.moc"
