// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/loopbacklistener.h"

#include "core/adapters/http/loopbackconnection.h"
#include "core/adapters/http/portholder.h"
#include "core/base/logging.h"
#include "core/identity/form.h"

#include <QNetworkProxy>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype mostConnections = 128; // more than come at once: a fresh one is read before it is the oldest
constexpr qsizetype triesForAnyPort = 8; // of two addresses only one may have had the port free

Error refusalOf(const QList<quint16> &ports)
{
    QStringList taken;
    for (const quint16 port : ports) {
        const QString program = programAtPort(port);
        taken += QString::number(port) + (program.isEmpty() ? QString() : u" (%1)"_s.arg(program));
    }
    return noPortError(taken);
}

} // namespace

LoopbackPlaces loopbackPlaces(const QString &host)
{
    const LoopbackPlaces::Place v4{QHostAddress(QHostAddress::LocalHost), u"127.0.0.1"_s};
    const LoopbackPlaces::Place v6{QHostAddress(QHostAddress::LocalHostIPv6), u"[::1]"_s};
    if (host == "::1"_L1)
        return {{v6}, false};
    if (host == "localhost"_L1)
        return {{{v4.address, host}, {v6.address, host}}, true};
    return {{v4, v6}, false};
}

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

bool LoopbackListener::bind(const LoopbackPlaces &places, quint16 port)
{
    for (const auto &[address, name] : places.addresses) {
        QTcpServer &server = m_server.isListening() ? m_server6 : m_server;
        if (server.listen(address, m_port > 0 ? m_port : port)) {
            m_host = name;
            m_port = server.serverPort();
            if (!places.all)
                return true;
        } else if (server.serverError() == QAbstractSocket::AddressInUseError) {
            return false; // somebody else's: a browser that went there would hand the answer to them
        } else {
            qCInfo(lcIdentity) << "this computer has no" << address.toString();
        }
    }
    return m_server.isListening();
}

QUrl LoopbackListener::redirectUri() const
{
    return QUrl(u"http://%1:%2%3"_s.arg(m_host).arg(m_port).arg(m_path), QUrl::StrictMode);
}

Async<AuthorizationResponse> LoopbackListener::response(const ExpectedResponse &expected, std::stop_token stop)
{
    m_expected = expected;
    m_onStop.watch(stop, this, [this] { m_answer.give(fail(ErrorCode::Cancelled)); });
    return m_answer.future();
}

void LoopbackListener::accept(QTcpServer &server)
{
    while (QTcpSocket *socket = server.nextPendingConnection()) {
        // The oldest has had time enough to speak; turning away the newest would let silent ones shut out the browser.
        const auto open = findChildren<LoopbackConnection *>(Qt::FindDirectChildrenOnly);
        if (open.size() >= mostConnections)
            delete open.first();
        new LoopbackConnection(
            socket, m_patience, [this](const LoopbackRequest &request) { return handle(request); }, this);
    }
}

QByteArray LoopbackListener::handle(const LoopbackRequest &request)
{
    // Another name for this address is a page of somebody else's that was pointed here (DNS rebinding).
    if (request.host != m_host.toLatin1() + ':' + QByteArray::number(m_port))
        return plainLoopbackAnswer(400);
    if (request.path != m_path.toLatin1())
        return plainLoopbackAnswer(404);
    if (request.method == "GET")
        return handleForm(request.query, false);
    if (request.method != "POST")
        return plainLoopbackAnswer(405);
    if (request.contentType != "application/x-www-form-urlencoded" || !request.query.isEmpty())
        return plainLoopbackAnswer(400);
    return handleForm(request.body, true);
}

QByteArray LoopbackListener::handleForm(const QByteArray &form, bool isPosted)
{
    if (m_expected.ofLogout) {
        m_answer.give(AuthorizationResponse());
        return redirectPageAnswer(m_text, RedirectPage::SignedOut);
    }
    const auto decoded = decodeForm(form);
    const bool isOurs = decoded && !m_expected.state.isEmpty() && !m_answer.isGiven()
        && decoded->fields.value(u"state"_s) == m_expected.state && !decoded->twice.contains("state"_L1);
    if (!isOurs)
        return redirectPageAnswer(m_text, RedirectPage::Unexpected);
    if (!decoded->twice.isEmpty()) {
        m_answer.give(fail(ErrorCode::SignInRefused, u"response: a parameter was given twice"_s));
        return redirectPageAnswer(m_text, RedirectPage::Refused);
    }
    const bool isError = decoded->fields.contains(u"error"_s);
    if (m_expected.asForm && !isPosted && !isError) {
        m_answer.give(fail(ErrorCode::SignInRefused, codeInAddress));
        return redirectPageAnswer(m_text, RedirectPage::Refused);
    }
    m_answer.give(decoded->fields);
    return redirectPageAnswer(m_text, isError ? RedirectPage::Refused : RedirectPage::Received);
}

LoopbackListenerFactory::LoopbackListenerFactory(RedirectPageText text, std::chrono::milliseconds patience)
    : m_text(std::move(text))
    , m_patience(patience)
{
}

Result<std::unique_ptr<RedirectListener>> LoopbackListenerFactory::listen(const ProviderProfile::Redirect &redirect,
                                                                          const QString &path)
{
    const QList<quint16> ports = redirect.ports.isEmpty() ? QList<quint16>(triesForAnyPort, 0) : redirect.ports;
    const LoopbackPlaces places = loopbackPlaces(redirect.host);
    for (const quint16 port : ports) {
        auto listener = std::make_unique<LoopbackListener>(path, m_text, m_patience);
        if (listener->bind(places, port))
            return listener;
    }
    return tl::make_unexpected(refusalOf(redirect.ports));
}

} // namespace core
