// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/providersetup.h"
#include "core/identity/tokenrequest.h"
#include "tests/support/identityfixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

// Two organizations of the fake provider: "acme" of an administrator's folder, "bolt" of the user's own.
class TestConnectedProviders : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<IdentityFixture>();
        write(u"system/providers.d/acme.json"_s, u"acme"_s);
        write(u"user/providers.d/bolt.json"_s, u"bolt"_s);
        m_fixture->accounts = std::make_unique<core::Accounts>(
            core::IdentityPorts{m_fixture->provider, m_fixture->secrets, m_fixture->signatures, m_fixture->listeners,
                                m_fixture->settings, m_fixture->clock},
            core::loadProfiles({m_folder->filePath(u"system"_s), m_folder->filePath(u"user"_s)}));
        m_setup = std::make_unique<core::ProviderSetup>(core::SetupPorts{m_fixture->provider,
                                                                         m_fixture->secrets,
                                                                         *m_fixture->accounts,
                                                                         m_folder->filePath(u"user/providers.d"_s),
                                                                         {}});
    }
    void cleanup()
    {
        m_setup.reset();
        m_fixture.reset();
    }

    void onlyTheUsersOwnAreOwn()
    {
        QVERIFY(!m_setup->isOwn(profile(u"acme"_s)));
        QVERIFY(m_setup->isOwn(profile(u"bolt"_s)));
        QVERIFY(!m_setup->isOwn(core::ProviderProfile()));
    }

    void theAdministratorsAreNotTouched()
    {
        QVERIFY(m_setup->rename(profile(u"acme"_s), u"X"_s).error().code == ErrorCode::AccessDenied);
        QVERIFY(answer(m_setup->remove(profile(u"acme"_s))).error().code == ErrorCode::AccessDenied);
        QVERIFY(exists(u"system/providers.d/acme.json"_s));
        QCOMPARE(m_fixture->accounts->profiles().size(), std::size_t(2));
    }

    void anotherNameCountsAtOnceAndAtTheNextStart()
    {
        QSignalSpy changed(m_fixture->accounts.get(), &core::Accounts::profilesChanged);
        QVERIFY(m_setup->rename(profile(u"bolt"_s), u"  Bolt & Söhne "_s));
        QCOMPARE(profile(u"bolt"_s).name, u"Bolt & Söhne"_s);
        QCOMPARE(changed.size(), 1);
        const auto read = core::readProfile(profile(u"bolt"_s).file);
        QCOMPARE(read->name, u"Bolt & Söhne"_s);
        QCOMPARE(read->clientId, u"desktop"_s); // and nothing else changed
    }

    void namesThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << u"   "_s;
        QTest::newRow("lines") << u"a\nb"_s;
        QTest::newRow("direction") << u"a\u202eb"_s;
        QTest::newRow("long") << QString(101, u'a');
    }

    void namesThatAreNoneAreRefused()
    {
        QFETCH(QString, name);
        QVERIFY(m_setup->rename(profile(u"bolt"_s), name).error().code == ErrorCode::InvalidInput);
        QCOMPARE(profile(u"bolt"_s).name, u"bolt"_s);
    }

    void removingTakesItsSignInsAlong()
    {
        const auto own = signIn(u"bolt"_s);
        m_fixture->provider.subject = u"user-2"_s;
        m_fixture->provider.userinfo.insert(u"sub"_s, u"user-2"_s);
        const auto other = signIn(u"acme"_s);
        QVERIFY2(own, own ? "" : qPrintable(own.error().detail));
        QVERIFY2(other, other ? "" : qPrintable(other.error().detail));
        auto bolt = profile(u"bolt"_s);
        bolt.clientAuthentication = u"client_secret_post"_s;
        m_fixture->secrets.entries.insert(core::clientSecretKey(bolt), core::Secret("client"));
        bolt.certificate.passphraseEntry = u"provider/bolt/certificate"_s;
        m_fixture->secrets.entries.insert(bolt.certificate.passphraseEntry, core::Secret("passphrase"));
        QSignalSpy removed(m_setup.get(), &core::ProviderSetup::secretRemoved);
        QVERIFY(answer(m_setup->remove(bolt)));
        QCOMPARE(removed, (QList<QVariantList>{{u"lectern/client/bolt"_s}, {u"provider/bolt/certificate"_s}}));
        QVERIFY(!exists(u"user/providers.d/bolt.json"_s));
        QVERIFY(m_fixture->keptToken(own->id).isEmpty());
        QVERIFY(!m_fixture->secrets.entries.contains(u"lectern/client/bolt"_s));
        QVERIFY(!m_fixture->secrets.entries.contains(u"provider/bolt/certificate"_s));
        QCOMPARE(m_fixture->accounts->profiles().size(), std::size_t(1));
        QCOMPARE(m_fixture->accounts->known().size(), std::size_t(1)); // the other one stays, and stays signed in
        QCOMPARE(m_fixture->accounts->current()->id, other->id);
        QVERIFY(!m_fixture->keptToken(other->id).isEmpty());
        QCOMPARE(m_fixture->provider.revoked, 1);
        QVERIFY(answer(m_fixture->accounts->signIn(u"bolt"_s, {}, m_fixture->browser, {})).error().code
                == ErrorCode::InvalidInput);
    }

    void theOneInUseIsSignedOut()
    {
        QVERIFY(signIn(u"bolt"_s));
        QVERIFY(answer(m_setup->remove(profile(u"bolt"_s))));
        QVERIFY(!m_fixture->accounts->current());
        QVERIFY(m_fixture->accounts->known().empty());
    }

    void aFileThatStaysLeavesEverythingAsItWas()
    {
        QVERIFY(signIn(u"bolt"_s));
        auto stuck = profile(u"bolt"_s);
        QVERIFY(QFile::remove(stuck.file));
        QVERIFY(QDir().mkpath(stuck.file + u"/x"_s)); // what can't be removed as a file
        QVERIFY(answer(m_setup->remove(stuck)).error().code == ErrorCode::Storage);
        QVERIFY(m_fixture->accounts->current());
        QCOMPARE(m_fixture->accounts->profiles().size(), std::size_t(2));
    }

    void aKeychainThatIsLockedIsSaid()
    {
        QVERIFY(signIn(u"bolt"_s));
        m_fixture->secrets.isAbsent = true;
        m_fixture->provider.instead = [](const core::HttpRequest &) {
            return std::optional(core::Result<core::HttpResponse>(core::fail(ErrorCode::Network)));
        };
        QVERIFY(answer(m_setup->remove(profile(u"bolt"_s))).error().code == ErrorCode::KeychainUnavailable);
        QVERIFY(!exists(u"user/providers.d/bolt.json"_s));
        QCOMPARE(m_fixture->accounts->profiles().size(), std::size_t(1));
    }

    void aSignInThatGoesOnWithItIsCancelled()
    {
        m_fixture->browser.onOpen = nullptr; // the user takes their time
        const auto attempt = m_fixture->accounts->signIn(u"bolt"_s, {}, m_fixture->browser, {});
        QTRY_VERIFY(m_fixture->browser.isOpen);
        QVERIFY(answer(m_setup->remove(profile(u"bolt"_s))));
        QVERIFY(answer(attempt).error().code == ErrorCode::Cancelled);
        QVERIFY(m_fixture->accounts->state() == core::Accounts::State::SignedOut);
    }

    void itCanBeTestedAgain()
    {
        const auto tested = answer(m_setup->test(profile(u"acme"_s), {}));
        QVERIFY2(tested, tested ? "" : qPrintable(tested.error().detail));
        QCOMPARE(tested->facts.keys, 1);
        // What is connected is exact: another slash is another issuer now.
        m_fixture->provider.discovery.insert(u"issuer"_s, u"https://op.example/"_s);
        QVERIFY(answer(m_setup->test(profile(u"acme"_s), {})).error().code == ErrorCode::SignInRefused);
    }

private:
    template<typename T>
    static core::Result<T> answer(const core::Async<T> &future)
    {
        return IdentityFixture::answerOf(future);
    }
    core::Result<core::Account> signIn(const QString &id)
    {
        return answer(m_fixture->accounts->signIn(id, {}, m_fixture->browser, {}));
    }
    [[nodiscard]] core::ProviderProfile profile(const QString &id) const
    {
        const auto &all = m_fixture->accounts->profiles();
        const auto found = std::ranges::find(all, id, &core::ProviderProfile::id);
        return found == all.end() ? core::ProviderProfile() : *found;
    }
    [[nodiscard]] bool exists(const QString &file) const { return QFile::exists(m_folder->filePath(file)); }
    void write(const QString &name, const QString &id) const
    {
        const QFileInfo path(m_folder->filePath(name));
        QDir().mkpath(path.absolutePath());
        QFile file(path.filePath());
        const QJsonObject json{{u"format"_s, u"lectern.provider/1"_s},
                               {u"id"_s, id},
                               {u"issuer"_s, m_fixture->provider.issuer},
                               {u"client_id"_s, m_fixture->provider.clientId},
                               {u"scopes"_s, QJsonArray{u"openid"_s, u"offline_access"_s}}};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(json).toJson());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<IdentityFixture> m_fixture;
    std::unique_ptr<core::ProviderSetup> m_setup;
};

QTEST_GUILESS_MAIN(TestConnectedProviders)
#include "tst_connectedproviders.moc"
