// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/form.h"
#include "core/identity/session.h"
#include "tests/integration/identity/program.h"
#include "tests/support/cuttingproxy.h"
#include "tests/support/sandbox.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using core::ErrorCode;
using State = core::Accounts::State;
using Cut = CuttingProxy::Cut;

namespace {

constexpr int rounds = 1000;
constexpr std::array cuts{Cut::Before, Cut::After, Cut::Within};

} // namespace

// The real provider behind a network that breaks, and refresh tokens that are used twice.
class TestCutAnswers : public QObject
{
    Q_OBJECT

    Sandbox m_lenient; // a used refresh token is good for 30 s more
    Sandbox m_strict; // it ends the session
    QTemporaryDir m_folder;
    FakeSecretStore m_keychain;
    core::SystemClock m_clock;

    std::unique_ptr<Program> start(const Sandbox &sandbox, const CuttingProxy *proxy = nullptr)
    {
        auto profile = *core::readProfile(sandbox.profileFile());
        if (proxy)
            profile.endpoints.insert(u"token_endpoint"_s, proxy->url(u"/token"_s).toString());
        auto program = std::make_unique<Program>(profile, m_folder.filePath(u"settings.ini"_s), m_keychain, m_clock);
        program->accounts.setRefreshPatience({0ms, 0ms}, 1s);
        return program;
    }

    // As after an answer of an endpoint that no longer takes the token.
    static core::Result<core::Secret> anotherToken(Program &program, const core::Secret &rejected)
    {
        program.accounts.tokens().rejected(rejected);
        return program.token();
    }

    core::Secret kept() const
    {
        const auto entry =
            core::decodeSession(m_keychain.entries.isEmpty() ? core::Secret() : *m_keychain.entries.begin());
        return entry ? entry->refreshToken : core::Secret();
    }

    // Somebody else shows a refresh token; the status of the answer.
    static int spend(const Sandbox &sandbox, const core::Secret &refreshToken)
    {
        core::NetworkHttpTransport http;
        core::HttpRequest request{.method = "POST", .url = sandbox.issuer().resolved(QUrl(u"/token"_s))};
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = core::encodeForm({{u"grant_type"_s, u"refresh_token"_s},
                                         {u"client_id"_s, u"lectern-desktop"_s},
                                         {u"refresh_token"_s, QString::fromUtf8(refreshToken.reveal())}});
        const auto response = IdentityFixture::answerOf(http.send(request, {}));
        return response ? response->status : 0;
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(m_lenient.start({u"--grace"_s, u"30"_s}), qPrintable(m_lenient.problem()));
        QVERIFY2(m_strict.start(), qPrintable(m_strict.problem()));
    }

    void init()
    {
        m_keychain.entries.clear();
        QFile::remove(m_folder.filePath(u"settings.ini"_s));
    }

    void aThousandCutRefreshesForceNobodyToSignIn()
    {
        CuttingProxy proxy(m_lenient.issuer());
        const auto program = start(m_lenient, &proxy);
        QVERIFY(program->signIn());
        auto token = program->token();
        QVERIFY(token);
        const qsizetype pages = program->browser.visited.size();
        QSignalSpy expired(&program->accounts, &core::Accounts::expired);

        int left = 0; // requests to be cut
        std::size_t kind = 0;
        proxy.next = [&] { return left-- > 0 ? cuts.at(kind++ % cuts.size()) : Cut::Nowhere; };
        int failed = 0;
        for (int round = 0; round < rounds; ++round) {
            // Every tenth is cut as often as it is sent: whoever asks next sends the same token again.
            left = round % 10 == 0 ? 3 : 1 + round % 2;
            auto next = anotherToken(*program, *token);
            if (!next) {
                QCOMPARE(next.error().code, ErrorCode::Network);
                ++failed;
                next = program->token();
            }
            QVERIFY2(next, qPrintable(u"round %1: %2"_s.arg(round).arg(next ? QString() : next.error().detail)));
            QVERIFY(*next != *token);
            token = next;
        }
        QCOMPARE(failed, rounds / 10);
        QVERIFY(expired.isEmpty());
        QCOMPARE(program->accounts.state(), State::SignedIn);
        QCOMPARE(program->browser.visited.size(), pages); // no page was asked for
        qInfo("%d refreshes, %d requests, %d of them reached the provider", rounds, proxy.requests(), proxy.passedOn());
        QCOMPARE(proxy.passedOn(), m_lenient.askedFor(u"refresh_token"_s) + 1); // and one was the sign-in's

        // What was kept is good.
        const auto next = start(m_lenient);
        next->accounts.restore();
        QVERIFY(next->token());
    }

    void aThousandRefreshesOfAStrictProviderWithACutAmongThemAskOnce()
    {
        constexpr int good = 30;
        CuttingProxy proxy(m_strict.issuer());
        const auto program = start(m_strict, &proxy);
        QVERIFY(program->signIn());
        auto token = program->token();
        QVERIFY(token);
        QSignalSpy expired(&program->accounts, &core::Accounts::expired);
        for (int round = 0; round < good; ++round) {
            token = anotherToken(*program, *token);
            QVERIFY(token);
        }
        int left = 1;
        proxy.next = [&] { return left-- > 0 ? Cut::After : Cut::Nowhere; };
        const auto lost = anotherToken(*program, *token);
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, ErrorCode::SignInNeeded);
        QCOMPARE(expired.size(), 1);
        const int requests = proxy.requests();
        for (int round = good + 1; round < rounds; ++round)
            QCOMPARE(program->token().error().code, ErrorCode::SignInNeeded);
        QCOMPARE(expired.size(), 1); // one clear question
        QCOMPARE(proxy.requests(), requests); // and the provider is left alone
        QVERIFY(m_keychain.entries.isEmpty());
        QCOMPARE(program->accounts.known().size(), 1U);

        QVERIFY(program->signIn()); // the question is answered
        QVERIFY(program->token());
        QCOMPARE(expired.size(), 1);
    }

    void aRequestThatNeverArrivedIsNoQuestionForAStrictProviderEither()
    {
        CuttingProxy proxy(m_strict.issuer());
        const auto program = start(m_strict, &proxy);
        QVERIFY(program->signIn());
        const auto token = program->token();
        QSignalSpy expired(&program->accounts, &core::Accounts::expired);
        int left = 2;
        proxy.next = [&] { return left-- > 0 ? Cut::Before : Cut::Nowhere; };
        QVERIFY(anotherToken(*program, *token));
        QVERIFY(expired.isEmpty());
    }

    // RFC 9700, 4.14.2: somebody has shown a token that was used before. The provider cannot tell who of the two is the
    // thief, ends the session, and the user is asked once.
    void aStolenTokenThatIsUsedEndsTheSessionWithOneQuestion()
    {
        const auto program = start(m_strict);
        QVERIFY(program->signIn());
        const core::Secret stolen = kept();
        QVERIFY(!stolen.isEmpty());
        const auto token = anotherToken(*program, *program->token());
        QVERIFY(token && kept() != stolen);
        QSignalSpy expired(&program->accounts, &core::Accounts::expired);

        QCOMPARE(spend(m_strict, stolen), 400);
        const core::Secret newest = kept();
        const auto after = anotherToken(*program, *token);
        QVERIFY(!after);
        QCOMPARE(after.error().code, ErrorCode::SignInNeeded);
        QCOMPARE(program->token().error().code, ErrorCode::SignInNeeded);
        QCOMPARE(expired.size(), 1);
        QCOMPARE(program->accounts.state(), State::SignedOut);
        QVERIFY(m_keychain.entries.isEmpty());
        QCOMPARE(spend(m_strict, newest), 400); // the whole family is gone
    }

    // The keychain of a backup: this program is the one with the old token.
    void anOldKeychainEndsTheSessionWithOneQuestionForEachProgram()
    {
        const auto first = start(m_strict);
        QVERIFY(first->signIn());
        const auto backup = m_keychain.entries;
        const auto token = anotherToken(*first, *first->token());
        QVERIFY(token);
        m_keychain.entries = backup;

        const auto second = start(m_strict);
        QSignalSpy asked(&second->accounts, &core::Accounts::expired);
        second->accounts.restore();
        QCOMPARE(second->token().error().code, ErrorCode::SignInNeeded);
        QCOMPARE(asked.size(), 1);
        QVERIFY(m_keychain.entries.isEmpty());

        QSignalSpy expired(&first->accounts, &core::Accounts::expired);
        QCOMPARE(anotherToken(*first, *token).error().code, ErrorCode::SignInNeeded);
        QCOMPARE(expired.size(), 1);
        QCOMPARE(asked.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCutAnswers)
#include "tst_cutanswers.moc"
