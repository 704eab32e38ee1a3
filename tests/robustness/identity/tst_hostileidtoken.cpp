// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/robustness/identity/adversary.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto endpoint = "/jwks"_L1; // no userinfo for a token that is not believed

void add(const char *name, const QString &detail, const std::function<void(Adversary &)> &change)
{
    QTest::newRow(name) << Hostility{.change = change, .detail = detail, .last = endpoint};
}

void says(const char *name, const QString &member, const QJsonValue &value)
{
    add(name, member + u':', [=](Adversary &f) { f.provider.extraClaims.insert(member, value); });
}

void lacks(const char *name, const QString &member)
{
    add(name, member + u':', [=](Adversary &f) { f.provider.missingClaims = {member}; });
}

// The claim with something put behind it: what starts with the right text is not the right text.
void appends(const char *name, const QString &member, const QString &tail)
{
    add(name, member + u':', [=](Adversary &f) {
        const QString right = member == "iss"_L1 ? f.provider.issuer : f.provider.clientId;
        f.provider.extraClaims.insert(member, right + tail);
    });
}

qint64 now()
{
    return ManualClock().now().toSecsSinceEpoch();
}

} // namespace

// Claims of the ID token: certification rows by their names, then cases of our own.
class TestHostileIdToken : public QObject
{
    Q_OBJECT

private slots:
    void aRowOfTheBasicPlanIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        appends("oidcc-client-test-invalid-iss", u"iss"_s, u"1"_s);
        lacks("oidcc-client-test-missing-sub", u"sub"_s);
        lacks("oidcc-client-test-missing-aud", u"aud"_s);
        appends("oidcc-client-test-invalid-aud", u"aud"_s, u"1"_s);
        lacks("oidcc-client-test-missing-iat", u"iat"_s);
        add("oidcc-client-test-nonce-invalid", u"nonce:"_s, [](Adversary &f) {
            f.provider.signIdToken = [&f](QJsonObject claims) {
                claims[u"nonce"_s] = claims.value("nonce"_L1).toString() + u'1';
                return f.provider.key.token("RS256", claims, f.provider.kid);
            };
        });
    }
    void aRowOfTheBasicPlanIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void aRowOfTheFapiPlanIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        add("fapi2-invalid-expired-exp", u"exp: has passed"_s, [](Adversary &f) {
            f.provider.extraClaims = {{u"iat"_s, now() - 420}, {u"exp"_s, now() - 360}};
        });
        lacks("fapi2-invalid-missing-exp", u"exp"_s);
        lacks("fapi2-invalid-missing-iss", u"iss"_s);
        lacks("fapi2-invalid-missing-aud", u"aud"_s);
        lacks("fapi2-invalid-missing-nonce", u"nonce"_s);
        says("fapi2-invalid-secondary-aud", u"aud"_s, QJsonArray{u"desktop"_s, u"somebody-else"_s});
        says("fapi1-iat-is-week-in-past", u"iat"_s, now() - 7 * 86400);
    }
    void aRowOfTheFapiPlanIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void aClaimOfTheWrongShapeIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        says("exp as a string", u"exp"_s, QString::number(now() + 600));
        says("exp over 2^53", u"exp"_s, 1e17);
        says("exp below zero", u"exp"_s, -1);
        says("exp null", u"exp"_s, QJsonValue::Null);
        says("exp an array", u"exp"_s, QJsonArray{now() + 600});
        says("iat as a string", u"iat"_s, QString::number(now()));
        says("iat null", u"iat"_s, QJsonValue::Null);
        says("nbf as a string", u"nbf"_s, QString::number(now()));
        says("sub a number", u"sub"_s, 7);
        says("sub empty", u"sub"_s, QString());
        says("sub of 256 characters", u"sub"_s, QString(256, u'a'));
        says("sub an object", u"sub"_s, QJsonObject{{u"id"_s, u"user-1"_s}});
        says("iss an array", u"iss"_s, QJsonArray{u"https://op.example"_s});
        says("aud an empty array", u"aud"_s, QJsonArray());
        says("aud an array of numbers", u"aud"_s, QJsonArray{1, 2});
        says("aud an object", u"aud"_s, QJsonObject{{u"desktop"_s, true}});
        says("azp a number", u"azp"_s, 1);
        says("nonce empty", u"nonce"_s, QString());
        says("nonce an array", u"nonce"_s, QJsonArray{u"a"_s});
        says("at_hash a number", u"at_hash"_s, 1);
    }
    void aClaimOfTheWrongShapeIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void aClaimThatIsAlmostRightIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        appends("iss with a slash", u"iss"_s, u"/"_s);
        appends("iss with a space", u"iss"_s, u" "_s);
        appends("iss with a NUL", u"iss"_s, QString(QChar(0)));
        says("iss in capitals", u"iss"_s, u"HTTP://127.0.0.1"_s);
        says("aud a prefix", u"aud"_s, u"desk"_s);
        says("aud in capitals", u"aud"_s, u"DESKTOP"_s);
        says("iat in the future", u"iat"_s, now() + 600);
        says("nbf in the future", u"nbf"_s, now() + 600);
        add("exp this second and the allowance ago", u"exp: has passed"_s, [](Adversary &f) {
            f.provider.extraClaims = {{u"iat"_s, now() - 60}, {u"exp"_s, now() - 30}};
        });
        says("exp before iat", u"exp"_s, now() - 1);
        says("exp at iat", u"exp"_s, now());
        add("another audience that nobody trusts, with azp", u"aud"_s, [](Adversary &f) {
            f.provider.extraClaims = {{u"aud"_s, QJsonArray{u"desktop"_s, u"api"_s}}, {u"azp"_s, u"desktop"_s}};
        });
        says("azp of another client", u"azp"_s, u"somebody-else"_s);
        says("at_hash of another token", u"at_hash"_s, u"AAAAAAAAAAAAAAAAAAAAAA"_s);
        says("at_hash empty", u"at_hash"_s, QString());
        add("auth_time missing though max_age was sent", u"auth_time:"_s,
            [](Adversary &f) { f.profile.authorizeParameters.insert(u"max_age"_s, u"60"_s); });
        add("auth_time before max_age", u"auth_time:"_s, [](Adversary &f) {
            f.profile.authorizeParameters.insert(u"max_age"_s, u"60"_s);
            f.provider.extraClaims.insert(u"auth_time"_s, now() - 3600);
        });
        add("the ID token of an earlier attempt", u"nonce:"_s, [](Adversary &f) {
            f.provider.signIdToken = [&f](QJsonObject claims) {
                claims[u"nonce"_s] = u"nonce-of-an-earlier-attempt"_s;
                return f.provider.key.token("RS256", claims, f.provider.kid);
            };
        });
    }
    void aClaimThatIsAlmostRightIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void aClockThatIsOffIsNamed_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("claim");
        QTest::newRow("a day ahead") << 86400 << u"exp:"_s;
        QTest::newRow("a day behind") << -86400 << u"iat:"_s;
    }
    void aClockThatIsOffIsNamed()
    {
        QFETCH(int, seconds);
        QFETCH(QString, claim);
        Adversary f;
        const QDateTime right = f.clock.time;
        const qint64 issued = right.toSecsSinceEpoch();
        f.provider.extraClaims = {{u"iat"_s, issued}, {u"exp"_s, issued + 3600}};
        f.clock.time = right.addSecs(seconds);
        f.op.instead = [&](const core::HttpRequest &request) -> std::optional<WireAnswer> {
            if (request.url.path() != "/token"_L1)
                return std::nullopt;
            const auto answer = f.provider.send(request, {}).result();
            const QString date = QLocale::c().toString(right, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
            return WireAnswer{.headers = {{"Date", date.toLatin1()}}, .body = answer->body};
        };
        const auto outcome = f.signIn();
        QCOMPARE(f.faultOf(outcome, core::ErrorCode::SignInRefused, claim, endpoint), QString());
        QVERIFY2(outcome.error().detail.contains("clock"_L1), qPrintable(outcome.error().detail));
        QVERIFY2(outcome.error().detail.contains(QString::number(seconds)), qPrintable(outcome.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestHostileIdToken)
#include "tst_hostileidtoken.moc"
