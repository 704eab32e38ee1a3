// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QTemporaryFile>

#include <memory>

// A server certificate that no authority knows, for a host of the loopback.
struct TestCertificate {
    static TestCertificate make(const QString &address);

    [[nodiscard]] QString file() const { return pem->fileName(); } // as long as this lives

    QSslCertificate certificate;
    QSslKey key;
    std::shared_ptr<QTemporaryFile> pem;
};
