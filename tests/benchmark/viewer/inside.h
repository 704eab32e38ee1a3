// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What can be seen from inside of a program only: the document pane, with real workers, in a process of its own on the
// display of the environment. Prints a line "name: number number ..." each; 0 when all went well.
//   held30, held60: median, p99 and maximum of the longest time, in milliseconds, that the event loop was held between
//   two presses of Page Down, at so many a second
//   evidence: median, p95 and maximum of the time from choosing a field to its evidence on the screen, on pages that
//   were not drawn before
[[nodiscard]] int measureInside(int argc, char **argv, const QString &file);
