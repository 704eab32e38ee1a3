// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/refreshlock.h"

#include <QString>

namespace core {

class FileRefreshLocks final : public RefreshLocks
{
public:
    FileRefreshLocks(); // in the state folder: the runtime folder is another one for a job without a login session
    explicit FileRefreshLocks(QString folder);

    [[nodiscard]] Result<std::shared_ptr<Held>> tryTake(const QString &account) override;

private:
    QString m_folder;
};

} // namespace core
