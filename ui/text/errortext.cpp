// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errortext.h"

#include "core/documents/intake.h"
#include "core/documents/pagelimit.h"
#include "core/engines/refusal.h"
#include "core/identity/idtoken.h"
#include "core/net/http.h"
#include "core/net/proxylogin.h"
#include "ui/text/certificatetext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ui::ErrorText)

public:
    static QString sentence(core::ErrorCode code);
    static QString words(core::ErrorCode code);
    static QString sentenceOfItsOwn(const core::Error &error);
    static QString wordsOfItsOwn(const core::Error &error);
    static QString passing(core::ErrorCode code);
};

// What the code alone does not say; empty for all others.
QString ErrorText::sentenceOfItsOwn(const core::Error &error)
{
    if (const auto limit = core::pageLimitOf(error)) {
        const QLocale locale;
        return tr("The document has %1 pages; values are read from up to %2. Its pages can be read here. For values, "
                  "print "
                  "the pages that matter to a PDF of their own, and add that.")
            .arg(locale.toString(limit->pages), locale.toString(limit->most));
    }
    if (core::isSignInRefusedByEndpoint(error))
        return tr(
            "You are signed in, but the extraction service refused your account's sign-in. Your work is kept. Sign "
            "in again, then try again; if that does not help, ask your administrator for access.");
    if (core::isAboutTime(error))
        return tr(
            "You are signed in, but what the provider sends is not valid at this time by the clock of this computer. "
            "Your work is kept. Set its date and time right, then try again.");
    if (const auto problem = core::certificateProblem(error))
        return certificateText(*problem);
    if (const auto proxy = core::proxyOf(error))
        return tr("The proxy %1 wants a name and a password, and there are none. Your work is kept. Try again to be "
                  "asked for them.")
            .arg(*proxy);
    if (const QString host = core::untrustedHost(error); !host.isEmpty())
        return tr("The certificate of %1 is not trusted on this computer, so nothing was sent. Check the address and "
                  "this "
                  "computer's date. If your organization has an authority of its own, ask your administrator for its "
                  "certificate and name it (extra_ca) where the address stands: in the profile or in the connection's "
                  "file.")
            .arg(host);
    if (error.detail.startsWith("extra_ca:"_L1))
        return tr(
            "The file of certificates that the profile or the connection names (extra_ca) can't be used. Ask your "
            "administrator for it. PEM files can be read.");
    if (error.code == core::ErrorCode::NotADocument && error.detail == core::emptyFile)
        return tr(
            "The file is empty: there is nothing in it to read. It may not have been saved or downloaded to its end. "
            "Ask for a new copy of it.");
    if (error.code == core::ErrorCode::NotADocument && error.detail == core::folderNotFile)
        return tr("This is a folder, and none of the files in it is a PDF, PNG, JPEG or TIFF. Add the documents "
                  "themselves.");
    return {};
}

QString ErrorText::wordsOfItsOwn(const core::Error &error)
{
    if (core::pageLimitOf(error))
        return tr("Too many pages");
    if (core::isSignInRefusedByEndpoint(error))
        return tr("Account not accepted");
    if (core::isAboutTime(error))
        return tr("Wrong clock");
    if (error.code == core::ErrorCode::NotADocument && error.detail == core::emptyFile)
        return tr("Empty file");
    if (error.code == core::ErrorCode::NotADocument && error.detail == core::folderNotFile)
        return tr("A folder");
    return {};
}

QString ErrorText::passing(core::ErrorCode code)
{
    if (code == core::ErrorCode::EndpointBusy)
        return tr("The extraction service has too much to do and asked to be left alone for a moment.");
    if (code == core::ErrorCode::Network)
        return tr("The server can't be reached.");
    return {};
}

QString ErrorText::sentence(core::ErrorCode code)
{
    using enum core::ErrorCode;
    switch (code) {
    case Internal:
        return tr(
            "Something went wrong inside Lectern. Your corrections are kept. Try again; the log has the details.");
    case Cancelled:
        return tr("Stopped. Nothing was changed.");
    case InvalidInput:
        return tr("This can't be used as it is. Nothing was changed; the log says what is wrong with it.");
    case NotFound:
        return tr(
            "The file is no longer there. What was read from it is kept. Put it back, or remove it from the library.");
    case AccessDenied:
        return tr("Your system doesn't let you read or write this file. Ask for access to it, then try again.");
    case Storage:
        return tr("This could not be saved; what was saved before is kept. Make room on the disk, then try again.");
    case NotADocument:
        return tr("What is in this file is not a document that can be read, whatever its name says. PDF, PNG and JPEG "
                  "files can, and most kinds of TIFF.");
    case BrokenDocument:
        return tr("The document is damaged and can't be read. The file was not changed. Ask for a new copy of it.");
    case PasswordNeeded:
        return tr("The document is locked. Type its password to open it.");
    case Timeout:
        return tr("This took too long and was stopped. Nothing was lost. Try again.");
    case LimitReached:
        return tr("The document is larger than the limits allow. Nothing was changed. Ask for a smaller one.");
    case WorkerLost:
        return tr("Reading this document failed twice. Your other work is not touched. The file may be damaged.");
    case Network:
        return tr("The server can't be reached. Your work is kept. Check the network, then try again.");
    case SignInNeeded:
        return tr("You are not signed in any more. Your work is kept. Sign in, then try again.");
    case SignInRefused:
        return tr("The sign-in was refused. Nothing was changed. Try again, or ask your administrator for access.");
    case EndpointRefused:
        return tr("The extraction service refused this document. It is still in your library. Try another engine, or "
                  "ask your administrator.");
    case EndpointBusy:
        return tr("The extraction service is busy. The document is kept. Try again in a minute.");
    case EndpointFailed:
        return tr("The extraction service failed. The document is kept. Try again, or use another engine.");
    case SecretMissing:
        return tr("The keychain of this computer holds no secret for this service. Your work is kept. Ask your "
                  "administrator for it, add it, then try again.");
    case KeychainUnavailable:
        return tr("The keychain of this computer can't be used. You stay signed in for this session only.");
    case ClientCertificate:
        return tr("The client certificate can't be used. Your work is kept. Ask your administrator for another one.");
    case ProxyLogin:
        return tr("The proxy wants a name and a password. Your work is kept. Ask your administrator for them.");
    }
    Q_UNREACHABLE();
}

QString ErrorText::words(core::ErrorCode code)
{
    using enum core::ErrorCode;
    switch (code) {
    case Internal:
        return tr("Internal fault");
    case Cancelled:
        return tr("Stopped");
    case InvalidInput:
        return tr("Can't be used");
    case NotFound:
        return tr("File is gone");
    case AccessDenied:
        return tr("No access to the file");
    case Storage:
        return tr("Could not be saved");
    case NotADocument:
        return tr("Not a document");
    case BrokenDocument:
        return tr("Damaged document");
    case PasswordNeeded:
        return tr("Password needed");
    case Timeout:
        return tr("Took too long");
    case LimitReached:
        return tr("Too large");
    case WorkerLost:
        return tr("Can't be read");
    case Network:
        return tr("Server not reached");
    case SignInNeeded:
        return tr("Sign in first");
    case SignInRefused:
        return tr("Sign-in refused");
    case EndpointRefused:
        return tr("Service refused it");
    case EndpointBusy:
        return tr("Service is busy");
    case EndpointFailed:
        return tr("Service failed");
    case SecretMissing:
        return tr("No secret for it");
    case KeychainUnavailable:
        return tr("No keychain");
    case ClientCertificate:
        return tr("Client certificate");
    case ProxyLogin:
        return tr("Proxy password");
    }
    Q_UNREACHABLE();
}

} // namespace

QString errorText(const core::Error &error)
{
    const QString own = ErrorText::sentenceOfItsOwn(error);
    return own.isEmpty() ? ErrorText::sentence(error.code) : own;
}

QString shortErrorText(const core::Error &error)
{
    const QString own = ErrorText::wordsOfItsOwn(error);
    return own.isEmpty() ? ErrorText::words(error.code) : own;
}

QString passingErrorText(const core::Error &error)
{
    const QString passing = ErrorText::passing(error.code);
    return passing.isEmpty() ? errorText(error) : passing;
}

} // namespace ui
