// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
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

    [[nodiscard]] bool start(); // false: problem() says why
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString profileFile() const { return m_folder.filePath(QStringLiteral("providers.d/sandbox.json")); }
    [[nodiscard]] QUrl issuer() const { return m_issuer; }
    [[nodiscard]] QUrl endpoint() const { return m_endpoint; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_problem;
    QUrl m_issuer;
    QUrl m_endpoint;
};
