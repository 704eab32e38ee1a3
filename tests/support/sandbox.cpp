// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sandbox.h"
#include "folders.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonArray listAt(const QUrl &url)
{
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return QJsonDocument::fromJson(reply->readAll()).array();
}

} // namespace

Sandbox::Sandbox() = default;

Sandbox::~Sandbox()
{
    m_process.closeWriteChannel(); // it ends with its standard input
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5'000))
        m_process.kill();
}

bool Sandbox::start(const QStringList &more)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"node"_s,
                    QStringList{QStringLiteral(LECTERN_SOURCE_DIR "/tests/sandbox/start.mjs"), u"--state"_s, folder()}
                        + more);
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

QList<Sandbox::Request> Sandbox::asked() const
{
    QList<Request> requests;
    const QJsonArray listed = listAt(m_issuer.resolved(QUrl(u"/__sandbox/asked"_s)));
    for (const auto &each : listed) {
        const QJsonObject one = each.toObject();
        requests.append({one.value("method"_L1).toString(), one.value("path"_L1).toString(),
                         one.value("query"_L1).toVariant().toStringList(), one.value("grant"_L1).toString(),
                         one.value("status"_L1).toInt()});
    }
    return requests;
}

int Sandbox::askedFor(const QString &grant) const
{
    const auto requests = asked();
    return static_cast<int>(
        std::ranges::count_if(requests, [&grant](const Request &each) { return each.grant == grant; }));
}

QByteArrayList Sandbox::issued() const
{
    QByteArrayList secrets;
    const QJsonArray listed = listAt(m_issuer.resolved(QUrl(u"/__sandbox/issued"_s)));
    for (const auto &each : listed)
        secrets += each.toString().toLatin1();
    return secrets;
}
