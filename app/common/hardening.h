// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

// No core file, of this program or of any that it starts: memory holds tokens and documents. First thing in main.
void leaveNoCoreFile();

// Besides, no other program of this user may look into this one's memory (PR_SET_DUMPABLE). Not for the window: desktop
// portals look into /proc to see who asks, and turn away a program that hides. Nor for the browser: a sandbox that is
// made with user namespaces, as the web engine's is, can't be made by one.
void hideMemory();

} // namespace app
