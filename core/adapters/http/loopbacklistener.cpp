// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/loopbacklistener.h"

#include "core/adapters/http/loopbackconnection.h"
#include "core/base/logging.h"
#include "core/identity/form.h"

#include <QNetworkProxy>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype mostConnections = 32;

} // namespace

LoopbackListener::LoopbackListener(QString path, RedirectPageText text, std::chrono::milliseconds patience)
    : m_path(std::move(path))
    , m_text(std::move(text))
    , m_patience(patience)
{
    for (QTcpServer *server : {&m_server, &m_server6}) {
        server->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        connect(server, &QTcpServer::newConnection, this, [this, server] { accept(*server); });
    }
}

bool LoopbackListener::bind(const QString &host, quint16 port)
{
    m_host = host.contains(u':') ? u'[' + host + u']' : host;
    if (host == "::1"_L1)
        return m_server.listen(QHostAddress::LocalHostIPv6, port);
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return false;
    // A browser may take localhost for ::1; a machine without IPv6 has no such browser.
    if (host == "localhost"_L1 && !m_server6.listen(QHostAddress::LocalHostIPv6, m_server.serverPort()))
        qCInfo(lcIdentity) << "no IPv6 loopback";
    return true;
}

QUrl LoopbackListener::redirectUri() const
{
    return QUrl(u"http://%1:%2%3"_s.arg(m_host).arg(m_server.serverPort()).arg(m_path), QUrl::StrictMode);
}

Async<AuthorizationResponse> LoopbackListener::response(const QString &expectedState, std::stop_token stop)
{
    m_state = expectedState;
    m_onStop.watch(stop, this, [this] { m_answer.give(fail(ErrorCode::Cancelled)); });
    return m_answer.future();
}

void LoopbackListener::accept(QTcpServer &server)
{
    while (QTcpSocket *socket = server.nextPendingConnection()) {
        if (findChildren<LoopbackConnection *>(Qt::FindDirectChildrenOnly).size() >= mostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        new LoopbackConnection(
            socket, m_patience, [this](const LoopbackRequest &request) { return handle(request); }, this);
    }
}

QByteArray LoopbackListener::handle(const LoopbackRequest &request)
{
    // Another name for this address is a page of somebody else's that was pointed here (DNS rebinding).
    if (request.host != m_host.toLatin1() + ':' + QByteArray::number(m_server.serverPort()))
        return plainLoopbackAnswer(400);
    if (request.path != m_path.toLatin1())
        return plainLoopbackAnswer(404);
    if (request.method == "GET")
        return handleForm(request.query);
    if (request.method != "POST")
        return plainLoopbackAnswer(405);
    if (request.contentType != "application/x-www-form-urlencoded" || !request.query.isEmpty())
        return plainLoopbackAnswer(400);
    return handleForm(request.body);
}

QByteArray LoopbackListener::handleForm(const QByteArray &form)
{
    const auto decoded = decodeForm(form);
    const bool isOurs = decoded && !m_state.isEmpty() && !m_answer.isGiven()
        && decoded->fields.value(u"state"_s) == m_state && !decoded->twice.contains("state"_L1);
    if (!isOurs)
        return redirectPageAnswer(m_text, RedirectPage::Unexpected);
    if (!decoded->twice.isEmpty()) {
        m_answer.give(fail(ErrorCode::SignInRefused, u"response: a parameter was given twice"_s));
        return redirectPageAnswer(m_text, RedirectPage::Refused);
    }
    m_answer.give(decoded->fields);
    return redirectPageAnswer(m_text,
                              decoded->fields.contains(u"error"_s) ? RedirectPage::Refused : RedirectPage::Received);
}

LoopbackListenerFactory::LoopbackListenerFactory(RedirectPageText text, std::chrono::milliseconds patience)
    : m_text(std::move(text))
    , m_patience(patience)
{
}

Result<std::unique_ptr<RedirectListener>> LoopbackListenerFactory::listen(const ProviderProfile::Redirect &redirect,
                                                                          const QString &path)
{
    const QList<quint16> ports = redirect.ports.isEmpty() ? QList<quint16>{0} : redirect.ports;
    for (const quint16 port : ports) {
        auto listener = std::make_unique<LoopbackListener>(path, m_text, m_patience);
        if (listener->bind(redirect.host, port))
            return listener;
    }
    return fail(ErrorCode::Network, u"no port of the loopback is free"_s);
}

} // namespace core
