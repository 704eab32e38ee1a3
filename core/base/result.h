// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace core {

// Why an operation failed, for code: callers switch on it, ui/text turns it into a sentence.
enum class ErrorCode {
    Internal, // a broken promise of our own
    Cancelled,
    InvalidInput, // what the caller handed over makes no sense (wrong usage, bad schema, bad profile)
    NotFound,
    AccessDenied, // the file system says no
    Storage, // disk full, database broken
    NotADocument, // empty, a folder, or of a kind that is not read
    BrokenDocument,
    PasswordNeeded, // also: the password given is wrong
    Timeout,
    LimitReached, // memory, pages, bytes, budget
    WorkerLost, // the page worker crashed and its replacement did too
    Network, // no answer at all: no route, reset, TLS
    SignInNeeded,
    SignInRefused, // the provider, or a check of its answer, said no
    EndpointRefused, // 4xx other than 401 and 429
    EndpointBusy, // 429
    EndpointFailed, // 5xx, or an answer that is not what was asked for
    SecretMissing, // the keychain is there, but holds no secret of the name in detail
    KeychainUnavailable,
    ClientCertificate, // the one to be shown can't be used, or a server wants one or another; core/net/clientcertificate.h
    ProxyLogin, // a proxy wants a name and a password; detail: its host, in ASCII
    Last = ProxyLogin,
};

struct Error {
    ErrorCode code;
    QString detail; // technical, for the log and "details"; never a secret, never document text, never translated

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

} // namespace core
