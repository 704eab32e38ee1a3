// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sandbox.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

Sandbox::Sandbox() = default;

Sandbox::~Sandbox()
{
    m_process.closeWriteChannel(); // it ends with its standard input
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5'000))
        m_process.kill();
}

bool Sandbox::start()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"node"_s, {QStringLiteral(LECTERN_SOURCE_DIR "/tests/sandbox/start.mjs"), u"--state"_s, folder()});
    QByteArray said;
    while (!said.contains("sandbox: issuer")) {
        if (!m_process.waitForReadyRead(30'000)) {
            m_problem = m_process.errorString() + u'\n' + QString::fromUtf8(said);
            return false;
        }
        said += m_process.readAll();
    }
    QFile file(m_folder.filePath(u"sandbox.json"_s));
    if (!file.open(QIODevice::ReadOnly)) {
        m_problem = file.errorString();
        return false;
    }
    const QJsonObject state = QJsonDocument::fromJson(file.readAll()).object();
    m_issuer = QUrl(state.value("issuer"_L1).toString());
    m_endpoint = QUrl(state.value("endpoint"_L1).toString());
    return true;
}
