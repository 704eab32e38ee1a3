// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/browser/browserframe.h"
#include "core/identity/providerpage.h"

#include <variant>

// What the browser tells the window. It may have been taken over by a page, so that only what is exactly right is read:
// known kinds, numbers in their range, text short, printable and of the form that it is used for.
namespace core::news {

struct Ready {
};
struct OriginChanged {
    QUrl origin;
};
struct TitleChanged {
    QString title;
};
struct Progressed {
    int percent = 0;
};
struct Failed {
    PageFailure failure = PageFailure::Crashed;
    QString host;
};
struct AddressRefused {
    QString where;
};
struct LedNowhere {
};
struct PopupRefused {
};
struct PasskeySeen {
};
struct LeaveRequested {
};
struct FocusTaken {
};
struct FocusLeft {
    bool forward = true;
};

struct SessionKept {
    Secret session;
};
struct PasskeyAsked {
};
struct ShortcutPressed {
    int index = 0; // below mostShortcuts; whoever ordered the page knows how many there are
};

using News =
    std::variant<Ready, OriginChanged, TitleChanged, Progressed, Failed, AddressRefused, LedNowhere, PopupRefused,
                 PasskeySeen, LeaveRequested, FocusTaken, FocusLeft, SessionKept, PasskeyAsked, ShortcutPressed>;

inline constexpr qsizetype longestSession = 64 << 10; // bytes; one that is longer is not kept
inline constexpr int mostShortcuts = 16;
inline constexpr quint32 longestNews = longestSession + 1; // bytes, of one message with its kind

// Text that is too long is cut, an address becomes its origin.
[[nodiscard]] QByteArray encode(const News &news);
// Nothing: it is not what a browser of ours says.
[[nodiscard]] std::optional<News> decode(const BrowserFrame &frame);

} // namespace core::news
