// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/onstop.h"
#include "core/identity/loopbackrequest.h"
#include "core/identity/redirectlistener.h"
#include "core/identity/redirectpage.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>

#include <chrono>

namespace core {

// Where a redirect to a host may arrive (RFC 8252, 7.3). `all`: a browser may take any of them for the host, so all
// that this computer has are listened at; otherwise the first that it has, and the redirect names that one.
struct LoopbackPlaces {
    struct Place {
        QHostAddress address;
        QString host; // as the redirect spells it
    };
    QList<Place> addresses;
    bool all = false;
};

// Of 127.0.0.1 (::1 where there is no IPv4), ::1, or localhost (both).
[[nodiscard]] LoopbackPlaces loopbackPlaces(const QString &host);

// Waits on the loopback for the page to come back.
class LoopbackListener final : public QObject, public RedirectListener
{
    Q_OBJECT

public:
    LoopbackListener(QString path, RedirectPageText text, std::chrono::milliseconds patience);

    // 0: any port. false: the port is taken, or none of the places exists.
    [[nodiscard]] bool bind(const LoopbackPlaces &places, quint16 port);

    [[nodiscard]] QUrl redirectUri() const override;
    [[nodiscard]] Async<AuthorizationResponse> response(const ExpectedResponse &expected,
                                                        std::stop_token stop) override;

private:
    void accept(QTcpServer &server);
    [[nodiscard]] QByteArray handle(const LoopbackRequest &request);
    [[nodiscard]] QByteArray handleForm(const QByteArray &form, bool isPosted);

    QString m_path;
    QString m_host;
    quint16 m_port = 0;
    RedirectPageText m_text;
    std::chrono::milliseconds m_patience;
    ExpectedResponse m_expected;
    Answer<AuthorizationResponse> m_answer;
    QTcpServer m_server;
    QTcpServer m_server6;
    OnStop m_onStop;
};

class LoopbackListenerFactory final : public RedirectListenerFactory
{
public:
    explicit LoopbackListenerFactory(RedirectPageText text = {},
                                     std::chrono::milliseconds patience = std::chrono::seconds(5));

    [[nodiscard]] Result<std::unique_ptr<RedirectListener>> listen(const ProviderProfile::Redirect &redirect,
                                                                   const QString &path) override;

private:
    RedirectPageText m_text;
    std::chrono::milliseconds m_patience; // with a caller that does not finish its request
};

} // namespace core
