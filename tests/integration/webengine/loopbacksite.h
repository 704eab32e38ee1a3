// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QUrl>

// A web site on the loopback, made of the pages a test puts in. Remembers what was asked of it.
class LoopbackSite : public QObject
{
    Q_OBJECT

public:
    struct Page {
        QByteArray body;
        QByteArray status = "200 OK";
        QByteArray headers = "Content-Type: text/html; charset=utf-8\r\n";
    };

    LoopbackSite();

    void put(const QString &path, const QByteArray &body);
    void put(const QString &path, const Page &page);
    void redirect(const QString &path, const QByteArray &target);
    [[nodiscard]] QUrl url(const QString &path) const;
    [[nodiscard]] bool wasAsked(const QString &path) const;

    QStringList asked; // request targets, in order
    QByteArrayList requests; // as they came, head only

private:
    void answer(QTcpSocket *socket);

    QTcpServer m_server;
    QHash<QString, Page> m_pages;
};
