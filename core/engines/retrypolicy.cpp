// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/retrypolicy.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

using std::chrono::milliseconds;

bool isWorthRetrying(int status)
{
    return status == 408 || status == 429 || status == 500 || (status >= 502 && status <= 504);
}

std::optional<milliseconds> waitAfter(int attempt, const RetryPolicy &policy, std::optional<milliseconds> asked,
                                      double jitter)
{
    if (attempt >= policy.attempts)
        return {};
    if (asked) {
        if (*asked > policy.longest)
            return {}; // hours, perhaps: a person had better know now
        return *asked + milliseconds(qRound64(jitter * 250));
    }
    const auto doubled = policy.first * (1 << std::min(attempt - 1, 16));
    const auto longest = std::min<milliseconds>(doubled, policy.longest);
    return milliseconds(qRound64(static_cast<double>(longest.count()) * (0.5 + 0.5 * jitter)));
}

std::optional<milliseconds> waitFromHeaders(const HttpResponse &response, const QDateTime &now)
{
    bool isNumber = false;
    const double ms = response.header("retry-after-ms").toDouble(&isNumber);
    if (isNumber && ms >= 0 && ms < 1e12)
        return milliseconds(qRound64(ms));
    const QByteArray after = response.header("retry-after");
    const double seconds = after.toDouble(&isNumber);
    if (isNumber && seconds >= 0 && seconds < 1e9)
        return milliseconds(qRound64(seconds * 1000));
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(after), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    if (date.isValid())
        return milliseconds(std::max<qint64>(0, now.msecsTo(date)));
    return {};
}

} // namespace core
