// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmark/viewer/desktop.h"

#include <optional>

// Programs that show documents, watched from outside: what is on the screen, what they take of the machine. The
// documents are on paper of another colour than white, so that what is drawn and what is still blank can be told apart.

// Milliseconds from starting the program to the first page on the screen; nothing when none comes.
[[nodiscard]] std::optional<double> startTime(Desktop &desktop, const QString &program, const QString &file);

struct Scrolling {
    int samples = 0;
    int blank = 0; // of these, with blank paper: more than 2 % of what should be paper
    double blankArea = 0; // of all paper
    // Bytes, of all of the program's processes: right after the last key, when all work is done, and at the end.
    qint64 busyMemory = 0;
    qint64 memory = 0;
    qint64 memoryAtEnd = 0;
};
// Whether the reader first looks at page 1 for a moment, or does not wait for anything but that.
enum class Beginning { Calm, AtOnce };

// Page Down so many times a second, `viewports` times, while the screen is looked at 150 times a second.
// Then, when it is calm, so many more to the end of the book; 0: no more.
[[nodiscard]] std::optional<Scrolling> scroll(Desktop &desktop, const QString &program, const QString &file, int hertz,
                                              int viewports, int toEnd = 0, Beginning beginning = Beginning::Calm);
