// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/addressrules.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace ui {

bool isLoopback(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1 || host == "[::1]"_L1;
}

bool isThisComputer(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded).toLower();
    while (host.endsWith(u'.'))
        host.chop(1);
    static const QStringList names{u"localhost"_s, u"localhost.localdomain"_s, u"ip6-localhost"_s, u"ip6-loopback"_s};
    if (names.contains(host) || host.endsWith(".localhost"_L1))
        return true;
    const QHostAddress address(host.startsWith(u'[') ? host.sliced(1).chopped(1) : host);
    if (address.isNull())
        return false;
    bool isIpv4 = false; // in IPv6 too: ::ffff:127.0.0.1, and ::127.0.0.1 of old
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    constexpr quint32 loopback = 127;
    const auto isOurs = [](quint32 number) { return number >> 24 == loopback || number >> 24 == 0; };
    if (isIpv4)
        return isOurs(ipv4);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return std::all_of(bytes.c, bytes.c + 12, [](quint8 byte) { return byte == 0; })
        && isOurs(qFromBigEndian<quint32>(bytes.c + 12));
}

bool isRedirect(const QUrl &url, const QUrl &redirect)
{
    return redirect.isValid() && url.scheme() == redirect.scheme() && url.host() == redirect.host()
        && url.port() == redirect.port() && url.path(QUrl::FullyEncoded) == redirect.path(QUrl::FullyEncoded)
        && url.userInfo().isEmpty();
}

bool AddressRules::mayNavigate(const QUrl &url) const
{
    const QString scheme = url.scheme();
    if (scheme == "about"_L1)
        return url.path() == "blank"_L1 || url.path() == "srcdoc"_L1;
    if (scheme == "https"_L1)
        return !url.host().isEmpty() && (isThisComputer(start) || !isThisComputer(url));
    if (scheme != "http"_L1)
        return false;
    const bool providerIsHere = start.scheme() == "http"_L1 && isLoopback(start);
    return isRedirect(url, redirect) || (providerIsHere && isLoopback(url));
}

bool AddressRules::mayLoad(const QUrl &url) const
{
    const QString scheme = url.scheme();
    const bool providerIsHere = isThisComputer(start);
    // What listens on this machine trusts its neighbours, and a page from elsewhere is none of them.
    if (scheme == "https"_L1 || scheme == "wss"_L1)
        return providerIsHere || !isThisComputer(url);
    if (scheme == "data"_L1 || scheme == "blob"_L1)
        return true;
    return providerIsHere && (scheme == "http"_L1 || scheme == "ws"_L1) && isLoopback(url);
}

QString originText(const QUrl &url)
{
    if (url.host().isEmpty())
        return {};
    const auto form = QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment;
    const QString origin = url.adjusted(form).toString(QUrl::FullyEncoded); // punycode: look-alike letters show
    return url.scheme() == "https"_L1 ? origin.mid(8) : origin;
}

bool speaksOfPasskeys(const QString &html)
{
    static const QLatin1StringView signs[] = {"PublicKeyCredential"_L1, "navigator.credentials.get"_L1,
                                              "navigator.credentials.create"_L1, "publickey-credentials-get"_L1,
                                              "webauthn"_L1};
    return std::any_of(std::begin(signs), std::end(signs),
                       [&html](QLatin1StringView sign) { return html.contains(sign, Qt::CaseInsensitive); });
}

bool hasFieldToFill(const QString &html)
{
    static const QRegularExpression input(uR"(<input\b[^>]*>)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other( // than to be typed into
        uR"(\btype\s*=\s*["']?(hidden|submit|button|reset|image|checkbox|radio|file))"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (auto found = input.globalMatch(html); found.hasNext();) {
        if (!other.match(found.next().captured()).hasMatch())
            return true;
    }
    return false;
}

bool isPasskeyScript(const QUrl &script)
{
    const QString path = script.path().toLower();
    return path.contains("webauthn"_L1) || path.contains("passkey"_L1) || path.contains("fido"_L1);
}

bool refusesEmbedding(const QUrl &url)
{
    return url.host() == "accounts.google.com"_L1;
}

} // namespace ui
