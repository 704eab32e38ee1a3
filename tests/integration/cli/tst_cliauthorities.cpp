// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirunner.h"
#include "tests/support/mutualtls.h"
#include "tests/support/wireserver.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

// An extraction endpoint whose certificate comes from an authority of the organization's own (`extra_ca`).
class TestCliAuthorities : public QObject
{
    Q_OBJECT

    CliRunner m_cli;
    MutualTls m_world;
    WireServer m_endpoint{[](const core::HttpRequest &) { return WireAnswer{.status = 400, .body = "{}"}; },
                          m_world.server(MutualTls::Asks::Invites)};

    CliRunner::Outcome extract(QJsonObject connection)
    {
        connection.insert(u"format"_s, u"lectern.connection/1"_s);
        connection.insert(u"id"_s, u"acme"_s);
        connection.insert(u"kind"_s, u"gemini"_s);
        connection.insert(u"model"_s, u"m"_s);
        connection.insert(u"base_url"_s, m_endpoint.origin());
        connection.insert(u"auth"_s, QJsonObject{{u"kind"_s, u"none"_s}});
        const QString folder = m_cli.path(u"CONFIG/lectern/connections.d"_s);
        [&] { QVERIFY(QDir().mkpath(folder)); }();
        QFile::copy(m_world.authorityFile, folder + "/ca.pem"_L1);
        m_cli.write(u"CONFIG/lectern/connections.d/acme.json"_s, QJsonDocument(connection).toJson());
        const QString document = m_cli.draw(u"invoice.pdf"_s, {u"Invoice number 4711"_s});
        return m_cli.run({u"extract"_s, document, u"--schema"_s, u"invoice"_s, u"--engine"_s, u"acme"_s});
    }

private slots:
    void theConnectionsAuthorityCounts()
    {
        const auto before = m_endpoint.asked().size();
        const auto outcome = extract({{u"extra_ca"_s, u"ca.pem"_s}});
        QVERIFY2(m_endpoint.asked().size() > before, outcome.messages);
        QVERIFY(!outcome.messages.contains("not trusted"));
    }

    void withoutItNothingIsSentAndItIsSaidWhatToDo()
    {
        const auto before = m_endpoint.asked().size();
        const auto outcome = extract({});
        QCOMPARE(m_endpoint.asked().size(), before);
        QCOMPARE(outcome.code, 5);
        QVERIFY2(outcome.messages.contains("The certificate of 127.0.0.1 is not trusted")
                     && outcome.messages.contains("extra_ca"),
                 outcome.messages);
    }

    void aFileThatIsNotThereIsNamed()
    {
        const auto before = m_endpoint.asked().size();
        const auto outcome = extract({{u"extra_ca"_s, u"gone.pem"_s}});
        QCOMPARE(m_endpoint.asked().size(), before);
        QVERIFY2(outcome.messages.contains("connections.d/gone.pem"), outcome.messages);
    }
};

QTEST_MAIN(TestCliAuthorities)
#include "tst_cliauthorities.moc"
