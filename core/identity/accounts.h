// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/after.h"
#include "core/base/clock.h"
#include "core/base/setting.h"
#include "core/identity/account.h"
#include "core/identity/browser.h"
#include "core/identity/deviceauthorization.h"
#include "core/identity/jwtsigner.h"
#include "core/identity/profile.h"
#include "core/identity/redirectlistener.h"
#include "core/identity/refreshlock.h"
#include "core/identity/secretstore.h"
#include "core/identity/signature.h"
#include "core/net/http.h"
#include "core/net/reachability.h"
#include "core/net/tokensource.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace core {

// Everything outside that signing in needs.
struct IdentityPorts {
    HttpTransport &http;
    SecretStore &secrets;
    SignatureVerifier &signatures;
    RedirectListenerFactory &listeners;
    SettingsStore &settings; // the list of known accounts (no secret in it)
    const Clock &clock;
    After after = afterTimer; // between two questions to the provider
    const JwtSigner *signer = nullptr; // needed by profiles with private_key_jwt
    RefreshLocks *locks = nullptr; // null: no other program shares the keychain
    Reachability *network = nullptr; // null: nobody says when the network returns
};

// The accounts of this user on this machine, and the one in use. The only thing that ever holds a token.
class Accounts : public QObject
{
    Q_OBJECT

public:
    Accounts(IdentityPorts ports, std::vector<ProviderProfile> profiles, QObject *parent = nullptr);
    ~Accounts() override;

    enum class State { SignedOut, Restoring, SigningIn, SignedIn };
    [[nodiscard]] State state() const;
    [[nodiscard]] std::optional<Account> current() const;
    [[nodiscard]] std::vector<Account> known() const; // kept from earlier starts, the current one included
    [[nodiscard]] const std::vector<ProviderProfile> &profiles() const;
    // Takes a profile in while the program runs. One of the same id is replaced for what begins from now on; a session
    // that is there goes on with the old one.
    void addProfile(const ProviderProfile &profile);
    // Nobody signs in with it any more; an attempt that goes on with it is cancelled. Its accounts stay known: sign
    // them out first.
    void removeProfile(const QString &profile);

    // Signs in the account used last with its stored refresh token: no page, no waiting for anybody. Without network
    // the account is current with an expired token. Ends at once when there is none.
    void restore();

    struct SignInOptions {
        QString organization = {};
        QString loginHint = {};
        bool formPost = true; // response_mode=form_post where the provider offers it
        bool keep = true; // false: "this session only", the keychain is left alone
        std::chrono::milliseconds timeout{300'000}; // for the user's answer
        bool chooseAccount = false; // "use another account": the provider asks which one, as far as it can
    };
    // One attempt at a time: an earlier one is cancelled. The provider's page is shown through browser. Errors:
    // Cancelled (user closed the page, stop), SignInRefused (detail says which check), Network, Timeout, InvalidInput
    // (profile).
    [[nodiscard]] Async<Account> signIn(const QString &profile, const SignInOptions &options, Browser &browser,
                                        std::stop_token stop);
    // As signIn(), on a machine with no usable browser (RFC 8628): show() is called once with what a person is to open
    // and enter elsewhere. Of the options only organization and timeout count; a timeout of 0 is as long as the code is
    // good. The same errors; SignInRefused too where the provider offers no such way.
    [[nodiscard]] Async<Account> signInWithDevice(const QString &profile, const SignInOptions &options,
                                                  std::function<void(const DevicePrompt &)> show, std::stop_token stop);
    // Makes another known account the current one, with its stored refresh token. The one before stays known, and stays
    // current until the keychain has answered: there is no moment with nobody, and none with a mixture. No page is
    // shown; expired() says that one is needed. Ignored while a sign-in goes on, and for an account that is not known.
    void switchTo(const QString &account);
    // Goes on without an account. The one that was current stays known and signed in; the next start does without it.
    void setAside();
    // Wipes the keychain, revokes, ends the provider's session; each step may fail without holding up the next.
    // The address to show for RP-initiated logout, when the provider has one (empty: nothing to show). Errors:
    // NotFound, KeychainUnavailable: something of it is still in there, and the account stays known, so that it can be
    // done again.
    [[nodiscard]] Async<QUrl> signOut(const QString &account);
    // The user's own browser is about to open that address. Where the profile has it come back to this computer
    // (RP-Initiated Logout 1.0, 2: post_logout_redirect_uri), a page says that it is done; without one the browser
    // would end on an error. Answers when it has been there. Errors: NotFound: it comes back elsewhere or not at all;
    // Network: the port is taken; Cancelled: nobody came for half a minute, or somebody signs in.
    [[nodiscard]] Async<> browserComesBack(const QString &profile);

    // "This session only": whatever waits for the keychain goes on without it. Otherwise that happens after a minute.
    void stopWaitingForKeychain();
    void setKeychainPatience(std::chrono::milliseconds untilSaid, std::chrono::milliseconds untilGivenUp);

    // A browser that shows nothing, for asking the provider whether it still knows the user (prompt=none) before the
    // user is asked. Without one that step is left out.
    void setHiddenBrowser(Browser *browser);
    // Of the providers whose profiles allow it. Signing out forgets a provider's.
    [[nodiscard]] ProviderSessions &providerSessions();
    // How long to wait before each repetition of a refresh whose answer was lost.
    void setRefreshPatience(const std::vector<std::chrono::milliseconds> &repetitions, std::chrono::milliseconds lock);
    // The computer was asleep, or the clock may have jumped: see whether the token is still good.
    void wake();
    // Another program may have signed the current account out. Where it is in neither the list of accounts nor the
    // keychain any more, its session ends here too: signedOutElsewhere(). A keychain that does not answer changes
    // nothing.
    void reconsider();

    // Of the current account; lives as long as this.
    [[nodiscard]] TokenSource &tokens();

signals:
    void changed(); // state, current, known
    void profilesChanged();
    void revocationFailed(const QString &account); // signed out here, but the provider does not know of it
    void expired(const QString &account); // the refresh token is no longer good: ask the user once
    void signedOutElsewhere(const QString &account); // by another program: say so once
    void keychainWaiting(bool waiting); // the keychain takes its time: say so
    // KeychainUnavailable: there is a stored session, but no way to it now; switchTo() looks again.
    void restoreFailed(const core::Error &error, const QString &account);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace core
