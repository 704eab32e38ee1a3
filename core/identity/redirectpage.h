// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace core {

// The words of the page that the browser shows when the provider sends it back. Translated by whoever has the
// translations.
struct RedirectPageText {
    QString language = QStringLiteral("en");
    QString title = QStringLiteral("Lectern");
    QString received = QStringLiteral("Your answer has arrived. You can close this page and go back to Lectern.");
    QString refused = QStringLiteral("The provider did not sign you in. Go back to Lectern to see why.");
    QString signedOut = QStringLiteral("You are signed out. You can close this page and go back to Lectern.");
    QString unexpected = QStringLiteral("This page does not belong to a sign-in that is going on.");
};

enum class RedirectPage { Received, Refused, SignedOut, Unexpected };

// A whole HTTP answer. Nothing from the request is ever in it.
[[nodiscard]] QByteArray redirectPageAnswer(const RedirectPageText &text, RedirectPage page);
[[nodiscard]] QByteArray plainLoopbackAnswer(int status);

} // namespace core
