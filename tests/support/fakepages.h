// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providerpage.h"

#include <QPointer>

#include <optional>
#include <vector>

// Provider's pages that show nothing; the test says what they would say.
class FakePage final : public core::ProviderPage
{
public:
    void place(const QRect &area, bool visible) override
    {
        lastArea = area;
        isVisible = visible;
    }
    void giveFocus(Focus part) override { focus = part; }
    void close() override { delete this; } // at once: whoever speaks of it afterwards is found out

    QRect lastArea;
    bool isVisible = false;
    std::optional<Focus> focus;
};

class FakePages final : public core::ProviderPages
{
public:
    [[nodiscard]] core::OpenProviderPage open(const core::PageOrder &order) override
    {
        orders.push_back(order);
        auto made = std::make_unique<FakePage>();
        page = made.get();
        return core::OpenProviderPage(made.release());
    }

    std::vector<core::PageOrder> orders;
    QPointer<FakePage> page; // the last one; null when it was closed
};
