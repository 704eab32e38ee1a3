// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/form.h"
#include "core/identity/tokenrequest.h"
#include "tests/support/identityfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray everythingSaid;

void listen(QtMsgType, const QMessageLogContext &, const QString &message)
{
    everythingSaid += message.toUtf8() + '\n';
}

// The private number of the key that is somewhere in a keychain entry: a JWK, in base64url.
QByteArray numberIn(const QByteArray &entry)
{
    static const QRegularExpression encodedKey(u"eyJjcnYi[A-Za-z0-9_-]+"_s);
    const QByteArray key = encodedKey.match(QString::fromUtf8(entry)).captured().toLatin1();
    const QByteArray json = QByteArray::fromBase64(key, QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(json).object().value(u"d"_s).toString().toUtf8();
}

} // namespace

// Signs in, refreshes, fails in many ways and signs out with every category on, and looks for each token in what was
// said.
class TestNothingIsLogged : public QObject
{
    Q_OBJECT

    static void live(IdentityFixture &f)
    {
        f.start();
        f.accounts->setKeychainPatience(std::chrono::milliseconds(1), std::chrono::milliseconds(5));
        const auto account = f.signIn();
        f.clock.time = f.clock.time.addSecs(590);
        f.provider.loseAnswers = 1;
        (void)f.token();
        f.start();
        f.accounts->restore();
        (void)f.token();
        f.clock.time = f.clock.time.addSecs(590);
        f.provider.extraClaims.insert(u"sub"_s, u"somebody"_s);
        (void)f.token();
        (void)f.signIn();
        if (account)
            (void)f.answerOf(f.accounts->signOut(account->id));
        qInfo().noquote() << core::Secret(f.provider.issued.front());
    }

private slots:
    void noTokenIsInAnyMessage()
    {
        QLoggingCategory::setFilterRules(u"lectern.*=true"_s);
        const auto previous = qInstallMessageHandler(listen);
        QList<QByteArray> tokens;
        for (int round = 0; round < 4; ++round) {
            IdentityFixture f;
            f.secrets.isAbsent = round == 1;
            f.secrets.isSilent = round == 2;
            f.provider.userinfo.insert(u"sub"_s, round == 3 ? u"somebody"_s : u"user-1"_s);
            live(f);
            tokens += QList<QByteArray>(f.provider.issued.begin(), f.provider.issued.end());
            tokens += f.browser.lastStart.query().toUtf8();
        }
        qInstallMessageHandler(previous);
        QVERIFY(tokens.size() > 20);
        QVERIFY(everythingSaid.contains("signed in")); // the handler was listening
        QVERIFY(everythingSaid.contains("[secret]"));
        QVERIFY(!everythingSaid.contains("PLANTED"));
        for (const QByteArray &token : tokens)
            QVERIFY(!everythingSaid.contains(token));
    }

    void noKeyAndNoProofIsInAnyMessage()
    {
        everythingSaid.clear();
        QLoggingCategory::setFilterRules(u"lectern.*=true"_s);
        const auto previous = qInstallMessageHandler(listen);
        IdentityFixture f;
        f.after = [](auto, QObject *context, const std::function<void()> &handler) {
            QMetaObject::invokeMethod(context, handler, Qt::QueuedConnection);
        };
        f.profile.clientAuthentication = u"private_key_jwt"_s;
        f.profile.dpop = true;
        f.profile.introspect = true;
        f.profile.pushedAuthorizationRequests = true;
        f.provider.discovery.insert(u"pushed_authorization_request_endpoint"_s, f.provider.issuer + u"/par"_s);
        f.provider.discovery.insert(u"dpop_signing_alg_values_supported"_s, QJsonArray{u"ES256"_s});
        f.provider.extraTokenMembers.insert(u"token_type"_s, u"DPoP"_s);
        const QByteArray pem = TestKey::make("ES256").pem();
        f.secrets.entries.insert(core::clientSecretKey(f.profile), core::Secret(pem));
        QList<QByteArray> secrets = pem.split('\n').mid(1, 2);
        f.secrets.onWrite = [&secrets](const core::Secret &kept) {
            secrets += kept.reveal();
            secrets += numberIn(kept.reveal());
        };
        live(f);
        f.start();
        f.provider.extraClaims = {};
        const auto elsewhere =
            f.answerOf(f.accounts->signInWithDevice(u"acme"_s, {}, [](const core::DevicePrompt &) {}, {}));
        f.secrets.entries.insert(core::clientSecretKey(f.profile), core::Secret("BROKEN-KEY"));
        const auto broken = f.signIn();
        qInstallMessageHandler(previous);

        QVERIFY2(elsewhere, elsewhere ? "" : qPrintable(elsewhere.error().detail));
        QVERIFY(!broken);
        secrets += "BROKEN-KEY";
        for (const core::HttpRequest &request : f.provider.requests) {
            for (const auto &[name, value] : request.headers)
                secrets += name == "DPoP" ? QList{value} : QList<QByteArray>();
            const auto fields = core::decodeForm(request.body)->fields;
            if (fields.contains(u"client_assertion"_s))
                secrets += fields.value(u"client_assertion"_s).toUtf8();
        }
        QVERIFY(secrets.size() > 20);
        for (const QByteArray &secret : secrets) {
            QVERIFY(secret.size() > 9);
            QVERIFY(!everythingSaid.contains(secret));
            QVERIFY(!broken.error().detail.contains(QString::fromUtf8(secret)));
        }
        QVERIFY(!everythingSaid.contains("PLANTED"));
    }
};

QTEST_GUILESS_MAIN(TestNothingIsLogged)
#include "tst_nothingislogged.moc"
