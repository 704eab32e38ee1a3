// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QList>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

// The sandbox services on free ports of the loopback, as long as this lives.
class Sandbox
{
public:
    Sandbox();
    ~Sandbox();
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    // `more`: arguments of start.mjs. False: problem() says why.
    [[nodiscard]] bool start(const QStringList &more = {});
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString profileFile() const { return m_folder.filePath(QStringLiteral("providers.d/sandbox.json")); }
    [[nodiscard]] QUrl issuer() const { return m_issuer; }
    [[nodiscard]] QUrl endpoint() const { return m_endpoint; }

    struct Request {
        QString method;
        QString path;
        QStringList query; // names only
        QString grant; // of a token request
        int status = 0; // 0: not answered
    };
    // What the provider was asked since it started, in order.
    [[nodiscard]] QList<Request> asked() const;
    [[nodiscard]] QByteArrayList issued() const; // every token, code and verifier that it has handed out or seen
    [[nodiscard]] int askedFor(const QString &grant) const; // token requests with this grant that were answered

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_problem;
    QUrl m_issuer;
    QUrl m_endpoint;
};
