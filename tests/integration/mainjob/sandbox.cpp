// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/mainjob/sandbox.h"

#include "tests/integration/mainjob/robot.h"
#include "folders.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace mainjob {

Sandbox::Sandbox(const QString &state, const QString &own)
{
    QDir().mkpath(state);
    const QString ready = state + "/sandbox.json"_L1;
    QFile::remove(ready);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LECTERN_CLI"_s, QStringLiteral(LECTERN_CLI_PATH));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(
        u"node"_s,
        {QStringLiteral(LECTERN_SOURCE_DIR "/tests/sandbox/start.mjs"), u"--state"_s, state, u"--private"_s, own});
    Robot::until(u"the sandbox services"_s, [&ready] { return QFile::exists(ready); });
    QFile file(ready);
    Robot::check(file.open(QIODevice::ReadOnly), u"%1 can be read"_s.arg(ready));
    m_issuer = QJsonDocument::fromJson(file.readAll()).object().value("issuer"_L1).toString();
}

Sandbox::~Sandbox()
{
    m_process.closeWriteChannel(); // it ends with its standard input
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

QByteArrayList Sandbox::issued() const
{
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(QUrl(m_issuer + "/__sandbox/issued"_L1))));
    Robot::until(u"the list of issued secrets"_s, [&reply] { return reply->isFinished(); });
    QByteArrayList secrets;
    const QJsonArray issued = QJsonDocument::fromJson(reply->readAll()).array();
    for (const QJsonValue secret : issued)
        secrets += secret.toString().toLatin1();
    return secrets;
}

} // namespace mainjob
