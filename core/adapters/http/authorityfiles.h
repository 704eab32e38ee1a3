// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSslCertificate>

namespace core {

// Files of authorities, each read once as long as it stays as it is.
class AuthorityFiles
{
public:
    // Errors: as readAuthorities().
    [[nodiscard]] Result<QList<QSslCertificate>> certificates(const QString &file);

private:
    struct Known {
        QDateTime changed;
        qint64 size = 0;
        QList<QSslCertificate> certificates;
    };
    QHash<QString, Known> m_known;
};

} // namespace core
