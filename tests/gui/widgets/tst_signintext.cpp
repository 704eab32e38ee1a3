// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/idtoken.h"
#include "core/identity/redirectlistener.h"
#include "core/identity/silentendpoint.h"
#include "ui/text/errortext.h"
#include "ui/text/signintext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

class TestSignInText : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeOfAProviderHasItsSentence_data()
    {
        QTest::addColumn<QString>("detail");
        for (const char *code :
             {"access_denied", "login_required", "interaction_required", "account_selection_required",
              "consent_required", "unauthorized_client", "invalid_client", "invalid_scope", "invalid_target",
              "invalid_request", "unsupported_response_type", "server_error", "temporarily_unavailable",
              "invalid_grant", "expired_token"})
            QTest::newRow(code) << QString::fromLatin1(code) + u": some words of the provider"_s;
        QTest::newRow("issuer") << u"discovery: issuer is not the profile's"_s;
        QTest::newRow("pkce") << u"discovery: PKCE with S256 is not supported"_s;
        QTest::newRow("state") << u"state: is not the one sent"_s;
        QTest::newRow("organization") << u"org_id: is not the organization asked for"_s;
        QTest::newRow("a code in an address") << QString(core::codeInAddress);
        QTest::newRow("no organization") << u"org_id: missing, an organization is required"_s;
        QTest::newRow("another user") << u"userinfo sub: is another user"_s;
    }

    void everyCodeOfAProviderHasItsSentence()
    {
        QFETCH(QString, detail);
        const core::Error error{ErrorCode::SignInRefused, detail};
        const QString text = ui::signInErrorText(error);
        QVERIFY(text.size() > 40);
        QVERIFY(text != ui::errorText(error)); // more than "refused"
        QVERIFY(!text.contains(u"some words"_s)); // a stranger's words are not ours
    }

    void aWrongClockIsToldWithItsError()
    {
        const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
        const auto said = [&now](const char *date) {
            return ui::signInErrorText({ErrorCode::SignInRefused, u"exp: has passed"_s + core::clockNote(date, now)});
        };
        QVERIFY(said("Sun, 01 Mar 2026 11:54:30 GMT").contains(u"6 min ahead"_s));
        QVERIFY(said("Sun, 01 Mar 2026 15:10:00 GMT").contains(u"3 h behind"_s));
        QVERIFY(said("Fri, 27 Feb 2026 12:00:00 GMT").contains(u"48 h ahead"_s));
        QVERIFY(said("Fri, 27 Feb 2026 11:00:00 GMT").contains(u"2 days ahead"_s));
        QVERIFY(said("Tue, 31 Mar 2026 12:00:00 GMT").contains(u"30 days behind"_s));
        QVERIFY(said("Sun, 01 Mar 2026 11:59:30 GMT").contains(u"Check the date and time"_s)); // no more than a delay
        QVERIFY(said("nonsense").contains(u"Check the date and time"_s));
        QVERIFY(ui::errorText({ErrorCode::SignInRefused, u"iat: lies in the future"_s}).contains(u"clock"_s));
    }

    void keysThatAreNotPublicAreSaid()
    {
        for (const QString &status : {u"401"_s, u"403"_s}) {
            const QString text = ui::signInErrorText({ErrorCode::EndpointFailed, u"jwks_uri: status "_s + status});
            QVERIFY2(text.contains(status) && text.contains("signing keys"_L1) && text.contains("administrator"_L1),
                     qPrintable(text));
        }
        const core::Error another{ErrorCode::EndpointFailed, u"jwks_uri: status 500"_s};
        QVERIFY(!ui::signInErrorText(another).contains("signing keys"_L1));
    }

    // The code was sent to it: "nothing was sent" would be no comfort, and wrong.
    void aTokenEndpointsNonsenseIsItsOwn()
    {
        const QString text =
            ui::signInErrorText({ErrorCode::EndpointFailed, u"token_endpoint: expires_in is not a number"_s});
        QVERIFY2(text.contains("token endpoint"_L1) && text.contains("Nothing was kept"_L1), qPrintable(text));
        QVERIFY(!text.contains("sent"_L1));
        const QString discovery = ui::signInErrorText({ErrorCode::EndpointFailed, u"discovery: status 404"_s});
        QVERIFY(!discovery.contains("token endpoint"_L1));
    }

    void whoDidNotAnswerIsNamedWithWhatToDo_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("words");
        QTest::newRow("configuration") << u"discovery"_s << u"configuration"_s;
        QTest::newRow("keys") << u"jwks_uri"_s << u"keys"_s;
        QTest::newRow("token endpoint") << u"token_endpoint"_s << u"token endpoint"_s;
        QTest::newRow("another") << u"introspection_endpoint"_s << u"(introspection_endpoint)"_s;
    }

    void whoDidNotAnswerIsNamedWithWhatToDo()
    {
        QFETCH(QString, endpoint);
        QFETCH(QString, words);
        const QString text = ui::signInErrorText(core::silenceOf({endpoint, u"sso.acme.example"_s}));
        for (const QString &part : {words, u"sso.acme.example"_s, u"administrator"_s})
            QVERIFY2(text.contains(part), qPrintable(text));
        QVERIFY(!text.contains("page"_L1));
    }

    void aPageThatNobodyFinishedIsSaid()
    {
        const QString text = ui::signInErrorText(core::pageSilence());
        QVERIFY2(text.contains("sign-in page"_L1) && text.contains("Sign in again"_L1), qPrintable(text));
    }

    void portsThatAreTakenAreNamed()
    {
        const QString text = ui::signInErrorText(core::noPortError({u"51089 (backup)"_s, u"51090"_s}));
        for (const auto &part : {"51089 (backup)"_L1, "51090"_L1, "redirect.ports"_L1})
            QVERIFY2(text.contains(part), qPrintable(text));
        const QString none = ui::signInErrorText(core::noPortError({}));
        QVERIFY2(none.contains("127.0.0.1"_L1) && !none.contains("redirect.ports"_L1), qPrintable(none));
    }

    void audiencesThatTheProfileShouldListAreNamed()
    {
        const core::Error error{ErrorCode::SignInRefused, QString(core::untrustedAudience) + u" https://api.example"_s};
        const QString text = ui::signInErrorText(error);
        QVERIFY2(text.contains("(https://api.example)"_L1) && text.contains("trusted_audiences"_L1), qPrintable(text));
    }

    void anUnknownCodeStillHasASentence()
    {
        const core::Error error{ErrorCode::SignInRefused, u"made_up_code: x"_s};
        QCOMPARE(ui::signInErrorText(error), ui::errorText(error));
    }

    void theDetailHoldsNoSecret_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"state: is not the one sent"_s << u"state: is not the one sent"_s;
        QTest::newRow("address") << u"HTTP 404 from https://sso.acme.example/.well-known/openid-configuration"_s
                                 << u"HTTP 404 from https://sso.acme.example/.well-known/openid-configuration"_s;
        QTest::newRow("query") << u"https://a.example/cb?code=abc&state=x failed"_s
                               << u"https://a.example/cb?… failed"_s;
        QTest::newRow("token") << u"bad token eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJhbGljZSIsImF1ZCI6IngifQ.s"_s
                               << u"bad token ….….s"_s;
        QTest::newRow("support number") << u"AADSTS90009 Trace ID: 0f8fad5b-d9cb-469f-a165-70867728950e"_s
                                        << u"AADSTS90009 Trace ID: 0f8fad5b-d9cb-469f-a165-70867728950e"_s;
    }

    void theDetailHoldsNoSecret()
    {
        QFETCH(QString, detail);
        QTEST(ui::technicalText({ErrorCode::SignInRefused, detail}), "shown");
    }
};

QTEST_MAIN(TestSignInText)
#include "tst_signintext.moc"
