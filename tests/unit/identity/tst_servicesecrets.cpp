// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/servicesecrets.h"
#include "tests/support/identityfixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using State = core::ServiceSecrets::State;

class TestServiceSecrets : public QObject
{
    Q_OBJECT

    static State stateOf(core::ServiceSecrets &secrets, const QString &name)
    {
        return *IdentityFixture::answerOf(secrets.state(name));
    }

private slots:
    void whatIsSetIsThereAndCanBeTakenAway()
    {
        FakeSecretStore keychain;
        FakeSettingsStore settings;
        core::ServiceSecrets secrets(keychain, settings);
        QSignalSpy changed(&secrets, &core::ServiceSecrets::changed);
        QVERIFY(stateOf(secrets, u"connection/acme"_s) == State::Missing);
        QVERIFY(IdentityFixture::answerOf(secrets.set(u"connection/acme"_s, core::Secret("one"))));
        QVERIFY(IdentityFixture::answerOf(secrets.set(u"connection/acme"_s, core::Secret("two"))));
        QVERIFY(stateOf(secrets, u"connection/acme"_s) == State::Stored);
        QCOMPARE(keychain.entries.value(u"connection/acme"_s), core::Secret("two"));
        QCOMPARE(secrets.names(), QStringList{u"connection/acme"_s});
        QVERIFY(IdentityFixture::answerOf(secrets.remove(u"connection/acme"_s)));
        QVERIFY(stateOf(secrets, u"connection/acme"_s) == State::Missing);
        QVERIFY(keychain.entries.isEmpty());
        QVERIFY(secrets.names().isEmpty());
        QCOMPARE(changed.size(), 3);
    }

    void whatTheKeychainTookAndLostElsewhereIsNamed()
    {
        FakeSecretStore keychain;
        FakeSettingsStore settings;
        core::ServiceSecrets secrets(keychain, settings);
        QSignalSpy changed(&secrets, &core::ServiceSecrets::changed);
        secrets.took(u"lectern/client/acme"_s);
        QCOMPARE(secrets.names(), QStringList{u"lectern/client/acme"_s});
        secrets.lost(u"lectern/client/acme"_s);
        QVERIFY(secrets.names().isEmpty());
        QCOMPARE(changed.size(), 2);
    }

    void withoutAKeychainNothingIsNoted()
    {
        FakeSecretStore keychain;
        FakeSettingsStore settings;
        keychain.isAbsent = true;
        core::ServiceSecrets secrets(keychain, settings);
        QVERIFY(stateOf(secrets, u"connection/acme"_s) == State::Unavailable);
        const auto written = IdentityFixture::answerOf(secrets.set(u"connection/acme"_s, core::Secret("one")));
        QVERIFY(written.error().code == core::ErrorCode::KeychainUnavailable);
        QVERIFY(secrets.names().isEmpty());
    }

    void whereAPrivateKeyIsWantedNothingElseIsKept()
    {
        using Kind = core::ServiceSecrets::Kind;
        FakeSecretStore keychain;
        FakeSettingsStore settings;
        const core::OpenSslJwtSigner signer;
        core::ServiceSecrets secrets(keychain, settings);
        const auto set = [&](const core::Secret &secret) {
            return IdentityFixture::answerOf(secrets.set(u"connection/acme"_s, secret, Kind::PrivateKey));
        };
        const core::Secret key = *signer.makeKey();
        QCOMPARE(set(key).error().code, core::ErrorCode::InvalidInput); // nothing could tell
        secrets.setSigner(&signer);
        QVERIFY(set(key));
        for (const QByteArray &bytes : {QByteArray("garbage"), QByteArray("{\"kty\":\"EC\"}"),
                                        QByteArray("-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----\n")}) {
            const auto written = set(core::Secret(bytes));
            QCOMPARE(written.error().code, core::ErrorCode::InvalidInput);
            QVERIFY2(written.error().detail.startsWith("private key:"_L1), qPrintable(written.error().detail));
        }
        QCOMPARE(keychain.entries.value(u"connection/acme"_s), key); // the one that works is still there
    }

    void whatIsNoTextIsNotKept()
    {
        FakeSecretStore keychain;
        FakeSettingsStore settings;
        core::ServiceSecrets secrets(keychain, settings);
        for (const QByteArray &bytes : {QByteArray("a\0b", 3), QByteArray("caf\xe9"), QByteArray("\xc0\x80")}) {
            const auto set = IdentityFixture::answerOf(secrets.set(u"connection/acme"_s, core::Secret(bytes)));
            QCOMPARE(set.error(), (core::Error{core::ErrorCode::InvalidInput, u"the secret is not text"_s}));
        }
        QVERIFY(keychain.entries.isEmpty() && secrets.names().isEmpty());
        QVERIFY(IdentityFixture::answerOf(secrets.set(u"connection/acme"_s, core::Secret("caf\xc3\xa9\n-"))));
    }

    void whatIsKeptOfASignInIsOutOfReach()
    {
        FakeSecretStore keychain;
        FakeSettingsStore settings;
        keychain.entries.insert(u"lectern/session/1"_s, core::Secret("token"));
        core::ServiceSecrets secrets(keychain, settings);
        for (const QString &name : {u"lectern/session/1"_s, QString(), u"a b"_s, u"../x"_s, u"a\n"_s}) {
            QVERIFY(IdentityFixture::answerOf(secrets.set(name, core::Secret("x"))).error().code
                    == core::ErrorCode::InvalidInput);
            QVERIFY(IdentityFixture::answerOf(secrets.remove(name)).error().code == core::ErrorCode::InvalidInput);
        }
        QVERIFY(core::ServiceSecrets::isName(u"lectern/client/acme"_s));
        QCOMPARE(keychain.entries.size(), 1);
        QVERIFY(IdentityFixture::answerOf(secrets.set(u"a"_s, {})).error().code == core::ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestServiceSecrets)
#include "tst_servicesecrets.moc"
