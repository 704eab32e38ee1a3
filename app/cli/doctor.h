// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/crypto/opensslclientcertificates.h"
#include "core/adapters/keychain/keychainsecretstore.h"
#include "core/adapters/pageworker/workerpool.h"
#include "core/identity/patientsecretstore.h"

#include <QTemporaryDir>

#include <functional>

namespace app {

// What works on this machine, tried and not only looked up: the page worker draws a page, the keychain is asked.
class Doctor : public QObject
{
    Q_OBJECT

public:
    struct Finding {
        QString name; // "page_worker"
        bool works = false;
        QString detail;
    };

    Doctor();
    void examine(std::function<void(std::vector<Finding>)> done);

private:
    void examineFolders();
    void examineNetwork();
    void examineOcr();
    void examineFiles();
    void examineWorker();
    void takePicture(const core::Result<QImage> &picture);
    void examineCertificates(QList<core::CertificateFiles> left);
    void examineKeychain();
    void takeKeychain(const core::Result<> &tried);
    void add(const QString &name, bool works, const QString &detail);

    QTemporaryDir m_folder;
    core::WorkerPool m_pages;
    core::KeychainSecretStore m_keychain;
    core::PatientSecretStore m_patient;
    core::SystemClock m_clock;
    core::OpenSslClientCertificates m_ownCertificates{m_patient, m_clock};
    std::vector<Finding> m_findings;
    std::function<void(std::vector<Finding>)> m_done;
};

} // namespace app
