// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accountsprivate.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

Async<Account> Accounts::signInWithDevice(const QString &profile, const SignInOptions &options,
                                          std::function<void(const DevicePrompt &)> show, std::stop_token stop)
{
    Provider *provider = d->providerOf(profile);
    if (!provider)
        return ready<Account>(fail(ErrorCode::InvalidInput, u"no provider profile has the id "_s + profile));
    return d->signInWithDevice(*provider, options, std::move(show), stop);
}

Async<Account> Accounts::Private::signInWithDevice(Provider &provider, const SignInOptions &options,
                                                   std::function<void(const DevicePrompt &)> show,
                                                   const std::stop_token &stop)
{
    const int number = ++m_attempts;
    cancelAttempt();
    const Answer<Account> answer;
    settle(State::SigningIn);
    m_attemptProfile = provider.profile().id;
    const auto begin = [=, this, &provider](const Result<Secret> &clientSecret) {
        if (!clientSecret || number != m_attempts)
            return ran(number, options.keep, provider,
                       tl::make_unexpected(clientSecret ? Error{ErrorCode::Cancelled, {}} : clientSecret.error()),
                       answer);
        m_deviceAttempt = new DeviceSignIn(provider, {options.organization, options.timeout, ports.after},
                                           *clientSecret, ports.clock, this);
        connect(m_deviceAttempt, &DeviceSignIn::prompt, this, show);
        whenDone(m_deviceAttempt->run(stop), this,
                 [=, this, &provider, attempt = m_deviceAttempt](const Result<SignedIn> &signedIn) {
                     attempt->deleteLater();
                     ran(number, options.keep, provider, signedIn, answer);
                 });
    };
    whenDone(readClientSecret(provider.profile(), secrets, this), this, begin);
    return answer.future();
}

void Accounts::Private::cancelAttempt()
{
    if (m_attempt)
        m_attempt->cancel();
    if (m_deviceAttempt)
        m_deviceAttempt->cancel();
}

} // namespace core
