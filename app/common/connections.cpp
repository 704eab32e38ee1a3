// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/connections.h"

#include "app/common/readfile.h"
#include "core/base/paths.h"

#include <QDir>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

constexpr qint64 largestConnection = 256 * 1024;

core::Result<core::Connection> load(const QString &file)
{
    const auto json = readFile(file, largestConnection);
    auto connection = json ? core::parseConnection(*json) : tl::make_unexpected(json.error());
    if (!connection)
        return connection;
    for (QString *named : {&connection->certificate.certificate, &connection->certificate.key, &connection->extraCa}) {
        if (!named->isEmpty())
            *named = QFileInfo(file).dir().absoluteFilePath(*named);
    }
    return connection;
}

} // namespace

std::vector<core::Connection> loadConnections(QStringList *problems)
{
    std::vector<core::Connection> connections;
    for (const QString &folder : core::paths::configFolders()) {
        const QDir files(folder + "/connections.d"_L1);
        for (const QFileInfo &file : files.entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
            auto connection = load(file.filePath());
            if (!connection) {
                if (problems)
                    *problems += file.filePath() + ": "_L1 + connection.error().detail;
                continue;
            }
            const bool known = std::any_of(connections.begin(), connections.end(),
                                           [&](const core::Connection &other) { return other.id == connection->id; });
            if (!known)
                connections.push_back(*std::move(connection));
        }
    }
    return connections;
}

} // namespace app
