// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/after.h"
#include "core/base/answer.h"
#include "core/base/clock.h"
#include "core/base/onstop.h"
#include "core/identity/deviceauthorization.h"
#include "core/identity/signedin.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace core {

// One attempt to sign in on a machine with no usable browser (RFC 8628): the person reads a code here and enters it
// there, while this asks the token endpoint at the provider's pace. Starts when run() is called, and is used once.
class DeviceSignIn : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString organization;
        std::chrono::milliseconds timeout{0}; // 0: as long as the provider's code is good
        After after = afterTimer;
    };

    DeviceSignIn(Provider &provider, Options options, Secret clientSecret, const Clock &clock,
                 QObject *parent = nullptr);
    ~DeviceSignIn() override;

    // Errors: Cancelled, SignInRefused (the person said no, a check failed, the provider has no such way to sign in),
    // Timeout (nobody entered the code in time; silentEndpointOf() when the provider did not answer), Network and the
    // endpoint's when they last.
    [[nodiscard]] Async<SignedIn> run(const std::stop_token &stop);
    void cancel();

signals:
    void prompt(const core::DevicePrompt &prompt); // once: show it

private:
    void authorized(const Result<DeviceAuthorization> &authorization);
    void waitAndPoll();
    void poll();
    void polled(const Result<Provider::Redeemed> &redeemed);
    void triedInVain(const Error &error);
    void limit();
    [[nodiscard]] Error lateness() const;
    void finish(Result<SignedIn> outcome);

    Provider &m_provider;
    Options m_options;
    Secret m_clientSecret;
    const Clock &m_clock;
    Answer<SignedIn> m_answer;
    DeviceAuthorization m_authorization;
    QString m_issuer;
    QDateTime m_until;
    std::chrono::seconds m_interval{0};
    int m_inVain = 0; // questions in a row that got no answer
    std::optional<Error> m_fault; // of the last of them
    QTimer m_limit; // for what hangs between two questions' times
    std::stop_source m_ownStop; // stops what is under way when the attempt ends early
    OnStop m_onStop;
};

} // namespace core
