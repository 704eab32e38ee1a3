// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace core {

// Whether there is a network, as far as the operating system knows. A hint for when to try again, never a reason not
// to.
class Reachability : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void returned(); // there is a network again, or another one
};

} // namespace core
