// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/redirectpage.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "200 OK";
    case 404:
        return "404 Not Found";
    case 405:
        return "405 Method Not Allowed";
    default:
        return "400 Bad Request";
    }
}

QByteArray answer(int status, const QByteArray &type, const QByteArray &body)
{
    return "HTTP/1.1 " + reasonOf(status) + "\r\nContent-Type: " + type
        + "; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action "
          "'none'; "
          "frame-ancestors 'none'"
          "\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store"
          "\r\nConnection: close\r\n\r\n"
        + body;
}

const QString &sentenceOf(const RedirectPageText &text, RedirectPage page)
{
    switch (page) {
    case RedirectPage::Received:
        return text.received;
    case RedirectPage::Refused:
        return text.refused;
    case RedirectPage::SignedOut:
        return text.signedOut;
    case RedirectPage::Unexpected:
        break;
    }
    return text.unexpected;
}

constexpr auto document = R"(<!doctype html>
<html lang="%1">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>%2</title>
<style>
:root { color-scheme: light dark; --paper: #f6f7f9; --card: #fff; --ink: #1b1f27; --line: #dcdfe5; --accent: %4; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171c; --card: #1d2128; --ink: #e8eaee; --line: #333a45; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
       font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 28rem; margin: 1rem; padding: 2rem; background: var(--card); border: 1px solid var(--line);
       border-top: 4px solid var(--accent); border-radius: 8px; }
h1 { margin: 0 0 .5rem; font-size: 1.25rem; }
p { margin: 0; }
</style>
<main><h1>%2</h1><p role="status">%3</p></main>
</html>
)";

} // namespace

QByteArray redirectPageAnswer(const RedirectPageText &text, RedirectPage page)
{
    const bool isGood = page == RedirectPage::Received || page == RedirectPage::SignedOut;
    const QString accent = isGood ? u"#2e7d4f"_s : u"#b3541e"_s;
    const QString html = QString::fromLatin1(document).arg(text.language.toHtmlEscaped(), text.title.toHtmlEscaped(),
                                                           sentenceOf(text, page).toHtmlEscaped(), accent);
    return answer(page == RedirectPage::Unexpected ? 400 : 200, "text/html", html.toUtf8());
}

QByteArray plainLoopbackAnswer(int status)
{
    return answer(status, "text/plain", reasonOf(status));
}

} // namespace core
