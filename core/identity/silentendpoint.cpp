// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/silentendpoint.h"

#include <QRegularExpression>

#include <ranges>

using namespace Qt::Literals::StringLiterals;

namespace core {

Error silenceOf(const SilentEndpoint &endpoint)
{
    return {ErrorCode::Timeout, u"%1: no answer from %2"_s.arg(endpoint.name, endpoint.host)};
}

std::optional<SilentEndpoint> silentEndpointOf(const Error &error)
{
    static const QRegularExpression silence(u"^(\\w+): no answer from (\\S+)$"_s);
    const auto match = silence.match(error.detail);
    if (error.code != ErrorCode::Timeout || !match.hasMatch())
        return std::nullopt;
    return SilentEndpoint{match.captured(1), match.captured(2)};
}

Error pageSilence()
{
    return {ErrorCode::Timeout, u"no answer from the sign-in page"_s};
}

bool isPageSilence(const Error &error)
{
    return error == pageSilence();
}

std::function<void()> AwaitedEndpoints::add(SilentEndpoint endpoint, const std::stop_token &stop)
{
    const auto question = m_questions.insert(m_questions.end(), {std::move(endpoint), stop});
    return [this, question] { m_questions.erase(question); };
}

std::optional<SilentEndpoint> AwaitedEndpoints::of(const std::stop_token &stop) const
{
    for (const Question &question : m_questions | std::views::reverse) {
        if (question.stop == stop)
            return question.endpoint;
    }
    return std::nullopt;
}

} // namespace core
