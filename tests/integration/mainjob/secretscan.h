// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QStringList>

// Looks for secrets where none may be.
namespace mainjob {

// Everything below the folders that holds one of the secrets, a line each. Databases, logs, settings: whatever the
// kind.
[[nodiscard]] QStringList filesWith(const QByteArrayList &secrets, const QStringList &folders,
                                    const QStringList &leaveOut = {});

// The argument lists of all processes that can be seen now.
[[nodiscard]] QByteArrayList argumentLists();

} // namespace mainjob
