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
[[nodiscard]] bool isRedirect(const QUrl &url, const QUrl &redirect); // with whatever query

// Where a page is from, for people: ASCII host, port when it is not the usual one; the scheme where it is not https.
[[nodiscard]] QString originText(const QUrl &url);

// Providers that refuse pages inside other programs: straight to the system's browser.
[[nodiscard]] bool refusesEmbedding(const QUrl &url);

} // namespace ui
