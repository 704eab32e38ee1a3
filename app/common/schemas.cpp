// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/schemas.h"

#include "app/common/readfile.h"
#include "core/base/paths.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

constexpr qint64 largestSchema = 4 * 1024 * 1024;

void addFolder(const QString &folder, std::vector<core::Schema> &schemas, QStringList *problems)
{
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        auto schema = loadSchemaFile(file.filePath());
        if (!schema) {
            if (problems)
                *problems += file.filePath() + ": "_L1 + schema.error().detail;
            continue;
        }
        const auto same = std::find_if(schemas.begin(), schemas.end(),
                                       [&](const core::Schema &known) { return known.id == schema->id; });
        if (same == schemas.end())
            schemas.push_back(*std::move(schema));
        else
            *same = *std::move(schema);
    }
}

} // namespace

std::vector<core::Schema> loadSchemas(QStringList *problems)
{
    std::vector<core::Schema> schemas;
    addFolder(u":/schemas"_s, schemas, problems);
    const QStringList folders = core::paths::configFolders();
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) // the user's come last and win
        addFolder(*folder + "/schemas"_L1, schemas, problems);
    return schemas;
}

core::Result<core::Schema> loadSchemaFile(const QString &file)
{
    const auto json = readFile(file, largestSchema);
    if (!json)
        return tl::make_unexpected(json.error());
    auto schema = core::parseSchema(*json);
    if (schema && schema->id.isEmpty())
        schema->id = QFileInfo(file).completeBaseName();
    return schema;
}

core::Result<core::Schema> findSchema(const QString &idOrFile, const std::vector<core::Schema> &schemas)
{
    const auto known =
        std::find_if(schemas.begin(), schemas.end(), [&](const core::Schema &schema) { return schema.id == idOrFile; });
    if (known != schemas.end())
        return *known;
    if (!QFileInfo::exists(idOrFile)) {
        QStringList ids;
        for (const core::Schema &schema : schemas)
            ids += schema.id;
        return core::fail(core::ErrorCode::InvalidInput,
                          u"schema '%1' is neither a file nor one of: %2"_s.arg(idOrFile, ids.join(", "_L1)));
    }
    auto schema = loadSchemaFile(idOrFile);
    if (!schema) // a schema that can't be used is wrong usage, not a document that can't be read
        return core::fail(core::ErrorCode::InvalidInput, idOrFile + ": "_L1 + schema.error().detail);
    return schema;
}

} // namespace app
