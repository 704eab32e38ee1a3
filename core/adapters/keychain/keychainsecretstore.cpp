// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/keychain/keychainsecretstore.h"

#include "core/base/answer.h"

#include <qt6keychain/keychain.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorCode::NotFound, u"no such entry"_s};
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::KeychainUnavailable, u"denied by the user"_s};
    case QKeychain::AccessDenied:
        return {ErrorCode::KeychainUnavailable, u"denied"_s};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorCode::KeychainUnavailable, u"absent: "_s + job.errorString()};
    default:
        return {ErrorCode::KeychainUnavailable, u"locked or broken: "_s + job.errorString()};
    }
}

// The job belongs to nobody but itself: QtKeychain crashes when one is deleted while the service works on it.
template<typename Outcome>
void start(QKeychain::Job *job, const QString &key, Outcome outcome)
{
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [outcome](QKeychain::Job *done) { outcome(*done); });
    job->start();
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service)
    : m_service(std::move(service))
{
}

Async<Secret> KeychainSecretStore::read(const QString &key)
{
    const Answer<Secret> answer;
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    start(job, key, [answer](const QKeychain::Job &done) {
        if (done.error() != QKeychain::NoError)
            return answer.give(tl::make_unexpected(errorOf(done)));
        answer.give(Secret(static_cast<const QKeychain::ReadPasswordJob &>(done).binaryData()));
    });
    return answer.future();
}

Async<> KeychainSecretStore::write(const QString &key, const Secret &secret)
{
    const Answer<> answer;
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret.reveal());
    start(job, key, [answer](const QKeychain::Job &done) {
        answer.give(done.error() == QKeychain::NoError ? Result<>() : tl::make_unexpected(errorOf(done)));
    });
    return answer.future();
}

Async<> KeychainSecretStore::remove(const QString &key)
{
    const Answer<> answer;
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    start(job, key, [answer](const QKeychain::Job &done) {
        const bool gone = done.error() == QKeychain::NoError || done.error() == QKeychain::EntryNotFound;
        answer.give(gone ? Result<>() : tl::make_unexpected(errorOf(done)));
    });
    return answer.future();
}

} // namespace core
