// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/browser/browsernews.h"

#include "core/base/overloaded.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core::news {
namespace {

constexpr qsizetype longestName = 300; // of a host with scheme and port; DNS allows 253 for the host
constexpr qsizetype longestTitle = 200; // UTF-16 units; 600 bytes at most

template<typename Kind>
constexpr std::size_t placeOf()
{
    std::size_t place = 0;
    [&place]<typename... Kinds>(std::variant<Kinds...> *) {
        bool found = false;
        ((found = found || std::is_same_v<Kind, Kinds>, place += found ? 0 : 1), ...);
    }(static_cast<News *>(nullptr));
    return place;
}

// Hosts, schemes and ports: no blank, no letter beyond ASCII that looks like one within it.
bool isName(const QString &text)
{
    return text.size() <= longestName
        && std::all_of(text.begin(), text.end(), [](QChar each) { return each > u' ' && each < u'\x7f'; });
}

QString readable(const QString &text)
{
    QString kept;
    for (const QChar each : text.left(longestTitle))
        kept += each.isPrint() ? each : u' ';
    return kept;
}

bool isReadable(const QString &text)
{
    return text.size() <= longestTitle
        && std::all_of(text.begin(), text.end(), [](QChar each) { return each.isPrint(); });
}

QByteArray named(const QString &text)
{
    QString name = text.left(longestName);
    std::replace_if(
        name.begin(), name.end(), [](QChar each) { return each <= u' ' || each >= u'\x7f'; }, u'?');
    return name.toLatin1();
}

QUrl originOf(const QUrl &url)
{
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    return origin;
}

std::optional<QString> textOf(const QByteArray &body)
{
    if (!body.isValidUtf8())
        return {};
    return QString::fromUtf8(body);
}

std::optional<int> numberOf(const QByteArray &body, int least, int most)
{
    if (body.size() != 1)
        return {};
    const int number = static_cast<quint8>(body.front());
    return number >= least && number <= most ? std::optional(number) : std::nullopt;
}

std::optional<News> originIn(const QByteArray &body)
{
    const auto text = textOf(body);
    if (!text || text->isEmpty() || !isName(*text))
        return {};
    const QUrl url(*text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || originOf(url).toEncoded() != body)
        return {}; // a browser of ours has one spelling of it
    return OriginChanged{url};
}

std::optional<News> failureIn(const QByteArray &body)
{
    const auto kind = numberOf(body.left(1), 1, static_cast<int>(lastPageFailure));
    const auto host = textOf(body.mid(1));
    if (!kind || !host || !isName(*host))
        return {};
    return Failed{static_cast<PageFailure>(*kind), *host};
}

template<typename Kind>
std::optional<News> nothingIn(const QByteArray &body)
{
    return body.isEmpty() ? std::optional<News>(Kind{}) : std::nullopt;
}

QByteArray bodyOf(const News &news)
{
    const auto byte = [](int number) { return QByteArray(1, static_cast<char>(number)); };
    return std::visit(
        Overloaded{
            [](const OriginChanged &said) { return originOf(said.origin).toEncoded(); },
            [](const TitleChanged &said) { return readable(said.title).toUtf8(); },
            [&](const Progressed &said) { return byte(std::clamp(said.percent, 0, 100)); },
            [&](const Failed &said) { return byte(static_cast<int>(said.failure)) + named(said.host); },
            [](const AddressRefused &said) { return named(said.where); },
            [&](const ShortcutPressed &said) { return byte(std::clamp(said.index, 0, mostShortcuts - 1)); },
            [&](const FocusLeft &said) { return byte(said.forward ? 1 : 0); },
            [](const SessionKept &said) {
                return said.session.reveal().size() <= longestSession ? said.session.reveal() : QByteArray();
            },
            [](const auto &) { return QByteArray(); },
        },
        news);
}

} // namespace

QByteArray encode(const News &news)
{
    return encodeFrame({static_cast<quint8>(1 + news.index()), bodyOf(news)});
}

std::optional<News> decode(const BrowserFrame &frame)
{
    const QByteArray &body = frame.body;
    switch (static_cast<std::size_t>(frame.kind) - 1) {
    case placeOf<Ready>():
        return nothingIn<Ready>(body);
    case placeOf<OriginChanged>():
        return originIn(body);
    case placeOf<TitleChanged>():
        if (const auto title = textOf(body); title && isReadable(*title))
            return TitleChanged{*title};
        return {};
    case placeOf<Progressed>():
        if (const auto percent = numberOf(body, 0, 100))
            return Progressed{*percent};
        return {};
    case placeOf<Failed>():
        return failureIn(body);
    case placeOf<AddressRefused>():
        if (const auto where = textOf(body); where && !where->isEmpty() && isName(*where))
            return AddressRefused{*where};
        return {};
    case placeOf<LedNowhere>():
        return nothingIn<LedNowhere>(body);
    case placeOf<PopupRefused>():
        return nothingIn<PopupRefused>(body);
    case placeOf<PasskeySeen>():
        return nothingIn<PasskeySeen>(body);
    case placeOf<LeaveRequested>():
        return nothingIn<LeaveRequested>(body);
    case placeOf<FocusTaken>():
        return nothingIn<FocusTaken>(body);
    case placeOf<FocusLeft>():
        if (const auto forward = numberOf(body, 0, 1))
            return FocusLeft{*forward == 1};
        return {};
    case placeOf<SessionKept>():
        return SessionKept{Secret(body)}; // opaque: only a browser reads it again
    case placeOf<PasskeyAsked>():
        return nothingIn<PasskeyAsked>(body);
    case placeOf<ShortcutPressed>():
        if (const auto index = numberOf(body, 0, mostShortcuts - 1))
            return ShortcutPressed{*index};
        return {};
    default:
        return {};
    }
}

} // namespace core::news
