// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTest>

// Keys and clicks through the X server, to whatever has the focus or is below the pointer: a page of another process
// takes no others.
inline bool byHand(const QStringList &xdotool)
{
    QProcess process;
    process.start(QStringLiteral("xdotool"), xdotool);
    return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 10'000)
        && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}
