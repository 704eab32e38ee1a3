// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWebEngineScript;

namespace ui {

// Passkeys and security keys (WebAuthn) don't work inside this window: the engine has
// no way to ask for them, and a page that calls for one waits forever. The script prints `sign` on the page's console
// when it does: when navigator.credentials.get() or create() is called for a public key. A page that merely offers
// them, or looks whether they could be had, says nothing. It changes no answer, reads nothing else and knows no more
// than the page does.
[[nodiscard]] QWebEngineScript passkeyScript(const QString &sign);

} // namespace ui
