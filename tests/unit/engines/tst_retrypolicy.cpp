// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/retrypolicy.h"

#include <QDateTime>
#include <QTest>

using namespace std::chrono_literals;
using core::RetryPolicy;

class RetryPolicies : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatMayPassIsTriedAgain();
    void waitsDoubleAndEnd();
    void whatTheServerAsksForIsWaited();
    void aWaitOfHoursIsNotMade();
    void headersNameAWait_data();
    void headersNameAWait();
};

void RetryPolicies::onlyWhatMayPassIsTriedAgain()
{
    for (const int status : {408, 429, 500, 502, 503, 504})
        QVERIFY(core::isWorthRetrying(status));
    for (const int status : {200, 301, 400, 401, 403, 404, 413, 422, 501})
        QVERIFY(!core::isWorthRetrying(status));
}

void RetryPolicies::waitsDoubleAndEnd()
{
    const RetryPolicy policy{5, 1s, 60s};
    QCOMPARE(core::waitAfter(1, policy, {}, 1.0).value(), 1000ms);
    QCOMPARE(core::waitAfter(2, policy, {}, 1.0).value(), 2000ms);
    QCOMPARE(core::waitAfter(3, policy, {}, 0.0).value(), 2000ms); // half of it is jitter
    QVERIFY(!core::waitAfter(5, policy, {}, 1.0));
    QCOMPARE(core::waitAfter(20, RetryPolicy{100, 1s, 60s}, {}, 1.0).value(), 60s);
}

void RetryPolicies::whatTheServerAsksForIsWaited()
{
    const auto wait = core::waitAfter(1, RetryPolicy{5, 1s, 60s}, 36207ms, 0.5);
    QVERIFY(wait.value() >= 36207ms && wait.value() <= 36457ms);
}

void RetryPolicies::aWaitOfHoursIsNotMade()
{
    QVERIFY(!core::waitAfter(1, RetryPolicy{5, 1s, 60s}, std::chrono::hours(3), 0.5));
}

void RetryPolicies::headersNameAWait_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("milliseconds"); // -1: none
    QTest::newRow("seconds") << QByteArray("Retry-After") << QByteArray("7") << qint64{7000};
    QTest::newRow("milliseconds") << QByteArray("retry-after-ms") << QByteArray("350") << qint64{350};
    QTest::newRow("date") << QByteArray("Retry-After") << QByteArray("Sun, 22 Nov 2026 12:00:30 GMT") << qint64{30000};
    QTest::newRow("past date") << QByteArray("Retry-After") << QByteArray("Sun, 22 Nov 2020 12:00:30 GMT") << qint64{0};
    QTest::newRow("nonsense") << QByteArray("Retry-After") << QByteArray("soon") << qint64{-1};
    QTest::newRow("negative") << QByteArray("Retry-After") << QByteArray("-1") << qint64{-1};
}

void RetryPolicies::headersNameAWait()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(qint64, milliseconds);
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    const auto wait = core::waitFromHeaders({429, {{name, value}}, {}}, now);
    QCOMPARE(wait ? wait->count() : -1, milliseconds);
}

QTEST_GUILESS_MAIN(RetryPolicies)
#include "tst_retrypolicy.moc"
