// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/identityfixture.h"

#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray everythingSaid;

void listen(QtMsgType, const QMessageLogContext &, const QString &message)
{
    everythingSaid += message.toUtf8() + '\n';
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
};

QTEST_GUILESS_MAIN(TestNothingIsLogged)
#include "tst_nothingislogged.moc"
