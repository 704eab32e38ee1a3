// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTest>

#include <chrono>

// An application that notices when one event holds the loop for too long, by computing or by waiting. What the test
// function itself computes does not count, nor does time in which a busy machine let others run.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    [[nodiscard]] std::chrono::milliseconds longestStall() const { return m_longest; }
    [[nodiscard]] QString culprit() const { return m_culprit; } // receiver and event of the longest
    void forgetStalls();

#ifdef __SANITIZE_ADDRESS__
    static constexpr std::chrono::milliseconds limit{300}; // everything takes about three times as long
#else
    static constexpr std::chrono::milliseconds limit{100};
#endif

private:
    std::chrono::milliseconds m_longest{0};
    QString m_culprit;
    int m_depth = 0;
};

// main() of a gui test: its tests, and one more that fails when the loop was held over the limit.
template<typename TestCase>
int runWatched(int argc, char **argv)
{
    WatchedApplication application(argc, argv);
    TestCase test;
    const int failures = QTest::qExec(&test, argc, argv);
    if (application.longestStall() <= WatchedApplication::limit)
        return failures;
    qWarning("FAIL!  : the event loop was held %lld ms by %s",
             static_cast<long long>(application.longestStall().count()), qPrintable(application.culprit()));
    return failures + 1;
}

#define LECTERN_GUI_TEST_MAIN(TestCase)                                                                                \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        return runWatched<TestCase>(argc, argv);                                                                       \
    }
