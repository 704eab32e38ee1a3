// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/identity/keyring.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

// What the doctor says of a real keyring, in the states that it can be in.
class TestCliDoctor : public QObject
{
    Q_OBJECT

    Keyring m_keyring;

    static QJsonObject keychain()
    {
        QProcess process;
        process.start(QStringLiteral(LECTERN_CLI), {u"doctor"_s, u"--json"_s});
        if (!process.waitForFinished(60'000))
            process.kill();
        const QJsonObject said = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        for (const auto &check : said.value("checks"_L1).toArray()) {
            if (check.toObject().value("name"_L1) == "keychain"_L1)
                return check.toObject();
        }
        return {};
    }

    // What secret-tool and others would find.
    static QByteArray entries()
    {
        QProcess send;
        send.start(u"dbus-send"_s,
                   {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                    u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.SearchItems"_s,
                    u"dict:string:string:"_s});
        send.waitForFinished(5'000);
        return send.readAllStandardOutput();
    }

private slots:
    void initTestCase()
    {
        if (!Keyring::isInstalled())
            QSKIP("gnome-keyring-daemon or a session bus is missing");
        m_keyring.start();
    }

    void anOpenKeyringHasBeenTried()
    {
        const QJsonObject said = keychain();
        const QString detail = said.value("detail"_L1).toString();
        QVERIFY2(said.value("works"_L1).toBool(), qPrintable(detail));
        QVERIFY2(detail.contains("just now"_L1) && detail.contains("restart can't be seen"_L1), qPrintable(detail));
        QVERIFY2(!entries().contains("object path"), entries()); // and nothing of it is left
        QProcess set;
        set.start(QStringLiteral(LECTERN_CLI), {u"secret"_s, u"set"_s, u"another"_s});
        set.write("s3cret\n");
        set.closeWriteChannel();
        QVERIFY(set.waitForFinished() && set.exitCode() == 0);
        QVERIFY2(entries().contains("object path"), entries()); // it would have been seen
    }

    // It answers "no such entry" to whoever asks for one, and that was taken for a keyring that works.
    void aLockedKeyringKeepsNothing()
    {
        QProcess lock;
        lock.start(u"dbus-send"_s,
                   {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                    u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                    u"array:objpath:/org/freedesktop/secrets/aliases/default"_s});
        QVERIFY(lock.waitForFinished(5'000) && lock.exitCode() == 0);
        const QJsonObject said = keychain();
        const QString detail = said.value("detail"_L1).toString();
        QVERIFY2(!said.value("works"_L1).toBool(true), qPrintable(detail));
        QVERIFY2(detail.startsWith("keeps nothing: "_L1), qPrintable(detail));
    }

    void aKeyringThatDoesNotAnswerIsNotWaitedForForEver()
    {
        m_keyring.freeze();
        const QJsonObject said = keychain();
        m_keyring.thaw();
        QVERIFY(!said.value("works"_L1).toBool(true));
        QCOMPARE(said.value("detail"_L1).toString(), u"keeps nothing: the keychain does not answer"_s);
    }
};

QTEST_GUILESS_MAIN(TestCliDoctor)
#include "tst_clidoctor.moc"
