// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/queue.h"

#include <QWidget>

class QLabel;

namespace ui {

class ElidedLabel;

// Below the panes: what is being done, how much waits, what with, and whether anything can leave this computer.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(const core::Queue &queue, QWidget *parent = nullptr);

    void setEngine(const QString &name, bool local);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void update();

    const core::Queue &m_queue;
    ElidedLabel *m_work;
    ElidedLabel *m_engine;
    QLabel *m_sign;
    ElidedLabel *m_reach;
};

} // namespace ui
