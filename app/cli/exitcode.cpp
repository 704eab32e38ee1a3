// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitcode.h"

#include <algorithm>
#include <array>

namespace app {

int exitCodeOf(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::Internal:
    case core::ErrorCode::Storage:
    case core::ErrorCode::Cancelled:
    case core::ErrorCode::WorkerLost:
    case core::ErrorCode::KeychainUnavailable:
        return InternalError;
    case core::ErrorCode::InvalidInput:
        return WrongUsage;
    case core::ErrorCode::NotFound:
    case core::ErrorCode::AccessDenied:
    case core::ErrorCode::NotADocument:
    case core::ErrorCode::BrokenDocument:
    case core::ErrorCode::PasswordNeeded:
        return UnreadableDocument;
    case core::ErrorCode::Timeout:
    case core::ErrorCode::LimitReached:
        return LimitHit;
    case core::ErrorCode::SignInNeeded:
    case core::ErrorCode::SignInRefused:
    case core::ErrorCode::SecretMissing:
    case core::ErrorCode::ClientCertificate:
        return SignInProblem;
    case core::ErrorCode::Network:
    case core::ErrorCode::ProxyLogin:
    case core::ErrorCode::EndpointRefused:
    case core::ErrorCode::EndpointBusy:
    case core::ErrorCode::EndpointFailed:
        return EndpointProblem;
    }
    return InternalError;
}

int worse(int a, int b)
{
    static constexpr std::array gravest{InternalError, WrongUsage,         EndpointProblem, SignInProblem,
                                        LimitHit,      UnreadableDocument, BelowThreshold,  Done};
    const auto rank = [](int code) { return std::find(gravest.begin(), gravest.end(), code); };
    return rank(a) <= rank(b) ? a : b;
}

} // namespace app
