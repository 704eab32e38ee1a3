// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"
#include "core/documents/pagelimit.h"
#include "core/engines/refusal.h"

#include <QCoreApplication>

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString plainSentence(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::Internal:
        return tr("Something went wrong inside Lectern.");
    case core::ErrorCode::Cancelled:
        return tr("Cancelled.");
    case core::ErrorCode::InvalidInput:
        return tr("What was given makes no sense here.");
    case core::ErrorCode::NotFound:
        return tr("There is no such file.");
    case core::ErrorCode::AccessDenied:
        return tr("The file may not be opened by this user.");
    case core::ErrorCode::Storage:
        return tr("The file could not be written.");
    case core::ErrorCode::NotADocument:
        return tr("This is not a document that can be read (PDF, PNG, JPEG or TIFF).");
    case core::ErrorCode::BrokenDocument:
        return tr("The document is damaged beyond reading.");
    case core::ErrorCode::PasswordNeeded:
        return tr("The document needs a password: give the right one with --password-file.");
    case core::ErrorCode::Timeout:
        return tr("It took too long.");
    case core::ErrorCode::LimitReached:
        return tr("A limit was reached.");
    case core::ErrorCode::WorkerLost:
        return tr("The page worker stopped working on this document.");
    case core::ErrorCode::Network:
        return tr("The network gave no answer.");
    case core::ErrorCode::SignInNeeded:
        return tr("Sign in first: lectern-cli sign-in.");
    case core::ErrorCode::SignInRefused:
        return tr("The sign-in was refused.");
    case core::ErrorCode::EndpointRefused:
        return tr("The endpoint refused the request.");
    case core::ErrorCode::EndpointBusy:
        return tr("The endpoint is too busy; try again later.");
    case core::ErrorCode::EndpointFailed:
        return tr("The endpoint failed or gave an answer that makes no sense.");
    case core::ErrorCode::SecretMissing:
        return tr("The keychain holds no such secret: lectern-cli secret set NAME keeps one.");
    case core::ErrorCode::KeychainUnavailable:
        return tr("The keychain is locked or there is none.");
    }
    return tr("Something went wrong inside Lectern.");
}

} // namespace

QString sentence(const core::Error &error)
{
    if (const auto limit = core::pageLimitOf(error))
        return tr("The document has %1 pages; values are read from up to %2. Extract from a PDF that has only the "
                  "pages "
                  "that matter.")
            .arg(limit->pages)
            .arg(limit->most);
    if (core::isSignInRefusedByEndpoint(error))
        return tr("The endpoint refused the account's sign-in: sign in again with lectern-cli sign-in, or ask for "
                  "access. (%1)")
            .arg(error.detail);
    const QString plain = plainSentence(error.code);
    return error.detail.isEmpty() ? plain : QStringLiteral("%1 (%2)").arg(plain, error.detail);
}

} // namespace app
