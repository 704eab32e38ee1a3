// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/browser/browserframe.h"
#include "core/identity/providerpage.h"

#include <QHash>

#include <variant>

// What the window tells the browser. The browser believes it, and reads strictly all the same: a program of another
// version must not be taken for the one that it belongs to.
namespace core::orders {

struct Open {
    PageOrder page;
    QHash<QString, QList<QByteArray>> authorities; // DER, by the host that they count for
};
struct Place {
    QRect area;
    bool visible = false;
};
struct GiveFocus {
    ProviderPage::Focus part = ProviderPage::Focus::Kept;
};
struct Close {
};

using Order = std::variant<Open, Place, GiveFocus, Close>;

inline constexpr quint16 version = 3;
inline constexpr quint32 longestOrder = 16U << 20; // bytes

[[nodiscard]] QByteArray encode(const Order &order);
[[nodiscard]] std::optional<Order> decode(const BrowserFrame &frame);

} // namespace core::orders
