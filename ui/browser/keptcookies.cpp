// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/keptcookies.h"

#include <QTimer>
#include <QUrl>
#include <QWebEngineCookieStore>

#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr qsizetype mostCookies = 200;
constexpr qsizetype mostBytes = 64 << 10;
constexpr std::chrono::milliseconds patience{500};

// The engine writes a dot before the domain of those that subdomains get as well. The others belong to the host that
// set them and must go back without a domain: one that is named would be a wider cookie (RFC 6265, 5.3), and those with
// the prefix __Host- are refused with one.
void giveBack(QWebEngineCookieStore &store, QNetworkCookie cookie)
{
    QUrl origin;
    origin.setScheme(cookie.isSecure() ? u"https"_s : u"http"_s);
    const QString domain = cookie.domain();
    const bool isWide = domain.startsWith(u'.');
    origin.setHost(isWide ? domain.mid(1) : domain);
    origin.setPath(u"/"_s);
    if (!isWide)
        cookie.setDomain({});
    store.setCookie(cookie, origin);
}

} // namespace

KeptCookies::KeptCookies(QWebEngineCookieStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &QWebEngineCookieStore::cookieAdded, this, &KeptCookies::add);
    connect(&store, &QWebEngineCookieStore::cookieRemoved, this, &KeptCookies::remove);
}

void KeptCookies::add(const QNetworkCookie &cookie)
{
    remove(cookie);
    m_cookies += cookie;
    if (m_awaited > 0 && --m_awaited == 0)
        emit restored();
}

void KeptCookies::remove(const QNetworkCookie &cookie)
{
    m_cookies.removeIf([&cookie](const QNetworkCookie &each) { return each.hasSameIdentifier(cookie); });
}

core::Secret KeptCookies::all() const
{
    QByteArray lines;
    for (const QNetworkCookie &each : m_cookies)
        lines += each.toRawForm() + '\n';
    if (m_cookies.size() > mostCookies || lines.size() > mostBytes)
        return {};
    return core::Secret(std::move(lines));
}

void KeptCookies::restore(const core::Secret &kept)
{
    const auto cookies = QNetworkCookie::parseCookies(kept.reveal());
    for (const QNetworkCookie &each : cookies.first(qMin(cookies.size(), mostCookies))) {
        if (each.domain().isEmpty())
            continue;
        m_cookies += each; // the store's word of it may come late
        ++m_awaited;
        giveBack(m_store, each);
    }
    const bool isNothing = m_awaited == 0;
    QTimer::singleShot(isNothing ? std::chrono::milliseconds(0) : patience, this, [this, isNothing] {
        if (std::exchange(m_awaited, 0) > 0 || isNothing)
            emit restored();
    });
}

} // namespace ui
