// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pagelimit.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {

Error tooManyPages(const PageLimit &limit)
{
    return {ErrorCode::LimitReached, u"%1 pages, at most %2"_s.arg(limit.pages).arg(limit.most)};
}

std::optional<PageLimit> pageLimitOf(const Error &error)
{
    static const QRegularExpression form(u"^(\\d+) pages, at most (\\d+)$"_s);
    const auto match = form.match(error.detail);
    if (error.code != ErrorCode::LimitReached || !match.hasMatch())
        return {};
    return PageLimit{match.captured(1).toInt(), match.captured(2).toInt()};
}

} // namespace core
