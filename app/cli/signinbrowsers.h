// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/browser.h"

namespace app {

// Writes the address as a line of standard output; who reads it shows the page.
class PrintBrowser final : public core::Browser
{
public:
    using Browser::Browser;
    void open(const QUrl &start, const QUrl &redirect) override;
    void close() override { }
    [[nodiscard]] bool keepsSession() const override { return true; }
};

// Hands the address to the desktop's browser. Its arguments hold nothing secret: state, nonce and challenge are
// worthless without what stays here.
class SystemBrowser final : public core::Browser
{
public:
    using Browser::Browser;
    void open(const QUrl &start, const QUrl &redirect) override;
    void close() override { }
    [[nodiscard]] bool keepsSession() const override { return true; }
};

} // namespace app
