// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/oneline.h"
#include "core/engines/connection.h"
#include "core/net/http.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

const QStringList &knownKinds()
{
    static const QStringList kinds{u"local"_s,
                                   u"gemini"_s,
                                   u"vertex"_s,
                                   u"openai"_s,
                                   u"openai-compatible"_s,
                                   u"anthropic"_s,
                                   u"azure-document-intelligence"_s,
                                   u"google-document-ai"_s,
                                   u"mistral-ocr"_s,
                                   u"llama-extract"_s,
                                   u"docling-serve"_s,
                                   u"http-json"_s};
    return kinds;
}

const QStringList &knownAuth()
{
    static const QStringList kinds{u"account"_s, u"api_key"_s, u"client_credentials"_s, u"basic"_s, u"none"_s};
    return kinds;
}

std::optional<QString> problemOf(const Connection &connection, const QJsonObject &json)
{
    // Not ^ and $, which let a line end pass behind it.
    static const QRegularExpression plainId(QRegularExpression::anchoredPattern(u"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"_s));
    if (!plainId.match(connection.id).hasMatch())
        return u"id: letters, digits, '.', '_' and '-' are wanted"_s;
    if (connection.id == "local"_L1)
        return u"id: 'local' is the engine that comes with the program"_s;
    if (!knownKinds().contains(connection.kind))
        return u"kind: '%1' is not known"_s.arg(oneLine(connection.kind.left(40)));
    if (!connection.baseUrl.isValid() || connection.baseUrl.host().isEmpty())
        return u"base_url: an address with a host is wanted"_s;
    if (connection.baseUrl.scheme() != "https"_L1
        && !(connection.baseUrl.scheme() == "http"_L1 && isLoopback(connection.baseUrl)))
        return u"base_url: https is wanted (http for loopback hosts only)"_s;
    if (!connection.baseUrl.userInfo().isEmpty() || connection.baseUrl.hasQuery() || connection.baseUrl.hasFragment())
        return u"base_url: no user, query or fragment"_s;
    const QString auth = connection.auth[u"kind"].toString();
    if (!knownAuth().contains(auth))
        return u"auth.kind: one of %1 is wanted"_s.arg(knownAuth().join(", "_L1));
    for (const QString &name : {u"token"_s, u"access_token"_s, u"refresh_token"_s, u"key"_s, u"api_key"_s,
                                u"private_key"_s, u"password"_s, u"secret"_s, u"client_secret"_s}) {
        if (connection.auth.contains(name))
            return u"auth.%1: secrets belong into the keychain, not into this file"_s.arg(name);
    }
    for (const QString &name : {u"client_certificate"_s, u"client_certificate_key"_s, u"extra_ca"_s}) {
        if (json.contains(name) && json[name].toString().isEmpty())
            return u"%1: the path of a file is wanted"_s.arg(name);
    }
    if (json.contains(u"client_certificate_key"_s) && connection.certificate.isEmpty())
        return u"client_certificate_key: there is no client_certificate to it"_s;
    for (const QString &name : {u"auth"_s, u"limits"_s, u"prices"_s, u"options"_s}) {
        if (json.contains(name) && !json[name].isObject())
            return u"%1: an object is wanted"_s.arg(name);
    }
    return {};
}

} // namespace

QString secretEntryOf(const Connection &connection)
{
    const QString kind = connection.auth[u"kind"].toString();
    if (kind != "api_key"_L1 && kind != "basic"_L1 && kind != "client_credentials"_L1)
        return {};
    return connection.auth[u"keychain"].toString("connection/"_L1 + connection.id);
}

bool needsPrivateKey(const Connection &connection)
{
    return connection.auth[u"kind"].toString() == "client_credentials"_L1
        && connection.auth[u"client_authentication"].toString() == "private_key_jwt"_L1;
}

Result<Connection> parseConnection(const QByteArray &bytes)
{
    QJsonParseError parsing{};
    const QJsonObject json = QJsonDocument::fromJson(bytes, &parsing).object();
    if (parsing.error != QJsonParseError::NoError || json.isEmpty())
        return fail(ErrorCode::InvalidInput, u"not a JSON object: %1"_s.arg(parsing.errorString()));
    const QString format = json[u"format"].toString();
    if (format != "lectern.connection/1"_L1 && !format.startsWith("lectern.connection/1."_L1))
        return fail(ErrorCode::InvalidInput, u"format: lectern.connection/1 is wanted"_s);

    Connection connection;
    connection.id = json[u"id"].toString();
    connection.name = json[u"name"].toString(connection.id);
    connection.kind = json[u"kind"].toString();
    connection.baseUrl = QUrl(json[u"base_url"].toString(), QUrl::StrictMode);
    connection.model = json[u"model"].toString();
    connection.auth = json[u"auth"].toObject();
    connection.limits = json[u"limits"].toObject();
    connection.prices = json[u"prices"].toObject();
    connection.options = json[u"options"].toObject();
    connection.certificate.certificate = json[u"client_certificate"_s].toString();
    connection.certificate.key = json[u"client_certificate_key"_s].toString();
    connection.extraCa = json[u"extra_ca"_s].toString();
    if (!connection.certificate.isEmpty())
        connection.certificate.passphraseEntry = u"connection/%1/certificate"_s.arg(connection.id);
    if (const auto problem = problemOf(connection, json))
        return fail(ErrorCode::InvalidInput, *problem);
    return connection;
}

} // namespace core
