// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/storedsession.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace core {

Secret encodeSession(const StoredSession &session)
{
    QJsonObject json{{u"format"_s, u"lectern.session/1"_s},
                     {u"generation"_s, session.generation},
                     {u"refresh_token"_s, QString::fromUtf8(session.refreshToken.reveal())}};
    if (!session.accessToken.isEmpty() && session.expiresAt.isValid()) {
        json.insert(u"access_token"_s, QString::fromUtf8(session.accessToken.reveal()));
        json.insert(u"expires_at"_s, session.expiresAt.toSecsSinceEpoch());
        json.insert(u"lifetime"_s, static_cast<qint64>(session.lifetime.count()));
    }
    if (!session.idToken.isEmpty())
        json.insert(u"id_token"_s, QString::fromUtf8(session.idToken.reveal()));
    if (!session.nonce.isEmpty())
        json.insert(u"nonce"_s, session.nonce);
    return Secret(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<StoredSession> decodeSession(const Secret &entry)
{
    StoredSession session;
    if (!entry.reveal().startsWith("{\"")) { // a token may hold a brace, but our objects begin like that
        session.refreshToken = entry;
        return session;
    }
    const QJsonObject json = QJsonDocument::fromJson(entry.reveal()).object();
    const QString format = json.value("format"_L1).toString();
    if (format != "lectern.session/1"_L1 && !format.startsWith("lectern.session/1."_L1))
        return fail(ErrorCode::InvalidInput, u"the stored session is damaged, or of a newer version"_s);
    session.generation = json.value("generation"_L1).toInteger();
    session.refreshToken = Secret(json.value("refresh_token"_L1).toString().toUtf8());
    session.accessToken = Secret(json.value("access_token"_L1).toString().toUtf8());
    const qint64 expires = json.value("expires_at"_L1).toInteger();
    if (expires > 0)
        session.expiresAt = QDateTime::fromSecsSinceEpoch(expires, Qt::UTC);
    session.lifetime = std::chrono::seconds(qMax<qint64>(0, json.value("lifetime"_L1).toInteger()));
    session.idToken = Secret(json.value("id_token"_L1).toString().toUtf8());
    session.nonce = json.value("nonce"_L1).toString();
    if (session.refreshToken.isEmpty())
        return fail(ErrorCode::InvalidInput, u"the stored session holds no refresh token"_s);
    return session;
}

} // namespace core
