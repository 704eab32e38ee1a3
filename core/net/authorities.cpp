// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/authorities.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>

using namespace Qt::Literals::StringLiterals;

namespace core {

Result<QByteArray> readAuthorities(const QString &file)
{
    constexpr qint64 longest = 4 * 1024 * 1024;
    QFile input(file);
    // Of a pipe nobody may ever write to, opening waits.
    if (!QFileInfo(file).isFile())
        return fail(ErrorCode::InvalidInput, "extra_ca: there is no file "_L1 + file);
    if (!input.open(QIODevice::ReadOnly))
        return fail(ErrorCode::AccessDenied, "extra_ca: "_L1 + file + ": "_L1 + input.errorString());
    QByteArray certificates;
    for (const QSslCertificate &certificate : QSslCertificate::fromData(input.read(longest), QSsl::Pem))
        certificates += certificate.toPem();
    if (certificates.isEmpty())
        return fail(ErrorCode::InvalidInput, "extra_ca: no certificate in "_L1 + file);
    return certificates;
}

} // namespace core
