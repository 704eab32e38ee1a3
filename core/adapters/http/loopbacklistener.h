// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/onstop.h"
#include "core/identity/loopbackrequest.h"
#include "core/identity/redirectlistener.h"
#include "core/identity/redirectpage.h"

#include <QObject>
#include <QTcpServer>

#include <chrono>

namespace core {

// Waits on 127.0.0.1 (and ::1 when the profile says localhost) for the page to come back.
class LoopbackListener final : public QObject, public RedirectListener
{
    Q_OBJECT

public:
    LoopbackListener(QString path, RedirectPageText text, std::chrono::milliseconds patience);

    [[nodiscard]] bool bind(const QString &host, quint16 port);

    [[nodiscard]] QUrl redirectUri() const override;
    [[nodiscard]] Async<AuthorizationResponse> response(const QString &expectedState, std::stop_token stop) override;

private:
    void accept(QTcpServer &server);
    [[nodiscard]] QByteArray handle(const LoopbackRequest &request);
    [[nodiscard]] QByteArray handleForm(const QByteArray &form);

    QString m_path;
    QString m_host;
    RedirectPageText m_text;
    std::chrono::milliseconds m_patience;
    QString m_state;
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
