// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

// What the kernel knows of running processes, for tests that look for what was left behind.

[[nodiscard]] std::vector<qint64> childProcesses(); // of this one, zombies among them
[[nodiscard]] std::vector<qint64> descendantsOf(qint64 pid); // children, theirs, and so on
// Without those of event loops: a pool starts and ends its threads as it likes, and each has one.
[[nodiscard]] qsizetype openDescriptors(qint64 pid);
[[nodiscard]] qint64 ownMemory(qint64 pid); // bytes: its share of what it has (Pss), so that a sum counts nothing twice
// What it has filled itself, in bytes: without files it maps, whose share grows when another program lets go of them.
[[nodiscard]] qint64 filledMemory(qint64 pid);
