// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/form.h"
#include "core/identity/session.h"
#include "core/identity/storedsession.h"
#include "tests/robustness/identity/forgery.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

using Change = std::function<void(Adversary &)>;

void add(const char *name, ErrorCode code, const QString &detail, const Change &change)
{
    QTest::newRow(name) << Hostility{change, code, detail, {}};
}

// An ID token of the refreshed session that says something else.
void says(const char *name, const QString &member, const QJsonValue &value)
{
    add(name, ErrorCode::SignInRefused, member + u':',
        [=](Adversary &f) { f.provider.extraClaims.insert(member, value); });
}

void answers(const char *name, ErrorCode code, const QString &detail, const WireAnswer &answer)
{
    add(name, code, detail, [answer](Adversary &f) { f.op.put(u"/token"_s, answer); });
}

QByteArray kept(const Adversary &f)
{
    const auto entry = core::decodeSession(f.secrets.entries.isEmpty() ? core::Secret() : *f.secrets.entries.begin());
    return entry ? entry->refreshToken.reveal() : QByteArray("no entry");
}

} // namespace

// A session that was good until its token had to be renewed.
class TestHostileRefresh : public QObject
{
    Q_OBJECT

private slots:
    void aRefreshThatIsNotBelievedGivesNothing_data()
    {
        QTest::addColumn<Hostility>("hostility");
        constexpr auto refused = ErrorCode::SignInRefused;
        constexpr auto failed = ErrorCode::EndpointFailed;
        add("oidcc-client-test-refresh-token-invalid-issuer", refused, u"iss:"_s,
            [](Adversary &f) { f.provider.extraClaims.insert(u"iss"_s, f.provider.issuer + u'1'); });
        says("oidcc-client-test-refresh-token-invalid-sub", u"sub"_s, u"user-11"_s);
        says("another audience", u"aud"_s, u"desktop1"_s);
        says("another nonce", u"nonce"_s, u"guess"_s);
        says("at_hash of another token", u"at_hash"_s, u"AAAAAAAAAAAAAAAAAAAAAA"_s);
        add("expired", refused, u"exp: has passed"_s, [](Adversary &f) {
            const qint64 now = f.clock.time.toSecsSinceEpoch();
            f.provider.extraClaims = {{u"iat"_s, now - 420}, {u"exp"_s, now - 360}};
        });
        add("ended before it began", refused, u"exp: not after iat"_s,
            [](Adversary &f) { f.provider.extraClaims.insert(u"exp"_s, f.clock.time.toSecsSinceEpoch() - 1); });
        add("broken signature", refused, u"signature:"_s, [](Adversary &f) {
            f.provider.signIdToken = [&f](const QJsonObject &claims) {
                return forgery::broken(f.provider.key.token("RS256", claims, f.provider.kid));
            };
        });
        add("no signature", refused, u"token: alg"_s, [](Adversary &f) {
            f.provider.signIdToken = [](const QJsonObject &claims) {
                return forgery::encode({{u"alg"_s, u"none"_s}}) + '.' + forgery::encode(claims) + '.';
            };
        });
        add("no access token", failed, u"token_endpoint: access_token"_s,
            [](Adversary &f) { f.provider.missingTokenMembers = {u"access_token"_s}; });
        add("a token of another type", failed, u"token_endpoint: token_type"_s,
            [](Adversary &f) { f.provider.extraTokenMembers.insert(u"token_type"_s, u"DPoP"_s); });
        add("a refresh token that is a number", failed, u"token_endpoint: refresh_token"_s,
            [](Adversary &f) { f.provider.extraTokenMembers.insert(u"refresh_token"_s, 7); });
        add("a lifetime that is an object", failed, u"token_endpoint: expires_in"_s,
            [](Adversary &f) { f.provider.extraTokenMembers.insert(u"expires_in"_s, QJsonObject()); });
        answers("a portal's page with status 200", failed, u"token_endpoint:"_s, {.body = "<html>Welcome"});
        answers("a redirect", failed, u"token_endpoint: status 307"_s,
                {.status = 307, .headers = {{"Location", "/end"}}});
        answers("429", ErrorCode::EndpointBusy, u"token_endpoint: status 429"_s, {.status = 429});
        answers("503", failed, u"token_endpoint: status 503"_s, {.status = 503});
        answers("a megabyte", ErrorCode::LimitReached, u"answer too large"_s, {.body = QByteArray(1 << 20, ' ')});
    }
    void aRefreshThatIsNotBelievedGivesNothing()
    {
        QFETCH(Hostility, hostility);
        Adversary f;
        QVERIFY(f.signIn());
        const QByteArray before = kept(f);
        f.staleToken();
        hostility.change(f);
        QCOMPARE(f.faultOfRefresh(hostility.code, hostility.detail), QString());
        const bool isTheClock = hostility.detail == "exp: has passed"_L1;
        if (hostility.code == ErrorCode::SignInRefused && !isTheClock) {
            QVERIFY(f.secrets.entries.isEmpty()); // the provider has rotated the token: the old one is spent
            return;
        }
        QVERIFY(f.accounts->current()); // it may be the network's fault, or a moment's: nobody is thrown out
        QCOMPARE(kept(f), before);
    }

    void aClockThatWasWrongCostsNoSessionOnceItIsRight()
    {
        Adversary f;
        f.provider.hasGrace = false;
        QVERIFY(f.signIn());
        f.staleToken();
        const qint64 later = f.clock.time.toSecsSinceEpoch() + 7200;
        f.provider.extraClaims = {{u"iat"_s, later}, {u"exp"_s, later + 3600}};
        QCOMPARE(f.faultOfRefresh(ErrorCode::SignInRefused, u"iat: lies in the future"_s), QString());
        f.provider.extraClaims = {};
        const auto token = f.token();
        QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
        QCOMPARE(kept(f), f.provider.refreshToken);
    }

    void aRevokedUserIsToldOnce()
    {
        Adversary f;
        QVERIFY(f.signIn());
        f.staleToken();
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        f.op.put(u"/token"_s, {.status = 400, .body = R"({"error":"invalid_grant"})"});
        QCOMPARE(f.faultOfRefresh(ErrorCode::SignInNeeded, u"invalid_grant"_s), QString());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QCOMPARE(expired.size(), 1);
    }

    void theRefreshTokenOfTheAnswerCounts_data() // oidcc-client-test-refresh-token, and what else there can be
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
        row("rotated", [](Adversary &) {});
        row("the same", [](Adversary &f) { f.provider.rotates = false; });
        row("left out", [](Adversary &f) {
            f.provider.rotates = false;
            f.provider.missingTokenMembers = {u"refresh_token"_s};
        });
        row("empty", [](Adversary &f) {
            f.provider.rotates = false;
            f.provider.extraTokenMembers.insert(u"refresh_token"_s, QString());
        });
        row("no ID token", [](Adversary &f) { f.provider.missingTokenMembers = {u"id_token"_s}; });
    }
    void theRefreshTokenOfTheAnswerCounts()
    {
        QFETCH(Change, change);
        Adversary f;
        QVERIFY(f.signIn());
        const auto first = f.token();
        change(f);
        for (int round = 1; round <= 2; ++round) { // the second shows that the first kept the right one
            f.staleToken();
            const auto token = f.token();
            QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
            QVERIFY(token->reveal() != first->reveal());
            QCOMPARE(kept(f), f.provider.refreshToken);
        }
    }

    void fewerScopesAreSeen()
    {
        Adversary f;
        f.profile.scopes = {u"openid"_s, u"extract"_s};
        QVERIFY(f.signIn());
        QCOMPARE(f.accounts->current()->scopes, (QStringList{u"openid"_s, u"extract"_s}));
        f.provider.extraTokenMembers.insert(u"scope"_s, u"openid"_s);
        f.staleToken();
        QVERIFY(f.token());
        QCOMPARE(f.accounts->current()->scopes, QStringList{u"openid"_s});
    }

    // fapi2-client-refresh-token-test: an endpoint that always says 401 costs one refresh a rejection, each with the
    // newest token.
    void anEndpointThatRejectsEveryTokenGetsANewOneEachTime()
    {
        Adversary f;
        QVERIFY(f.signIn());
        QSet<QByteArray> sent;
        for (int i = 0; i < 2; ++i) {
            f.accounts->tokens().rejected(*f.token());
            QVERIFY(f.token());
            sent += core::decodeForm(f.provider.requests.back().body)->fields.value(u"refresh_token"_s).toLatin1();
        }
        QCOMPARE(sent.size(), 2);
        QCOMPARE(f.op.requestsTo(u"/token"_s), 3);
    }

    void aLostAnswerIsAskedForAgainOnTheWire()
    {
        Adversary f;
        QVERIFY(f.signIn());
        f.staleToken();
        f.provider.loseAnswers = 1; // the work is done and the connection cut
        const auto token = f.token();
        QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
        QCOMPARE(kept(f), f.provider.refreshToken);
        const int sent = f.op.requestsTo(u"/token"_s);
        QVERIFY2(sent == 3, qPrintable(QString::number(sent)));
    }

    // The token is not spent for an answer that could not be checked then: a strict provider gives no other one.
    void keysThatCannotBeFetchedCostNoToken()
    {
        Adversary f;
        f.provider.hasGrace = false;
        QVERIFY(f.signIn());
        f.accounts->setRefreshPatience({std::chrono::milliseconds(0)}, std::chrono::seconds(1));
        f.staleToken();
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        f.op.put(u"/jwks"_s, {.fault = WireAnswer::Fault::Cut});
        QCOMPARE(f.token().error().code, ErrorCode::Network);
        f.op.instead = nullptr;
        const auto token = f.token();
        QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
        QVERIFY(expired.isEmpty());
        QCOMPARE(kept(f), f.provider.refreshToken);
    }

    // Oracle's are not public until its administrator says so; a refresh may do without an ID token.
    void keysThatAreNotShownAreNoReasonNotToAsk()
    {
        Adversary f;
        QVERIFY(f.signIn());
        f.staleToken();
        f.provider.missingTokenMembers = {u"id_token"_s};
        f.op.put(u"/jwks"_s, {.status = 401});
        const auto token = f.token();
        QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
    }

    // The computer sleeps while a refresh is under way: its connection is gone afterwards, and hours have passed.
    void aSleepInTheMiddleOfARefreshIsNoQuestion()
    {
        Adversary f;
        QVERIFY(f.signIn());
        f.accounts->setRefreshPatience({std::chrono::milliseconds(0)}, std::chrono::seconds(1));
        f.staleToken();
        int asked = 0;
        f.op.instead = [&](const core::HttpRequest &request) -> std::optional<WireAnswer> {
            if (request.url.path() != "/token"_L1 || ++asked > 2)
                return std::nullopt;
            f.clock.time = f.clock.time.addSecs(4 * 3600);
            return WireAnswer{.fault = WireAnswer::Fault::Cut};
        };
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        QCOMPARE(f.token().error().code, ErrorCode::Network);
        QVERIFY(f.accounts->current());
        f.clock.time = f.clock.time.addSecs(3);
        f.accounts->wake(); // renews by itself: somebody had asked
        QTRY_VERIFY(asked >= 3);
        QVERIFY(f.token());
        QCOMPARE(kept(f), f.provider.refreshToken);
        QVERIFY(expired.isEmpty());
    }

    void aProgramThatDiesBeforeItKeptTheTokenComesBack_data()
    {
        QTest::addColumn<bool>("hasGrace");
        QTest::addColumn<int>("asked");
        QTest::newRow("a provider with a grace time") << true << 0;
        QTest::newRow("a strict provider") << false << 1;
    }
    void aProgramThatDiesBeforeItKeptTheTokenComesBack()
    {
        QFETCH(bool, hasGrace);
        QFETCH(int, asked);
        Adversary f;
        f.provider.hasGrace = hasGrace;
        QVERIFY(f.signIn());
        f.staleToken();
        const auto entries = f.secrets.entries;
        (void)f.token();
        f.secrets.entries = entries; // the write never came about
        f.start();
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        f.accounts->restore();
        const auto token = f.token();
        QCOMPARE(token.has_value(), asked == 0);
        QCOMPARE(expired.size(), asked);
        QCOMPARE(f.accounts->known().size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestHostileRefresh)
#include "tst_hostilerefresh.moc"
