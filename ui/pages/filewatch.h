// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/patientthreads.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <optional>

class QWidget;

namespace ui {

// Says when the file of the open document is no longer what was opened. Looks now and then while the widget is to be
// seen, and when its window is turned to; in the background, as a disk may be slow to answer, or silent. A share of
// the network tells of no change by itself.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    explicit FileWatch(QWidget *widget);

    void watch(const QString &file); // as it is now; empty: none
    void look();

signals:
    void looked(); // after whatever follows from it
    void changed();
    void vanished();
    void cameBack(); // just as it was

private:
    struct Trace {
        qint64 bytes = 0;
        QDateTime modified;
        friend bool operator==(const Trace &, const Trace &) = default;
    };
    enum class State { Unknown, Same, Changed, Vanished };

    bool eventFilter(QObject *watched, QEvent *event) override;
    void follow(); // only what can be seen
    void take(const std::optional<Trace> &trace);
    [[nodiscard]] static core::Result<std::optional<Trace>> traceOf(const QString &file);

    QWidget *m_widget;
    QString m_file;
    std::optional<Trace> m_first;
    State m_state = State::Unknown;
    int m_watched = 0; // counts the files, so that an answer that comes late is told apart
    bool m_isLooking = false;
    QTimer m_timer;
    core::PatientThreads m_threads{2};
};

} // namespace ui
