// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/connection.h"
#include "core/engines/cost.h"
#include "core/engines/makeengine.h"
#include "tests/support/fakehttp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject good()
{
    return {{u"format"_s, u"lectern.connection/1"_s},
            {u"id"_s, u"acme-gemini"_s},
            {u"kind"_s, u"gemini"_s},
            {u"base_url"_s, u"https://generativelanguage.googleapis.com"_s},
            {u"model"_s, u"gemini-3.8-flash"_s},
            {u"auth"_s, QJsonObject{{u"kind"_s, u"account"_s}}}};
}

core::Result<core::Connection> parse(const QJsonObject &json)
{
    return core::parseConnection(QJsonDocument(json).toJson());
}

} // namespace

class ConnectionFiles : public QObject
{
    Q_OBJECT

private slots:
    void aConnectionIsRead();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void brokenFilesAreRefused_data();
    void brokenFilesAreRefused();
    void aSecretInTheFileIsRefused_data();
    void aSecretInTheFileIsRefused();
    void wordsOfTheFileAreNoCommandsForATerminal();
    void clearTextIsForLoopbackOnly();
    void costIsExact_data();
    void costIsExact();
    void withoutPricesNothingIsClaimed();
    void aKindThatCannotBeSpokenToIsSaid();
};

void ConnectionFiles::aConnectionIsRead()
{
    QJsonObject json = good();
    json[u"limits"] = QJsonObject{{u"max_pages"_s, 10}};
    const auto connection = parse(json);
    QVERIFY(connection);
    QCOMPARE(connection->id, u"acme-gemini"_s);
    QCOMPARE(connection->name, u"acme-gemini"_s); // for want of one
    QCOMPARE(connection->limits[u"max_pages"].toInt(), 10);
    QVERIFY(connection->certificate.isEmpty());
    json[u"client_certificate"] = u"client.p12"_s;
    QCOMPARE(parse(json)->certificate,
             (core::CertificateFiles{u"client.p12"_s, {}, u"connection/acme-gemini/certificate"_s}));
    json[u"extra_ca"] = u"ca.pem"_s;
    QCOMPARE(parse(json)->extraCa, u"ca.pem"_s);
}

void ConnectionFiles::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("format") << u"format"_s << QJsonValue(u"lectern.connection/2"_s);
    QTest::newRow("id") << u"id"_s << QJsonValue(u"../evil"_s);
    QTest::newRow("reserved id") << u"id"_s << QJsonValue(u"local"_s);
    QTest::newRow("kind") << u"kind"_s << QJsonValue(u"carrier-pigeon"_s);
    QTest::newRow("relative address") << u"base_url"_s << QJsonValue(u"/v1"_s);
    QTest::newRow("other protocol") << u"base_url"_s << QJsonValue(u"ftp://example.com"_s);
    QTest::newRow("password in the address") << u"base_url"_s << QJsonValue(u"https://me:secret@example.com"_s);
    QTest::newRow("key in the address") << u"base_url"_s << QJsonValue(u"https://example.com?key=1"_s);
    QTest::newRow("auth") << u"auth"_s << QJsonValue(QJsonObject{{u"kind"_s, u"magic"_s}});
    QTest::newRow("certificate") << u"client_certificate"_s << QJsonValue(QJsonArray{});
    QTest::newRow("key to no certificate") << u"client_certificate_key"_s << QJsonValue(u"k.pem"_s);
    QTest::newRow("authorities") << u"extra_ca"_s << QJsonValue(true);
    QTest::newRow("limits") << u"limits"_s << QJsonValue(5);
}

void ConnectionFiles::whatIsWrongIsNamed()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QJsonObject json = good();
    json[member] = value;
    const auto connection = parse(json);
    QVERIFY(!connection);
    QCOMPARE(connection.error().code, core::ErrorCode::InvalidInput);
    QVERIFY2(connection.error().detail.startsWith(member), qPrintable(connection.error().detail));
    QVERIFY(!connection.error().detail.contains(u"secret"_s));
}

void ConnectionFiles::aSecretInTheFileIsRefused_data()
{
    QTest::addColumn<QString>("member");
    for (const char *name : {"token", "access_token", "refresh_token", "key", "api_key", "private_key", "password",
                             "secret", "client_secret"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ConnectionFiles::aSecretInTheFileIsRefused()
{
    QFETCH(QString, member);
    QJsonObject json = good();
    json[u"auth"] = QJsonObject{{u"kind"_s, u"api_key"_s}, {member, u"PLANTED"_s}};
    const auto connection = parse(json);
    QVERIFY(!connection);
    QVERIFY2(connection.error().detail.startsWith("auth."_L1 + member), qPrintable(connection.error().detail));
    QVERIFY(!connection.error().detail.contains(u"PLANTED"_s));
}

void ConnectionFiles::wordsOfTheFileAreNoCommandsForATerminal()
{
    QJsonObject json = good();
    json[u"kind"] = u"ge\x1b[2Jmini\u202e\n"_s;
    const QString detail = parse(json).error().detail;
    QVERIFY(detail.contains(u"mini"_s));
    for (const QChar c : detail)
        QVERIFY(c.isPrint());
}

void ConnectionFiles::brokenFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("id = 5");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("cut off") << QJsonDocument(good()).toJson().chopped(4);
    QJsonObject secret = good();
    secret[u"auth"] = QJsonObject{{u"kind"_s, u"api_key"_s}, {u"key"_s, u"AIza"_s}};
    QTest::newRow("a secret in the file") << QJsonDocument(secret).toJson();
}

void ConnectionFiles::brokenFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    const auto connection = core::parseConnection(bytes);
    QVERIFY(!connection);
    QCOMPARE(connection.error().code, core::ErrorCode::InvalidInput);
}

void ConnectionFiles::clearTextIsForLoopbackOnly()
{
    QJsonObject json = good();
    json[u"base_url"] = u"http://127.0.0.1:8080"_s;
    QVERIFY(parse(json));
    json[u"base_url"] = u"http://example.com"_s;
    QVERIFY(!parse(json));
}

void ConnectionFiles::costIsExact_data()
{
    QTest::addColumn<QJsonValue>("input");
    QTest::addColumn<QJsonValue>("output");
    QTest::addColumn<QString>("cost");
    QTest::newRow("text") << QJsonValue(u"0.75"_s) << QJsonValue(u"3.75"_s) << u"0.00060675"_s;
    QTest::newRow("numbers") << QJsonValue(0.75) << QJsonValue(3.75) << u"0.00060675"_s;
    QTest::newRow("free") << QJsonValue(u"0"_s) << QJsonValue(u"0"_s) << u"0"_s;
}

void ConnectionFiles::costIsExact()
{
    QFETCH(QJsonValue, input);
    QFETCH(QJsonValue, output);
    QFETCH(QString, cost);
    core::Usage usage;
    usage.inputTokens = 579;
    usage.outputTokens = 46;
    core::addCost(usage,
                  {{u"input_per_million"_s, input},
                   {u"output_per_million"_s, output},
                   {u"currency"_s, u"EUR"_s},
                   {u"as_of"_s, u"2026-09-23"_s}});
    QCOMPARE(usage.cost, cost);
    QCOMPARE(usage.currency, u"EUR"_s);
    QCOMPARE(usage.pricesAsOf, u"2026-09-23"_s);
}

void ConnectionFiles::withoutPricesNothingIsClaimed()
{
    core::Usage usage;
    usage.inputTokens = 1'000'000;
    core::addCost(usage, {{u"input_per_million"_s, u"cheap"_s}, {u"as_of"_s, u"2026-09-23"_s}});
    QCOMPARE(usage.cost, u"0"_s);
    QVERIFY(usage.pricesAsOf.isEmpty());
}

void ConnectionFiles::aKindThatCannotBeSpokenToIsSaid()
{
    QJsonObject json = good();
    json[u"kind"] = u"docling-serve"_s;
    FakeHttp http;
    const auto engine = core::makeEngine(*parse(json), http, nullptr);
    QVERIFY(!engine);
    QCOMPARE(engine.error().code, core::ErrorCode::InvalidInput);
    QVERIFY(core::makeEngine(*parse(good()), http, nullptr));
}

QTEST_GUILESS_MAIN(ConnectionFiles)
#include "tst_connection.moc"
