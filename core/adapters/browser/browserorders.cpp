// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/browser/browserorders.h"

#include <QDataStream>
#include <QIODevice>

namespace core::orders {
namespace {

constexpr auto streamVersion = QDataStream::Qt_6_4;

// Secrets go through here: to the one who needs them, over a pipe that nobody else has.
QDataStream &operator<<(QDataStream &stream, const HostCertificate &shown)
{
    const ClientCertificate &certificate = shown.certificate;
    return stream << shown.hosts << certificate.chain << certificate.key.reveal() << certificate.until;
}

QDataStream &operator>>(QDataStream &stream, HostCertificate &shown)
{
    QByteArray key;
    ClientCertificate &certificate = shown.certificate;
    stream >> shown.hosts >> certificate.chain >> key >> certificate.until;
    certificate.key = Secret(std::move(key));
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const KnownProxies &proxies)
{
    stream << static_cast<quint32>(proxies.size());
    for (auto it = proxies.constBegin(); it != proxies.constEnd(); ++it)
        stream << it.key() << it->user << it->password.reveal();
    return stream;
}

QDataStream &operator>>(QDataStream &stream, KnownProxies &proxies)
{
    quint32 count = 0;
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        QString host;
        QString user;
        QByteArray password;
        stream >> host >> user >> password;
        proxies.insert(host, {user, Secret(std::move(password))});
    }
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const Open &open)
{
    const PageOrder &page = open.page;
    return stream << version << page.start << page.redirect << page.window << page.locale << page.languages << page.dark
                  << page.certificate << page.proxies << page.unseen << page.keepsSession << page.session.reveal()
                  << page.shortcuts << open.authorities;
}

QDataStream &operator>>(QDataStream &stream, Open &open)
{
    quint16 theirs = 0;
    stream >> theirs;
    if (theirs != version) {
        stream.setStatus(QDataStream::ReadCorruptData);
        return stream;
    }
    PageOrder &page = open.page;
    QByteArray session;
    stream >> page.start >> page.redirect >> page.window >> page.locale >> page.languages >> page.dark
        >> page.certificate >> page.proxies >> page.unseen >> page.keepsSession >> session >> page.shortcuts
        >> open.authorities;
    page.session = Secret(std::move(session));
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const Place &place)
{
    return stream << place.area << place.visible;
}

QDataStream &operator>>(QDataStream &stream, Place &place)
{
    return stream >> place.area >> place.visible;
}

QDataStream &operator<<(QDataStream &stream, const GiveFocus &focus)
{
    return stream << static_cast<quint8>(focus.part);
}

QDataStream &operator>>(QDataStream &stream, GiveFocus &focus)
{
    quint8 part = 0;
    stream >> part;
    if (part < static_cast<quint8>(ProviderPage::Focus::Kept) || part > static_cast<quint8>(ProviderPage::Focus::Gone))
        stream.setStatus(QDataStream::ReadCorruptData);
    focus.part = static_cast<ProviderPage::Focus>(part);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const Close &)
{
    return stream;
}

QDataStream &operator>>(QDataStream &stream, Close &)
{
    return stream;
}

template<typename Kind>
std::optional<Order> unpacked(const QByteArray &body)
{
    Kind order;
    QDataStream stream(body);
    stream.setVersion(streamVersion);
    stream >> order;
    return stream.status() == QDataStream::Ok && stream.atEnd() ? std::optional<Order>(order) : std::nullopt;
}

} // namespace

QByteArray encode(const Order &order)
{
    QByteArray body;
    QDataStream stream(&body, QIODevice::WriteOnly);
    stream.setVersion(streamVersion);
    std::visit([&stream](const auto &each) { stream << each; }, order);
    return encodeFrame({static_cast<quint8>(1 + order.index()), body});
}

std::optional<Order> decode(const BrowserFrame &frame)
{
    switch (frame.kind) {
    case 1:
        return unpacked<Open>(frame.body);
    case 2:
        return unpacked<Place>(frame.body);
    case 3:
        return unpacked<GiveFocus>(frame.body);
    case 4:
        return unpacked<Close>(frame.body);
    default:
        return {};
    }
}

} // namespace core::orders
