// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/base64url.h"
#include "core/identity/boundtoken.h"
#include "core/identity/dpop.h"
#include "core/identity/form.h"
#include "core/identity/jws.h"
#include "core/identity/session.h"
#include "tests/support/identityfixture.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using core::Secret;

namespace {

struct Proof {
    QJsonObject header;
    QJsonObject claims;

    [[nodiscard]] QJsonObject key() const { return header.value(u"jwk"_s).toObject(); }
};

QByteArray headerOf(const core::HttpHeaders &headers, const QByteArray &name)
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

// A proof whose signature is its own key's.
std::optional<Proof> proofIn(const core::HttpHeaders &headers)
{
    const auto token = core::parseJws(headerOf(headers, "DPoP"));
    if (!token)
        return std::nullopt;
    const QByteArray header = *core::fromBase64Url(token->signedBytes.split('.').front());
    Proof proof{QJsonDocument::fromJson(header).object(), token->payload};
    const core::OpenSslSignatureVerifier verifier;
    const bool good = verifier.verify(token->algorithm, proof.key(), token->signedBytes, token->signature);
    return good ? std::optional(proof) : std::nullopt;
}

// A provider that binds tokens, checks every proof and wants its nonce in it.
struct Fixture : IdentityFixture {
    Fixture()
    {
        profile.dpop = true;
        provider.discovery.insert(u"dpop_signing_alg_values_supported"_s, QJsonArray{u"RS256"_s, u"ES256"_s});
        provider.extraTokenMembers.insert(u"token_type"_s, u"DPoP"_s);
        provider.instead = [this](const core::HttpRequest &request) { return judge(request); };
    }

    std::optional<core::Result<core::HttpResponse>> judge(const core::HttpRequest &request)
    {
        const bool isToken = request.url.path() == "/token"_L1;
        if (!isToken && request.url.path() != "/me"_L1)
            return std::nullopt;
        const auto proof = proofIn(request.headers);
        if (!proof)
            return core::HttpResponse{400, {}, R"({"error":"invalid_dpop_proof"})"};
        proofs.push_back(*proof);
        if (nonce.isEmpty() || proof->claims.value(u"nonce"_s).toString() == nonce)
            return std::nullopt;
        const core::HttpHeaders headers{{"DPoP-Nonce", nonce.toLatin1()},
                                        {"WWW-Authenticate", R"(DPoP error="use_dpop_nonce")"}};
        return core::HttpResponse{isToken ? 400 : 401, headers, R"({"error":"use_dpop_nonce"})"};
    }

    QString nonce;
    std::vector<Proof> proofs;
};

} // namespace

class TestDPoP : public QObject
{
    Q_OBJECT

    core::OpenSslJwtSigner m_signer;

private slots:
    void aProofIsForOneRequest()
    {
        const auto key = m_signer.makeKey();
        QVERIFY(key);
        const QUrl url(u"https://op.example/token?a=b#c"_s);
        const QDateTime now = ManualClock().now();
        const auto bytes = core::dpopProof(m_signer, *key, {"POST", url, Secret("access"), u"n-1"_s}, now);
        QVERIFY(bytes);
        const auto proof = proofIn({{"DPoP", bytes->reveal()}});
        QVERIFY(proof);
        QCOMPARE(proof->header.value(u"typ"_s).toString(), u"dpop+jwt"_s);
        QCOMPARE(proof->header.value(u"alg"_s).toString(), u"ES256"_s);
        QCOMPARE(proof->key().keys(), (QStringList{u"crv"_s, u"kty"_s, u"x"_s, u"y"_s})); // never `d`
        QCOMPARE(proof->claims.value(u"htm"_s).toString(), u"POST"_s);
        QCOMPARE(proof->claims.value(u"htu"_s).toString(), u"https://op.example/token"_s);
        QCOMPARE(proof->claims.value(u"iat"_s).toInteger(), now.toSecsSinceEpoch());
        QCOMPARE(proof->claims.value(u"nonce"_s).toString(), u"n-1"_s);
        const QByteArray hash = QCryptographicHash::hash("access", QCryptographicHash::Sha256);
        QCOMPARE(proof->claims.value(u"ath"_s).toString().toLatin1(), core::toBase64Url(hash));
        const auto next = proofIn({{"DPoP", core::dpopProof(m_signer, *key, {"GET", url, {}, {}}, now)->reveal()}});
        QVERIFY(next->claims.value(u"jti"_s) != proof->claims.value(u"jti"_s));
        QVERIFY(!next->claims.contains(u"ath"_s) && !next->claims.contains(u"nonce"_s));
        QVERIFY(*m_signer.makeKey() != *key);
        QVERIFY(!core::dpopProof(m_signer, Secret("x"), {"GET", url, {}, {}}, now));
    }

    void aTokenAndItsKeyAreOneSecret()
    {
        const core::BoundToken bound{Secret("token~1"), Secret(R"({"kty":"EC"})")};
        const core::BoundToken back = core::parted(core::joined(bound));
        QCOMPARE(back.token, bound.token);
        QCOMPARE(back.key, bound.key);
        QCOMPARE(core::joined({Secret("alone"), {}}), Secret("alone"));
        QCOMPARE(core::parted(Secret("alone")).token, Secret("alone"));
        QVERIFY(core::parted(Secret("alone")).key.isEmpty());
    }

    void oneKeyServesASession()
    {
        Fixture f;
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(f.proofs.size(), 2U); // code, userinfo
        QCOMPARE(f.proofs.at(0).claims.value(u"htu"_s).toString(), u"https://op.example/token"_s);
        QVERIFY(!f.proofs.at(0).claims.contains(u"ath"_s));
        QCOMPARE(f.proofs.at(1).claims.value(u"htm"_s).toString(), u"GET"_s);
        const QByteArray first = f.token()->reveal();
        QCOMPARE(f.proofs.at(1).claims.value(u"ath"_s).toString().toLatin1(),
                 core::toBase64Url(QCryptographicHash::hash(first, QCryptographicHash::Sha256)));
        QVERIFY(first.startsWith("access-PLANTED")); // no key goes with it
        f.clock.time = f.clock.time.addSecs(590);
        QVERIFY(f.token());
        f.clock.time = f.clock.time.addSecs(590);
        f.start(); // the next start has it from the keychain
        f.accounts->restore();
        QVERIFY(f.token());
        QCOMPARE(f.proofs.size(), 4U);
        QSet<QString> once;
        for (const Proof &proof : f.proofs) {
            QCOMPARE(proof.key(), f.proofs.front().key());
            once += proof.claims.value(u"jti"_s).toString();
        }
        QCOMPARE(once.size(), 4);
        f.accounts.reset();
        QVERIFY(f.signIn());
        QVERIFY(f.proofs.back().key() != f.proofs.front().key());
    }

    void theKeyIsNeverSent()
    {
        Fixture f;
        const auto account = f.signIn();
        const core::BoundToken kept = core::parted(f.keptToken(account->id));
        QCOMPARE(kept.token.reveal(), f.provider.refreshToken);
        QVERIFY(!kept.key.isEmpty());
        const QByteArray number =
            QJsonDocument::fromJson(kept.key.reveal()).object().value(u"d"_s).toString().toLatin1();
        QCOMPARE(number.size(), 43);
        f.clock.time = f.clock.time.addSecs(590);
        QVERIFY(f.token());
        QVERIFY(f.answerOf(f.accounts->signOut(account->id)));
        QCOMPARE(f.provider.revoked, 1);
        QVERIFY(f.provider.refreshToken.isEmpty()); // what was revoked is the token alone
        QVERIFY(f.secrets.entries.isEmpty());
        for (const core::HttpRequest &request : f.provider.requests) {
            QByteArray all = request.url.toEncoded() + request.body;
            for (const auto &[name, value] : request.headers)
                all += name + value;
            QVERIFY(!all.contains(number));
            QVERIFY(!all.contains(core::toBase64Url(kept.key.reveal())));
        }
    }

    void aServersNonceIsTakenAndKept()
    {
        Fixture f;
        f.nonce = u"n-1"_s;
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 2); // once without
        QCOMPARE(f.provider.requestsTo(u"/me"_s), 1); // of the same origin
        f.nonce = u"n-2"_s;
        f.clock.time = f.clock.time.addSecs(590);
        QVERIFY(f.token());
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 4);
        f.clock.time = f.clock.time.addSecs(590);
        QVERIFY(f.token());
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 5);
    }

    void aServerThatIsNeverContentIsLeft()
    {
        Fixture f;
        f.provider.instead = [](const core::HttpRequest &request) -> std::optional<core::Result<core::HttpResponse>> {
            if (request.url.path() != "/token"_L1)
                return std::nullopt;
            return core::HttpResponse{400, {{"DPoP-Nonce", "x"}}, R"({"error":"use_dpop_nonce"})"};
        };
        QCOMPARE(f.signIn().error().code, ErrorCode::SignInRefused);
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 2);
    }

    void aTokenThatWasNotBoundIsRefused()
    {
        Fixture f;
        f.provider.extraTokenMembers.insert(u"token_type"_s, u"Bearer"_s);
        const auto account = f.signIn();
        QCOMPARE(account.error().detail, u"token_endpoint: token_type is not DPoP"_s);
        QVERIFY(f.secrets.entries.isEmpty());
    }

    void withoutARefreshTokenThereIsNoPlaceForTheKey()
    {
        Fixture f;
        f.provider.missingTokenMembers = {u"refresh_token"_s};
        QCOMPARE(f.signIn().error().code, ErrorCode::SignInRefused);
    }

    void itIsUsedWhereOfferedAndAskedFor_data()
    {
        QTest::addColumn<bool>("asked");
        QTest::addColumn<QJsonValue>("offered");
        QTest::newRow("not asked for") << false << QJsonValue(QJsonArray{u"ES256"_s});
        QTest::newRow("not offered") << true << QJsonValue();
        QTest::newRow("other algorithms only") << true << QJsonValue(QJsonArray{u"RS256"_s});
    }

    void itIsUsedWhereOfferedAndAskedFor()
    {
        QFETCH(bool, asked);
        QFETCH(QJsonValue, offered);
        IdentityFixture f;
        f.profile.dpop = asked;
        f.provider.discovery.insert(u"dpop_signing_alg_values_supported"_s, offered);
        const auto account = f.signIn();
        QVERIFY(account);
        for (const core::HttpRequest &request : f.provider.requests)
            QVERIFY(headerOf(request.headers, "DPoP").isEmpty());
        QVERIFY(!f.keptToken(account->id).reveal().contains(' '));
        QVERIFY(!f.accounts->tokens().proof(*f.token(), "GET", QUrl(u"https://api.example/x"_s)));
    }

    void theEndpointIsShownAProofToo()
    {
        Fixture f;
        QVERIFY(f.signIn());
        const Secret token = *f.token();
        const QUrl url(u"https://api.example/v1/read?key=1"_s);
        core::TokenSource &tokens = f.accounts->tokens();
        const auto headers = tokens.proof(token, "POST", url);
        QVERIFY(headers);
        QCOMPARE(headerOf(*headers, "Authorization"), "DPoP " + token.reveal());
        const auto proof = proofIn(*headers);
        QCOMPARE(proof->key(), f.proofs.front().key());
        QCOMPARE(proof->claims.value(u"htu"_s).toString(), u"https://api.example/v1/read"_s);
        QVERIFY(!proof->claims.contains(u"nonce"_s)); // another origin's is none of its business

        const core::HttpResponse wanting{
            401, {{"DPoP-Nonce", "api-1"}, {"WWW-Authenticate", R"(DPoP error="use_dpop_nonce")"}}, {}};
        QVERIFY(tokens.learn(url, wanting));
        QCOMPARE(proofIn(*tokens.proof(token, "POST", url))->claims.value(u"nonce"_s).toString(), u"api-1"_s);
        QVERIFY(!tokens.learn(url, {200, {{"DPoP-Nonce", "api-2"}}, {}}));
        QCOMPARE(proofIn(*tokens.proof(token, "POST", url))->claims.value(u"nonce"_s).toString(), u"api-2"_s);
        QVERIFY(!tokens.learn(url, {401, {{"WWW-Authenticate", R"(DPoP error="use_dpop_nonce")"}}, {}}));
        QVERIFY(!tokens.learn(url, {401, {{"DPoP-Nonce", "a b"}}, {}}));
    }
};

QTEST_GUILESS_MAIN(TestDPoP)
#include "tst_dpop.moc"
