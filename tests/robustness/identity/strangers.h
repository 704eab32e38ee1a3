// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/browser.h"
#include "tests/support/loopbackprovider.h"

#include <QTcpSocket>

#include <memory>
#include <vector>

// A browser whose user has signed in, on a machine where others speak to the loopback listener first: each message on
// a connection of its own, one after the other, and then the genuine answer. {path}, {host} (with the port), {port}
// and {good} (the genuine query) stand for what the attempt has; {length} is the size of the body.
class Strangers : public core::Browser
{
    Q_OBJECT

public:
    explicit Strangers(LoopbackProvider &op)
        : m_op(op)
    {
    }

    void open(const QUrl &start, const QUrl &redirect) override;
    void close() override { isOpen = false; }

    QByteArrayList messages;
    bool isGenuine = true; // sends the genuine answer at the end
    int idle = 0; // connections that are opened before all this, and never say a word
    QHash<QString, QString> changes; // to the genuine answer; an empty value takes a field out, {state} is its state,
                                     // {prefix} all of it but the last character

    QByteArrayList answers; // what each message got
    bool isOpen = false;
    QUrl lastStart;
    QUrl lastRedirect;

    [[nodiscard]] QByteArray filled(QByteArray message) const;
    // The same message to the address of the last attempt; what it gets, or nothing when nobody is there.
    [[nodiscard]] QByteArray say(const QByteArray &message) const;

private:
    void comeInSilence();
    void next();

    LoopbackProvider &m_op;
    QByteArray m_good;
    std::vector<std::unique_ptr<QTcpSocket>> m_idle;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArrayList m_waiting;
};
