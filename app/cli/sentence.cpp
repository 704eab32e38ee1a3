// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"
#include "core/documents/pagelimit.h"
#include "core/engines/refusal.h"
#include "core/identity/redirectlistener.h"
#include "core/identity/silentendpoint.h"
#include "core/identity/tokenresponse.h"
#include "core/net/clientcertificate.h"
#include "core/net/http.h"
#include "core/net/proxylogin.h"
#include "ui/text/signintext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

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
        return tr("This is not a document that can be read (PDF, PNG, JPEG or a usual kind of TIFF).");
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
    case core::ErrorCode::ClientCertificate:
        return tr("The client certificate can't be used.");
    case core::ErrorCode::ProxyLogin:
        return tr("The proxy wants a name and a password.");
    }
    return tr("Something went wrong inside Lectern.");
}

// What to do about a client certificate; the technical detail that follows names it.
QString certificateSentence(core::CertificateTrouble trouble)
{
    switch (trouble) {
    case core::CertificateTrouble::Missing:
        return tr("The client certificate, or its key, is not there: put the file back, or change the profile.");
    case core::CertificateTrouble::Unreadable:
        return tr("The client certificate, or its key, may not be read by this user.");
    case core::CertificateTrouble::NotACertificate:
        return tr("The client certificate's file holds none: PEM and PKCS#12 can be read.");
    case core::CertificateTrouble::NoKey:
        return tr("There is no private key to the client certificate: RSA and elliptic curve keys can be used.");
    case core::CertificateTrouble::OtherKey:
        return tr("The private key belongs to another certificate than the one named.");
    case core::CertificateTrouble::NoPassphrase:
        return tr("The client certificate's key is encrypted: keep its passphrase with lectern-cli secret set NAME.");
    case core::CertificateTrouble::WrongPassphrase:
        return tr("The passphrase does not open the client certificate's key: lectern-cli secret set NAME keeps "
                  "another.");
    case core::CertificateTrouble::NotYetValid:
        return tr("The client certificate is not valid yet, or this computer's clock is wrong.");
    case core::CertificateTrouble::Expired:
        return tr("The client certificate has expired: ask for a new one.");
    case core::CertificateTrouble::Demanded:
        return tr("The server seems to want a client certificate: name one as client_certificate in the profile or the "
                  "connection.");
    case core::CertificateTrouble::Refused:
        return tr("The server does not accept the client certificate: ask for one that it accepts.");
    }
    return {};
}

bool providersWordsWanted = false;

// The code that a provider gave, and its own words for whoever asks. Other details as they are.
QString detailOf(const core::Error &error)
{
    const bool isOfSignIn = error.code == core::ErrorCode::SignInRefused || error.code == core::ErrorCode::SignInNeeded;
    const QString brief = isOfSignIn ? core::withoutProvidersWords(error.detail) : error.detail;
    if (brief == error.detail)
        return brief;
    return ui::technicalText({error.code, providersWordsWanted ? error.detail : brief});
}

} // namespace

void tellProvidersWords(bool wanted)
{
    providersWordsWanted = wanted;
}

QString sentence(const core::Error &error)
{
    if (const auto problem = core::certificateProblem(error))
        return QStringLiteral("%1 (%2)").arg(certificateSentence(problem->trouble), problem->subject);
    if (const auto proxy = core::proxyOf(error))
        return tr("The proxy %1 wants a name and a password, or did not take them: put them into https_proxy "
                  "(http://NAME:PASSWORD@%1:PORT), or keep NAME:PASSWORD with lectern-cli secret set %2.")
            .arg(*proxy, core::proxyEntry(*proxy));

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
    // In the words of the window: what it was, and what to do.
    const bool isUntrusted = !core::untrustedHost(error).isEmpty() || error.detail.startsWith("extra_ca:"_L1);
    const bool isOfSignIn = error.code == core::ErrorCode::SignInRefused || isUntrusted || core::takenPortsOf(error)
        || error.detail.startsWith("jwks_uri: status 40"_L1) || core::silentEndpointOf(error)
        || core::isPageSilence(error);
    const QString plain = isOfSignIn ? ui::signInErrorText(error) : plainSentence(error.code);
    const QString detail = detailOf(error);
    return detail.isEmpty() ? plain : QStringLiteral("%1 (%2)").arg(plain, detail);
}

} // namespace app
