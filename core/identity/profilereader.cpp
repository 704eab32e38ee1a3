// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/profilereader.h"

#include "core/base/oneline.h"
#include "core/net/http.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace core {

bool isAcceptableUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || url.hasFragment() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url));
}

ProfileReader::ProfileReader(QJsonObject object, QString prefix)
    : m_object(std::move(object))
    , m_prefix(std::move(prefix))
{
}

void ProfileReader::fail(QLatin1StringView member, QLatin1StringView what)
{
    if (m_problem.isEmpty())
        m_problem = oneLine(m_prefix + member) + ": "_L1 + what; // a member of "endpoints" is named by the file
}

void ProfileReader::demand(QLatin1StringView member, bool present)
{
    if (!present)
        fail(member, "missing"_L1);
}

void ProfileReader::read(QLatin1StringView member, QString &into)
{
    const QJsonValue value = m_object.value(member);
    if (value.isString())
        into = value.toString();
    else if (!value.isUndefined())
        fail(member, "not a string"_L1);
}

void ProfileReader::read(QLatin1StringView member, bool &into)
{
    const QJsonValue value = m_object.value(member);
    if (value.isBool())
        into = value.toBool();
    else if (!value.isUndefined())
        fail(member, "not true or false"_L1);
}

void ProfileReader::read(QLatin1StringView member, QStringList &into)
{
    const QJsonValue value = m_object.value(member);
    if (value.isUndefined())
        return;
    into.clear();
    if (!value.isArray())
        fail(member, "not an array of strings"_L1);
    for (const auto &item : value.toArray()) {
        if (!item.isString())
            fail(member, "not an array of strings"_L1);
        into += item.toString();
    }
}

void ProfileReader::readOneOrMore(QLatin1StringView member, QStringList &into)
{
    if (m_object.value(member).isString())
        into = {m_object.value(member).toString()};
    else
        read(member, into);
}

void ProfileReader::read(QLatin1StringView member, QHash<QString, QString> &into)
{
    QJsonObject object;
    read(member, object);
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (!it->isString())
            fail(member, "not an object of strings"_L1);
        into.insert(it.key(), it->toString());
    }
}

void ProfileReader::read(QLatin1StringView member, QList<quint16> &into)
{
    const QJsonValue value = m_object.value(member);
    if (!value.isUndefined() && !value.isArray())
        fail(member, "not an array of ports"_L1);
    for (const auto &item : value.toArray()) {
        const int port = item.toInt();
        if (port < 1 || port > 65535)
            fail(member, "not an array of ports"_L1);
        into += static_cast<quint16>(port);
    }
}

void ProfileReader::read(QLatin1StringView member, QUrl &into)
{
    QString text;
    read(member, text);
    if (text.isEmpty())
        return;
    into = QUrl(text, QUrl::StrictMode);
    if (!isAcceptableUrl(into))
        fail(member, "not an https address (http is for loopback hosts only)"_L1);
}

void ProfileReader::read(QLatin1StringView member, QJsonObject &into)
{
    const QJsonValue value = m_object.value(member);
    if (value.isObject())
        into = value.toObject();
    else if (!value.isUndefined())
        fail(member, "not an object"_L1);
}

ProfileReader ProfileReader::inside(QLatin1StringView member)
{
    QJsonObject object;
    read(member, object);
    return ProfileReader(object, m_prefix + member + u'.');
}

void ProfileReader::absorb(const ProfileReader &inner)
{
    if (m_problem.isEmpty())
        m_problem = inner.m_problem;
}

Result<> ProfileReader::outcome() const
{
    if (m_problem.isEmpty())
        return {};
    return core::fail(ErrorCode::InvalidInput, m_problem);
}

} // namespace core
