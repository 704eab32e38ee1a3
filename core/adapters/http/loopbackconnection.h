// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/loopbackrequest.h"

#include <QObject>
#include <QTcpSocket>

#include <chrono>
#include <functional>

namespace core {

// One connection to the loopback listener: reads one request, writes one answer, closes. A caller that dawdles is
// dropped.
class LoopbackConnection final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<QByteArray(const LoopbackRequest &)>;

    LoopbackConnection(QTcpSocket *socket, std::chrono::milliseconds patience, Handler handler, QObject *parent);

private:
    void read();
    void answer(const QByteArray &bytes);

    QTcpSocket *m_socket;
    Handler m_handler;
    QByteArray m_bytes;
    bool m_answered = false;
};

} // namespace core
