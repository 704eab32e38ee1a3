// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/endpointcall.h"
#include "tests/support/fakehttp.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// Tokens that are bound to a key, of a server that wants its nonce in each proof.
class BoundTokens final : public core::TokenSource
{
public:
    core::Async<core::Secret> accessToken(std::stop_token) override
    {
        return core::ready<core::Secret>(core::Secret("token"));
    }
    void rejected(const core::Secret &) override { ++rejections; }
    std::optional<core::HttpHeaders> proof(const core::Secret &token, const QByteArray &method,
                                           const QUrl &url) override
    {
        if (isBroken)
            return core::HttpHeaders();
        return core::HttpHeaders{{"Authorization", "DPoP " + token.reveal()},
                                 {"DPoP", method + ' ' + url.path().toLatin1() + ' ' + nonce}};
    }
    bool learn(const QUrl &, const core::HttpResponse &response) override
    {
        const QByteArray fresh = response.header("DPoP-Nonce");
        if (!fresh.isEmpty())
            nonce = fresh;
        return !fresh.isEmpty() && response.status == 401;
    }

    QByteArray nonce;
    int rejections = 0;
    bool isBroken = false;
};

} // namespace

class TestEndpointCall : public QObject
{
    Q_OBJECT

    static int statusOf(FakeHttp &http, core::TokenSource &tokens)
    {
        QObject parent;
        core::HttpRequest request{.method = "POST", .url = QUrl(u"https://api.example/read"_s)};
        const auto answer = core::EndpointCall::send(http, &tokens, request, {}, {}, &parent);
        return QTest::qWaitFor([&] { return answer.isFinished(); }) && answer.result() ? answer.result()->status : 0;
    }

private slots:
    void aBearersTokenGoesInItsHeader()
    {
        FakeHttp http;
        FakeTokens tokens;
        http.answer(200, {});
        QCOMPARE(statusOf(http, tokens), 200);
        QCOMPARE(FakeHttp::header(http.requests.front(), "Authorization"), QByteArray("Bearer token-1"));
        QCOMPARE(FakeHttp::header(http.requests.front(), "DPoP"), QByteArray());
    }

    void aBoundTokenGoesWithAProof()
    {
        FakeHttp http;
        BoundTokens tokens;
        http.answer(200, {});
        QCOMPARE(statusOf(http, tokens), 200);
        QCOMPARE(http.requests.front().headers.size(), 2U);
        QCOMPARE(FakeHttp::header(http.requests.front(), "Authorization"), QByteArray("DPoP token"));
        QCOMPARE(FakeHttp::header(http.requests.front(), "DPoP"), QByteArray("POST /read "));
    }

    void aServersNonceCostsNoToken()
    {
        FakeHttp http;
        BoundTokens tokens;
        http.answer(401, {}, {{"DPoP-Nonce", "n-1"}});
        http.answer(200, {});
        QCOMPARE(statusOf(http, tokens), 200);
        QCOMPARE(tokens.rejections, 0);
        QCOMPARE(http.requests.size(), 2U);
        QCOMPARE(FakeHttp::header(http.requests.back(), "DPoP"), QByteArray("POST /read n-1"));
    }

    void aServerThatIsNeverContentIsLeft()
    {
        FakeHttp http;
        BoundTokens tokens;
        for (int i = 0; i < 9; ++i)
            http.answer(401, {}, {{"DPoP-Nonce", "n-" + QByteArray::number(i)}});
        QCOMPARE(statusOf(http, tokens), 401);
        QCOMPARE(tokens.rejections, 1);
        QCOMPARE(http.requests.size(), 3U); // with its nonce, and with another token
    }

    void aServerWithoutProofIsAskedOnce()
    {
        FakeHttp http;
        FakeTokens tokens;
        http.answers.push_back(tl::make_unexpected(core::untrustedError(u"api.example"_s, u"self-signed"_s)));
        http.answer(200, {});
        QCOMPARE(statusOf(http, tokens), 0); // its certificate is the same in a second
        QCOMPARE(http.requests.size(), 1U);
    }

    void withoutAProofTheTokenIsNotShown()
    {
        FakeHttp http;
        BoundTokens tokens;
        tokens.isBroken = true;
        http.answer(400, {});
        QCOMPARE(statusOf(http, tokens), 400);
        QVERIFY(http.requests.front().headers.empty());
    }
};

QTEST_GUILESS_MAIN(TestEndpointCall)
#include "tst_endpointcall.moc"
