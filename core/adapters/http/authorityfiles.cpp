// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/authorityfiles.h"

#include "core/net/authorities.h"

#include <QFileInfo>

namespace core {

Result<QList<QSslCertificate>> AuthorityFiles::certificates(const QString &file)
{
    const QFileInfo now(file);
    const auto known = m_known.constFind(file);
    if (known != m_known.constEnd() && now.exists() && known->changed == now.lastModified()
        && known->size == now.size())
        return known->certificates;
    return readAuthorities(file).map([&](const QByteArray &pem) {
        const auto certificates = QSslCertificate::fromData(pem, QSsl::Pem);
        m_known.insert(file, {now.lastModified(), now.size(), certificates});
        return certificates;
    });
}

} // namespace core
