// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace core {
class Queue;
}

namespace app {

// Gives memory back to the system after documents were read. A thousand pages of words are freed, but the C library
// keeps their place while anything above it is in use: a hundred megabytes and more.
class MemoryTrim : public QObject
{
    Q_OBJECT

public:
    explicit MemoryTrim(core::Queue &queue, QObject *parent = nullptr);

private:
    static void trim();

    QTimer m_calm; // nothing has been read for so long
};

} // namespace app
