// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/devicesignin.h"

#include "core/base/logging.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr std::chrono::seconds slowDownStep{5}; // RFC 8628, 3.5
constexpr std::chrono::seconds longestPause{60};
constexpr int mostInVain = 5;

bool mayPass(ErrorCode code)
{
    return code == ErrorCode::Network || code == ErrorCode::Timeout || code == ErrorCode::EndpointBusy
        || code == ErrorCode::EndpointFailed;
}

} // namespace

DeviceSignIn::DeviceSignIn(Provider &provider, Options options, Secret clientSecret, const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_options(std::move(options))
    , m_clientSecret(std::move(clientSecret))
    , m_clock(clock)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { finish(tl::make_unexpected(lateness())); });
}

DeviceSignIn::~DeviceSignIn()
{
    m_ownStop.request_stop();
}

Async<SignedIn> DeviceSignIn::run(const std::stop_token &stop)
{
    m_onStop.watch(stop, this, [this] { cancel(); });
    limit();
    const auto token = m_ownStop.get_token();
    const auto authorization =
        andThen(m_provider.metadata(token), this, [this, token](const ProviderMetadata &metadata) {
            m_issuer = metadata.issuer;
            return m_provider.authorizeDevice(m_options.organization, m_clientSecret, token);
        });
    whenDone(authorization, this, [this](const Result<DeviceAuthorization> &outcome) { authorized(outcome); });
    return m_answer.future();
}

void DeviceSignIn::cancel()
{
    finish(fail(ErrorCode::Cancelled));
}

void DeviceSignIn::authorized(const Result<DeviceAuthorization> &authorization)
{
    if (m_answer.isGiven())
        return;
    if (!authorization)
        return finish(tl::make_unexpected(authorization.error()));
    m_authorization = *authorization;
    m_interval = m_authorization.interval;
    m_until = m_authorization.prompt.expiresAt;
    if (m_options.timeout.count() > 0)
        m_until = std::min(m_until, m_clock.now().addMSecs(m_options.timeout.count()));
    qCInfo(lcIdentity) << "waiting for a code to be entered at" << m_provider.profile().id;
    limit(); // the person's time begins now
    emit prompt(m_authorization.prompt);
    waitAndPoll();
}

void DeviceSignIn::limit()
{
    if (m_options.timeout.count() == 0)
        return;
    m_limit.start(m_options.timeout);
}

// Whether anybody entered the code is not known as long as the provider does not answer.
Error DeviceSignIn::lateness() const
{
    if (const auto silent = m_provider.awaited(m_ownStop.get_token()))
        return silenceOf(*silent);
    return m_fault.value_or(Error{ErrorCode::Timeout, u"device_code: nobody entered the code in time"_s});
}

void DeviceSignIn::waitAndPoll()
{
    if (m_answer.isGiven())
        return;
    const std::chrono::milliseconds left(std::max<qint64>(0, m_clock.now().msecsTo(m_until)));
    m_options.after(std::min<std::chrono::milliseconds>(m_interval, left), this, [this] { poll(); });
}

void DeviceSignIn::poll()
{
    if (m_answer.isGiven())
        return;
    if (m_clock.now() >= m_until)
        return finish(tl::make_unexpected(lateness()));
    IdTokenExpectation expected;
    expected.issuer = m_issuer;
    expected.clientId = m_provider.profile().clientId;
    expected.hasNonce = false;
    whenDone(m_provider.redeem(deviceGrant(m_provider.profile(), m_authorization.deviceCode), m_clientSecret, expected,
                               m_ownStop.get_token()),
             this, [this](const Result<Provider::Redeemed> &redeemed) { polled(redeemed); });
}

void DeviceSignIn::polled(const Result<Provider::Redeemed> &redeemed)
{
    if (m_answer.isGiven())
        return;
    if (!redeemed)
        return triedInVain(redeemed.error());
    whenDone(concludeSignIn(m_provider, *redeemed, m_options.organization, m_clientSecret, m_ownStop.get_token()), this,
             [this](Result<SignedIn> signedIn) { finish(std::move(signedIn)); });
}

// RFC 8628, 3.5: what is an answer, what asks for patience, and what is the end.
void DeviceSignIn::triedInVain(const Error &error)
{
    if (isProviderError(error, "authorization_pending"_L1) || isProviderError(error, "slow_down"_L1)) {
        if (isProviderError(error, "slow_down"_L1))
            m_interval += slowDownStep;
        m_inVain = 0;
        m_fault.reset();
        return waitAndPoll();
    }
    if (mayPass(error.code) && ++m_inVain < mostInVain) {
        m_fault = error;
        m_interval = std::max(m_interval, std::min(m_interval * 2, longestPause));
        return waitAndPoll();
    }
    if (isProviderError(error, "expired_token"_L1))
        return finish(fail(ErrorCode::Timeout, error.detail));
    // invalid_grant means "ask the user" only where there was a session.
    const ErrorCode code = error.code == ErrorCode::SignInNeeded ? ErrorCode::SignInRefused : error.code;
    finish(fail(code, error.detail));
}

void DeviceSignIn::finish(Result<SignedIn> outcome)
{
    if (m_answer.isGiven())
        return;
    if (!outcome)
        qCInfo(lcIdentity) << "sign-in ended with error" << static_cast<int>(outcome.error().code);
    m_answer.give(std::move(outcome));
    m_limit.stop();
    m_onStop.forget();
    m_ownStop.request_stop();
}

} // namespace core
