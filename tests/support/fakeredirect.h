// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/identity/browser.h"
#include "core/identity/redirectlistener.h"

#include <functional>

// A loopback listener without a socket: whoever has its factory delivers the response.
class FakeListenerFactory final : public core::RedirectListenerFactory
{
public:
    core::Result<std::unique_ptr<core::RedirectListener>> listen(const core::ProviderProfile::Redirect &redirect,
                                                                 const QString &path) override
    {
        if (portsAreBusy)
            return tl::make_unexpected(core::noPortError({}));
        lastPath = path;
        ++live;
        return std::make_unique<Listener>(*this, QUrl(QStringLiteral("http://%1:4711%2").arg(redirect.host, path)));
    }

    void deliver(const core::Result<core::AuthorizationResponse> &response) { answer.give(response); }

    bool portsAreBusy = false;
    int live = 0; // listeners that are there now
    QString lastPath;
    core::Answer<core::AuthorizationResponse> answer;

private:
    class Listener final : public core::RedirectListener
    {
    public:
        Listener(FakeListenerFactory &factory, QUrl uri)
            : m_factory(factory)
            , m_uri(std::move(uri))
        {
        }
        ~Listener() override { --m_factory.live; }
        QUrl redirectUri() const override { return m_uri; }
        core::Async<core::AuthorizationResponse> response(const core::ExpectedResponse &, std::stop_token) override
        {
            m_factory.answer = {};
            return m_factory.answer.future();
        }

    private:
        FakeListenerFactory &m_factory;
        QUrl m_uri;
    };
};

// A browser whose user does at once what the test says.
class FakeBrowser final : public core::Browser
{
public:
    void open(const QUrl &start, const QUrl &redirect) override
    {
        isOpen = true;
        ++opened;
        lastStart = start;
        lastRedirect = redirect;
        if (onOpen)
            onOpen(start);
    }
    void close() override { isOpen = false; }

    std::function<void(const QUrl &)> onOpen;
    bool isOpen = false;
    int opened = 0;
    QUrl lastStart;
    QUrl lastRedirect;
};
