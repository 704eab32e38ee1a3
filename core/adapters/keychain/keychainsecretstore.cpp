// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/keychain/keychainsecretstore.h"

#include "core/adapters/keychain/lockedentry.h"
#include "core/base/answer.h"

#include <QElapsedTimer>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// GDBus waits so long for an answer (libdbus and KWallet as well), and QtKeychain says of it only that it failed, in
// the user's language. What fails by itself does so at once.
constexpr std::chrono::seconds patienceOfTheBus{25};
constexpr std::chrono::seconds tolerance{1};

tl::unexpected<Error> missing()
{
    return fail(ErrorCode::NotFound, u"no such entry"_s);
}

tl::unexpected<Error> locked()
{
    return fail(ErrorCode::KeychainUnavailable, u"locked"_s);
}

Error errorOf(const QKeychain::Job &job, std::chrono::milliseconds took)
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
        if (took >= patienceOfTheBus - tolerance)
            return {ErrorCode::Timeout, u"no answer: "_s + job.errorString()};
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
    QElapsedTimer since;
    since.start();
    QObject::connect(job, &QKeychain::Job::finished, job, [outcome, since](QKeychain::Job *done) {
        outcome(*done, std::chrono::milliseconds(since.elapsed()));
    });
    job->start();
}

// What is in a locked collection is passed over, and that is no error (secret_password_clear).
void erase(const QString &service, const QString &key, const std::function<void(const Result<> &)> &done)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    start(job, key, [done](const QKeychain::Job &erased, std::chrono::milliseconds took) {
        const bool isGone = erased.error() == QKeychain::NoError || erased.error() == QKeychain::EntryNotFound;
        done(isGone ? Result<>() : tl::make_unexpected(errorOf(erased, took)));
    });
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service)
    : m_service(std::move(service))
{
}

// A question for the password that was cancelled looks to QtKeychain as if there were no such entry.
Async<Secret> KeychainSecretStore::read(const QString &key)
{
    const Answer<Secret> answer;
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    start(job, key, [answer, key, service = m_service](const QKeychain::Job &done, std::chrono::milliseconds took) {
        if (done.error() == QKeychain::NoError)
            return answer.give(Secret(static_cast<const QKeychain::ReadPasswordJob &>(done).binaryData()));
        if (done.error() != QKeychain::EntryNotFound)
            return answer.give(tl::make_unexpected(errorOf(done, took)));
        whenLockedIsKnown(service, key, [answer](bool isLocked) { answer.give(isLocked ? locked() : missing()); });
    });
    return answer.future();
}

Async<> KeychainSecretStore::write(const QString &key, const Secret &secret)
{
    const Answer<> answer;
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret.reveal());
    start(job, key, [answer](const QKeychain::Job &done, std::chrono::milliseconds took) {
        answer.give(done.error() == QKeychain::NoError ? Result<>() : tl::make_unexpected(errorOf(done, took)));
    });
    return answer.future();
}

Async<> KeychainSecretStore::remove(const QString &key)
{
    const Answer<> answer;
    erase(m_service, key, [answer, key, service = m_service](const Result<> &erased) {
        if (!erased)
            return answer.give(erased);
        whenLockedIsKnown(service, key, [answer, key, service](bool isLocked) {
            if (!isLocked)
                return answer.give({});
            // To read it asks for it to be unlocked.
            auto *job = new QKeychain::ReadPasswordJob(service);
            start(job, key, [answer, key, service](const QKeychain::Job &, std::chrono::milliseconds) {
                erase(service, key, [answer, key, service](const Result<> &again) {
                    whenLockedIsKnown(service, key, [answer, again](bool isStillLocked) {
                        answer.give(again && isStillLocked ? Result<>(locked()) : again);
                    });
                });
            });
        });
    });
    return answer.future();
}

} // namespace core
