// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"
#include "core/net/tokensource.h"

#include <deque>

// Answers requests from a list, in order, and keeps what was asked. An empty list is an endpoint that is gone.
class FakeHttp final : public core::HttpTransport
{
public:
    std::deque<core::Result<core::HttpResponse>> answers;
    std::vector<core::HttpRequest> requests;

    void answer(int status, const QByteArray &body, core::HttpHeaders headers = {})
    {
        answers.push_back(core::HttpResponse{status, std::move(headers), body});
    }

    core::Async<core::HttpResponse> send(const core::HttpRequest &request, std::stop_token) override
    {
        requests.push_back(request);
        if (answers.empty())
            return core::ready<core::HttpResponse>(core::fail(core::ErrorCode::Network));
        const auto next = answers.front();
        answers.pop_front();
        return core::ready<core::HttpResponse>(next);
    }

    static QByteArray header(const core::HttpRequest &request, const QByteArray &name)
    {
        for (const auto &[key, value] : request.headers) {
            if (key == name)
                return value;
        }
        return {};
    }
};

// Hands out "token-1", and the next number after each rejection; or an error.
class FakeTokens final : public core::TokenSource
{
public:
    QByteArray prefix = "token-";
    int number = 1;
    std::vector<QByteArray> rejections;
    std::optional<core::Error> error;

    core::Async<core::Secret> accessToken(std::stop_token) override
    {
        if (error)
            return core::ready<core::Secret>(tl::make_unexpected(*error));
        return core::ready<core::Secret>(core::Secret(prefix + QByteArray::number(number)));
    }

    void rejected(const core::Secret &token) override
    {
        rejections.push_back(token.reveal());
        ++number;
    }
};
