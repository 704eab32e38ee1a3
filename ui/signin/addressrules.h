// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

// What a sign-in page may do, decided on addresses alone.
namespace ui {

struct AddressRules {
    QUrl start; // the provider's authorization endpoint
    QUrl redirect; // where the answer goes

    [[nodiscard]] bool mayNavigate(const QUrl &url) const; // a frame's own page
    [[nodiscard]] bool mayLoad(const QUrl &url) const; // what a page is made of
};

[[nodiscard]] bool isLoopback(const QUrl &url);
// Whether it leads to what listens on this computer, by whatever name or number: localhost and all below it (RFC 6761,
// 6.3), the whole of 127.0.0.0/8 and 0.0.0.0/8, ::, ::1 and the IPv4 addresses in IPv6 ones, with a dot at the end,
// too.
[[nodiscard]] bool isThisComputer(const QUrl &url);
[[nodiscard]] bool isRedirect(const QUrl &url, const QUrl &redirect); // with whatever query

// Where a page is from, for people: ASCII host, port when it is not the usual one; the scheme where it is not https.
[[nodiscard]] QString originText(const QUrl &url);

// Providers that refuse pages inside other programs: straight to the system's browser.
[[nodiscard]] bool refusesEmbedding(const QUrl &url);

// Whether a page, or a script that it loads, speaks of passkeys or security keys (WebAuthn). They don't work inside
// this window: the engine has no way to ask for them, and a page that does waits forever. A page that merely offers
// them looks the same, so this is a reason to say so and no more.
[[nodiscard]] bool speaksOfPasskeys(const QString &html);
// Whether a person could fill something in there: a name, a password, a code.
[[nodiscard]] bool hasFieldToFill(const QString &html);
[[nodiscard]] bool isPasskeyScript(const QUrl &script);

} // namespace ui
