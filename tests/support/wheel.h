// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QWheelEvent>
#include <QWidget>

// As a mouse does over that place of the window: whatever lies there hears it first, then what it lies in.
inline void turnWheel(QWidget &window, QPoint at, int notches)
{
    for (int notch = 0; notch < std::abs(notches); ++notch) {
        for (QWidget *under = window.childAt(at); under; under = under->parentWidget()) {
            QWheelEvent event(under->mapFrom(&window, at), window.mapToGlobal(at), {}, {0, notches < 0 ? -120 : 120},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            event.ignore();
            if (QApplication::sendEvent(under, &event) && event.isAccepted())
                break;
        }
    }
}
