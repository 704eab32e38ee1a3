// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopbackprovider.h"

#include "core/identity/form.h"

using namespace Qt::Literals::StringLiterals;

LoopbackProvider::LoopbackProvider(const core::Clock &clock)
    : provider(clock)
    , server([this](const core::HttpRequest &request) { return answer(request); })
{
    const QString old = std::exchange(provider.issuer, server.origin());
    for (auto it = provider.discovery.begin(); it != provider.discovery.end(); ++it) {
        if (it->isString())
            *it = it->toString().replace(old, provider.issuer);
    }
}

int LoopbackProvider::requestsTo(const QString &path) const
{
    return static_cast<int>(server.asked().count(path));
}

void LoopbackProvider::put(const QString &path, const WireAnswer &answer)
{
    instead = [path, answer](const core::HttpRequest &request) {
        return request.url.path() == path ? std::optional(answer) : std::nullopt;
    };
}

WireAnswer LoopbackProvider::answer(const core::HttpRequest &request)
{
    if (auto special = instead ? instead(request) : std::nullopt)
        return *special;
    core::HttpRequest known = request;
    if (rename)
        known.url.setPath(rename(known.url.path()));
    if (known.url.path() == "/auth"_L1)
        return signInPage(known.url);
    const auto response = provider.send(known, {}).result();
    if (!response)
        return {.fault = WireAnswer::Fault::Cut};
    return {.status = response->status, .headers = response->headers, .body = response->body};
}

// The user has signed in already: the page is the way back.
WireAnswer LoopbackProvider::signInPage(const QUrl &start)
{
    auto response = provider.authorize(start);
    if (respond)
        respond(response);
    const auto asked = core::decodeForm(start.query(QUrl::FullyEncoded).toLatin1())->fields;
    const QByteArray redirect = asked.value(u"redirect_uri"_s).toUtf8();
    core::FormFields fields;
    for (auto it = response.constBegin(); it != response.constEnd(); ++it)
        fields.emplace_back(it.key(), it.value());
    if (asked.value(u"response_mode"_s) != "form_post"_L1)
        return {.status = 302, .headers = {{"Location", redirect + '?' + core::encodeForm(fields)}}};
    QByteArray form = "<form method=\"post\" action=\"" + redirect + "\">";
    for (const auto &[name, value] : fields)
        form +=
            "<input name=\"" + name.toHtmlEscaped().toUtf8() + "\" value=\"" + value.toHtmlEscaped().toUtf8() + "\">";
    return {.headers = {{"Content-Type", "text/html"}}, .body = form + "</form>"};
}
