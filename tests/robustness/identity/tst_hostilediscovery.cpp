// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/robustness/identity/adversary.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

constexpr auto discovery = "/.well-known/openid-configuration"_L1; // and never a page

void add(const char *name, ErrorCode code, const QString &detail, const std::function<void(Adversary &)> &change)
{
    QTest::newRow(name) << Hostility{change, code, detail, discovery};
}

void says(const char *name, ErrorCode code, const QString &member, const QJsonValue &value)
{
    add(name, code, u"discovery: "_s + member, [=](Adversary &f) { f.op.announce(member, value); });
}

void lacks(const char *name, ErrorCode code, const QString &member)
{
    add(name, code, u"discovery: "_s + member, [=](Adversary &f) { f.provider.discovery.remove(member); });
}

void answers(const char *name, ErrorCode code, const QString &detail, const WireAnswer &answer)
{
    add(name, code, detail, [answer](Adversary &f) { f.op.put(discovery, answer); });
}

// Another document in place of the right one.
void becomes(const char *name, const std::function<QByteArray(QByteArray json)> &change)
{
    add(name, ErrorCode::EndpointFailed, u"discovery:"_s, [change](Adversary &f) {
        const QByteArray right = QJsonDocument(f.provider.discovery).toJson(QJsonDocument::Compact);
        f.op.put(discovery, {.body = change(right)});
    });
}

} // namespace

// What the provider says of itself, before anything is shown to anybody.
class TestHostileDiscovery : public QObject
{
    Q_OBJECT

private slots:
    void anotherIssuerIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        const auto issuer = [](const char *name, const std::function<QJsonValue(QString)> &change) {
            add(name, ErrorCode::SignInRefused, u"discovery: issuer"_s,
                [change](Adversary &f) { f.op.announce(u"issuer"_s, change(f.provider.issuer)); });
        };
        issuer("oidcc-client-test-discovery-issuer-mismatch",
               [](const QString &right) { return right + u"INVALID"_s; });
        issuer("a slash more", [](const QString &right) { return right + u'/'; });
        issuer("other letters", [](const QString &right) { return right.toUpper(); });
        issuer("a space more", [](const QString &right) { return right + u' '; });
        issuer("a prefix", [](const QString &right) { return right.chopped(1); });
        issuer("an array", [](const QString &right) { return QJsonArray{right}; });
        issuer("empty", [](const QString &) { return QString(); });
        issuer("a number", [](const QString &) { return 1; });
        lacks("no issuer", ErrorCode::SignInRefused, u"issuer"_s);
    }
    void anotherIssuerIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void anEndpointThatNobodyMaySendToIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        constexpr auto refused = ErrorCode::SignInRefused;
        for (const char *member : {"authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint",
                                   "revocation_endpoint", "end_session_endpoint"}) {
            const QString name = QString::fromLatin1(member);
            says(qPrintable(name + u" in cleartext"_s), refused, name, u"http://op.example/x"_s);
            says(qPrintable(name + u" with a user"_s), refused, name, u"https://user:word@op.example/x"_s);
        }
        says("a file", refused, u"authorization_endpoint"_s, u"file:///etc/passwd"_s);
        says("a script", refused, u"authorization_endpoint"_s, u"javascript:alert(1)"_s);
        says("a page in its own address", refused, u"authorization_endpoint"_s, u"data:text/html,x"_s);
        says("another program", refused, u"authorization_endpoint"_s, u"mailto:a@op.example"_s);
        says("a fragment", refused, u"authorization_endpoint"_s, u"https://op.example/auth#x"_s);
        says("an address that is none", refused, u"token_endpoint"_s, u"https://op.example/a b"_s);
        says("another address that is none", refused, u"jwks_uri"_s, u"https://[op.example]/"_s);
        says("no host", refused, u"token_endpoint"_s, u"https:///token"_s);
        says("a name that begins like the loopback", refused, u"token_endpoint"_s, u"http://127.0.0.1.evil.example/"_s);
        says("a name that ends like the loopback", refused, u"token_endpoint"_s, u"http://evil.localhost.example/"_s);
    }
    void anEndpointThatNobodyMaySendToIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void whatASignInNeedsMustBeThere_data()
    {
        QTest::addColumn<Hostility>("hostility");
        for (const char *member : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
            const QString name = QString::fromLatin1(member);
            lacks(qPrintable(u"no "_s + name), ErrorCode::EndpointFailed, name);
            says(qPrintable(name + u" null"_s), ErrorCode::EndpointFailed, name, QJsonValue::Null);
            says(qPrintable(name + u" a number"_s), ErrorCode::EndpointFailed, name, 443);
        }
        const auto pkce = [](const char *name, const QJsonValue &methods) {
            add(name, ErrorCode::SignInRefused, u"discovery: PKCE"_s,
                [=](Adversary &f) { f.op.announce(u"code_challenge_methods_supported"_s, methods); });
        };
        pkce("PKCE plain only", QJsonArray{u"plain"_s});
        pkce("PKCE with no method", QJsonArray());
        pkce("PKCE s256 in small letters", QJsonArray{u"s256"_s});
        pkce("PKCE null", QJsonValue::Null);
    }
    void whatASignInNeedsMustBeThere()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void whatIsNoSuchDocumentIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        constexpr auto failed = ErrorCode::EndpointFailed;
        const core::HttpHeaders html{{"Content-Type", "text/html"}};
        const core::HttpHeaders away{{"Location", "/elsewhere"}};
        answers("a portal's page with status 200", failed, u"discovery:"_s, {.headers = html, .body = "<html>Welcome"});
        for (const int status : {301, 302, 303, 307, 308}) {
            answers(qPrintable(u"a redirect, %1"_s.arg(status)), failed, u"discovery: status %1"_s.arg(status),
                    {.status = status, .headers = away});
        }
        answers("401", failed, u"discovery: status 401"_s, {.status = 401});
        answers("404", failed, u"discovery: status 404"_s, {.status = 404});
        answers("429", ErrorCode::EndpointBusy, u"discovery: status 429"_s, {.status = 429});
        answers("503 with Retry-After", failed, u"discovery: status 503"_s,
                {.status = 503, .headers = {{"Retry-After", "1"}}});
        answers("nothing", failed, u"discovery:"_s, {});
        answers("204", failed, u"discovery: status 204"_s, {.status = 204});
        answers("two megabytes", ErrorCode::LimitReached, u"answer too large"_s,
                {.body = QByteArray(2 * 1024 * 1024, ' ')});
        becomes("a member twice", [](const QByteArray &json) { return json.chopped(1) + R"(,"issuer":"x"})"; });
        becomes("a member twice, once escaped",
                [](const QByteArray &json) { return json.chopped(1) + R"(,"\u0069ssuer":"x"})"; });
        becomes("an array", [](const QByteArray &json) { return '[' + json + ']'; });
        becomes("half of it", [](const QByteArray &json) { return json.left(json.size() / 2); });
        becomes("a string", [](const QByteArray &) { return QByteArray("\"issuer\""); });
        becomes("another one behind it", [](const QByteArray &json) { return json + json; });
    }
    void whatIsNoSuchDocumentIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void nothingIsRememberedOfARefusedDocument()
    {
        Adversary f;
        const QString right = f.provider.issuer;
        f.op.announce(u"issuer"_s, right + u"INVALID"_s);
        QVERIFY(!f.signIn());
        f.op.announce(u"issuer"_s, right);
        QVERIFY(f.signIn());
        QCOMPARE(f.op.requestsTo(discovery), 2);
    }

    // Discovery is read: random addresses lead to a sign-in, with relative ones counted from the document's own.
    void theEndpointsAreThoseOfTheDocument_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::newRow("oidcc-client-test-discovery-openid-config, -jwks-uri-keys") << u"{origin}/r4nd0m-"_s;
        QTest::newRow("relative, as Oracle's") << u"/r4nd0m-"_s;
    }
    void theEndpointsAreThoseOfTheDocument()
    {
        QFETCH(QString, prefix);
        Adversary f;
        prefix.replace(u"{origin}"_s, f.op.server.origin());
        const QHash<QString, QString> paths{{u"authorization_endpoint"_s, u"auth"_s},
                                            {u"token_endpoint"_s, u"token"_s},
                                            {u"jwks_uri"_s, u"jwks"_s},
                                            {u"userinfo_endpoint"_s, u"me"_s}};
        for (auto it = paths.constBegin(); it != paths.constEnd(); ++it)
            f.op.announce(it.key(), prefix + it.value());
        f.op.rename = [](const QString &path) { return QString(path).replace("/r4nd0m-"_L1, "/"_L1); };
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(f.op.server.asked(),
                 (QStringList{discovery, u"/r4nd0m-auth"_s, u"/r4nd0m-token"_s, u"/r4nd0m-jwks"_s, u"/r4nd0m-me"_s}));
    }

    // As Google's, Microsoft's and Amazon's are.
    void endpointsOfAnotherHostAreGood()
    {
        Adversary f;
        WireServer other([&f](const core::HttpRequest &request) {
            const auto answer = f.provider.send(request, {}).result();
            return WireAnswer{.status = answer->status, .headers = answer->headers, .body = answer->body};
        });
        for (const auto &[member, path] : {std::pair("token_endpoint", "/token"), std::pair("jwks_uri", "/jwks")})
            f.op.announce(QString::fromLatin1(member), other.origin() + QString::fromLatin1(path));
        QVERIFY(f.signIn());
        QCOMPARE(other.asked(), (QStringList{u"/token"_s, u"/jwks"_s}));
    }
};

QTEST_GUILESS_MAIN(TestHostileDiscovery)
#include "tst_hostilediscovery.moc"
