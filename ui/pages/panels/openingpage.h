// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

// Quiet progress while a document opens. Nothing for the first 100 ms; a way to give up after two seconds.
class OpeningPage : public QWidget
{
    Q_OBJECT

public:
    explicit OpeningPage(QWidget *parent = nullptr);

    void start(const QString &fileName);
    void stop();

signals:
    void cancelled();

private:
    QTimer m_quiet;
    QTimer m_long;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
};

} // namespace ui
