// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/form.h"
#include "core/identity/introspection.h"
#include "tests/support/identityfixture.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

class TestIntrospection : public QObject
{
    Q_OBJECT

    static core::Result<QJsonObject> parse(const QJsonObject &claims, int status = 200)
    {
        return core::parseIntrospection({status, {}, QJsonDocument(claims).toJson()},
                                        {u"https://op.example"_s, u"desktop"_s, u"user-1"_s});
    }

    // Roles are read from the scopes that introspection names.
    static void askFor(IdentityFixture &f)
    {
        f.profile.introspect = true;
        f.profile.roles.claims = {u"scope"_s, u"groups"_s};
        f.profile.roles.map = {{u"documents.review"_s, u"reviewer"_s}, {u"admins"_s, u"administrator"_s}};
        f.provider.introspection = {{u"active"_s, true},
                                    {u"scope"_s, u"openid documents.review"_s},
                                    {u"groups"_s, QJsonArray{u"admins"_s}},
                                    {u"sub"_s, u"user-1"_s},
                                    {u"client_id"_s, u"desktop"_s},
                                    {u"iss"_s, u"https://op.example"_s}};
    }

private slots:
    void onlyActiveIsDemanded()
    {
        QVERIFY(parse({{u"active"_s, true}}));
        QCOMPARE(parse({{u"active"_s, true}, {u"x"_s, 1}})->value(u"x"_s).toInt(), 1);
    }

    void everyDoubtIsAnError_data()
    {
        QTest::addColumn<QJsonObject>("claims");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QJsonObject &claims, ErrorCode code, int status = 200) {
            QTest::newRow(name) << claims << status << static_cast<int>(code);
        };
        const auto active = [](const QString &member, const QJsonValue &value) {
            return QJsonObject{{u"active"_s, true}, {member, value}};
        };
        row("not active", {{u"active"_s, false}, {u"sub"_s, u"user-1"_s}}, ErrorCode::SignInRefused);
        row("active as text", {{u"active"_s, u"true"_s}}, ErrorCode::EndpointFailed);
        row("no active", {}, ErrorCode::EndpointFailed);
        row("another user", active(u"sub"_s, u"user-11"_s), ErrorCode::SignInRefused);
        row("sub as a number", active(u"sub"_s, 1), ErrorCode::SignInRefused);
        row("another client", active(u"client_id"_s, u"desktop1"_s), ErrorCode::SignInRefused);
        row("another issuer", active(u"iss"_s, u"https://op.example/"_s), ErrorCode::SignInRefused);
        row("not allowed", active(u"x"_s, 1), ErrorCode::EndpointFailed, 401);
        row("too often", active(u"x"_s, 1), ErrorCode::EndpointBusy, 429);
    }

    void everyDoubtIsAnError()
    {
        QFETCH(QJsonObject, claims);
        QFETCH(int, status);
        QFETCH(int, code);
        const auto parsed = parse(claims, status);
        QVERIFY(!parsed);
        QCOMPARE(static_cast<int>(parsed.error().code), code);
        QVERIFY(parsed.error().detail.startsWith("introspection: "_L1));
    }

    void aPageIsNoResponse()
    {
        const auto parsed = core::parseIntrospection({200, {}, "<html>"}, {});
        QCOMPARE(parsed.error().code, ErrorCode::EndpointFailed);
    }

    void rolesAndScopesComeFromIt()
    {
        IdentityFixture f;
        askFor(f);
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(account->roles, (QStringList{u"administrator"_s, u"reviewer"_s}));
        QCOMPARE(account->scopes, (QStringList{u"openid"_s, u"documents.review"_s}));
        const auto request = std::find_if(f.provider.requests.begin(), f.provider.requests.end(),
                                          [](const auto &one) { return one.url.path() == "/introspect"_L1; });
        QVERIFY(request != f.provider.requests.end());
        const auto fields = core::decodeForm(request->body)->fields;
        QVERIFY(fields.value(u"token"_s).startsWith("access-PLANTED"_L1));
        QCOMPARE(fields.value(u"token_type_hint"_s), u"access_token"_s);
        QCOMPARE(fields.value(u"client_id"_s), u"desktop"_s);
        QVERIFY(!request->url.hasQuery());
    }

    void itIsNotAskedUnlessTheProfileSaysSo()
    {
        IdentityFixture f;
        askFor(f);
        f.profile.introspect = false;
        const auto account = f.signIn();
        QVERIFY(account);
        QVERIFY(account->roles.isEmpty());
        QCOMPARE(f.provider.requestsTo(u"/introspect"_s), 0);
    }

    void rolesCanBeTheTokenResponsesScopes()
    {
        IdentityFixture f;
        askFor(f);
        f.profile.introspect = false;
        f.provider.extraTokenMembers.insert(u"scope"_s, u"openid documents.review"_s);
        QCOMPARE(f.signIn()->roles, QStringList{u"reviewer"_s});
    }

    void whatItRefusesIsNotSignedIn()
    {
        IdentityFixture f;
        askFor(f);
        f.provider.introspection = {{u"active"_s, false}};
        const auto account = f.signIn();
        QCOMPARE(account.error().code, ErrorCode::SignInRefused);
        QVERIFY(f.secrets.entries.isEmpty());
        QVERIFY(f.settings.values.isEmpty());
    }

    void withoutItsAnswerNoRoleIsGuessed()
    {
        IdentityFixture f;
        askFor(f);
        f.provider.discovery.remove(u"introspection_endpoint"_s);
        QCOMPARE(f.signIn().error().code, ErrorCode::EndpointFailed);
        QVERIFY(f.secrets.entries.isEmpty());
    }

    void refreshingAsksAgain()
    {
        IdentityFixture f;
        askFor(f);
        QVERIFY(f.signIn());
        f.clock.time = f.clock.time.addSecs(590);
        f.provider.introspection.insert(u"scope"_s, u"openid"_s);
        f.provider.introspection.insert(u"groups"_s, QJsonArray());
        QVERIFY(f.token());
        QVERIFY(f.accounts->current()->roles.isEmpty());
        QCOMPARE(f.accounts->current()->scopes, QStringList{u"openid"_s});
    }

    void aRefreshWithoutItsAnswerKeepsTheRoles()
    {
        IdentityFixture f;
        askFor(f);
        QVERIFY(f.signIn());
        f.clock.time = f.clock.time.addSecs(590);
        f.provider.instead = [](const core::HttpRequest &request) -> std::optional<core::Result<core::HttpResponse>> {
            if (request.url.path() != "/introspect"_L1)
                return std::nullopt;
            return core::HttpResponse{503, {}, {}};
        };
        QVERIFY(f.token());
        QCOMPARE(f.accounts->current()->roles, (QStringList{u"administrator"_s, u"reviewer"_s}));
    }

    void aRefreshedTokenThatIsNotActiveIsNotHandedOut()
    {
        IdentityFixture f;
        askFor(f);
        QVERIFY(f.signIn());
        f.clock.time = f.clock.time.addSecs(590);
        f.provider.introspection = {{u"active"_s, false}};
        QCOMPARE(f.token().error().code, ErrorCode::SignInRefused);
    }
};

QTEST_GUILESS_MAIN(TestIntrospection)
#include "tst_introspection.moc"
