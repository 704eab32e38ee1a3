// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeprovider.h"
#include "tests/support/wireserver.h"

// FakeProvider on a real socket: discovery, sign-in page, token endpoint, keys and userinfo as a browser and a client
// meet them. Correct unless a test says so, and then wrong in that one way.
class LoopbackProvider
{
public:
    explicit LoopbackProvider(const core::Clock &clock);

    FakeProvider provider;
    // What a request gets instead of the provider's answer, when this gives something.
    std::function<std::optional<WireAnswer>(const core::HttpRequest &request)> instead;
    // Changes the answer of the sign-in page before it is sent.
    std::function<void(core::AuthorizationResponse &response)> respond;
    // The provider's own name of a path that a test's metadata calls otherwise.
    std::function<QString(const QString &path)> rename;
    WireServer server;

    [[nodiscard]] int requestsTo(const QString &path) const;
    // A path that gets this answer from now on.
    void put(const QString &path, const WireAnswer &answer);
    // Moves an endpoint of the metadata to another address.
    void announce(const QString &member, const QJsonValue &value) { provider.discovery.insert(member, value); }

private:
    WireAnswer answer(const core::HttpRequest &request);
    WireAnswer signInPage(const QUrl &start);
};
