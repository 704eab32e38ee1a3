// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWebEngineScript;

namespace ui {

// Takes connections between browsers (WebRTC) away from a page before it runs. The engine opens their sockets to
// whatever address the page names, this computer's and its network's among them, and asks none of the rules about
// addresses; nobody signs in through them. A frame that never loads anything has constructors of its own, before which no
// script can come: a page that goes that way can still have packets of STUN and TURN sent, and read nothing but those.
[[nodiscard]] QWebEngineScript noPeersScript();

} // namespace ui
