// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakepagesource.h"
#include "tests/support/fakesettingsstore.h"
#include "tests/support/fakestore.h"
#include "tests/support/manualclock.h"
#include "tests/support/reviewdocument.h"
#include "ui/shell/mainwindow.h"

#include <memory>

// No engine but the local one.
class NoEngines final : public core::EngineSource
{
public:
    [[nodiscard]] std::shared_ptr<core::Engine> engine(const QString &id) override
    {
        Q_UNUSED(id)
        return nullptr;
    }
    [[nodiscard]] std::vector<core::Connection> connections() const override { return {}; }
};

// The real window and the real queue over fakes: every document is the one of reviewdocument.h.
struct WindowFixture {
    WindowFixture()
        : queue(store, engines, clock, extractor(), [](auto, QObject *, auto) {})
    {
        queue.setSchemas({reviewdocument::schema()});
        queue.setPartition({});
    }

    ui::MainWindow &open(core::Accounts *accounts = nullptr)
    {
        ui::Services services{queue, store, pages, engines, settings, clock, accounts, {reviewdocument::schema()}};
        services.proxies = proxies;
        services.places = places;
        services.providerPages = providerPages;
        window = std::make_unique<ui::MainWindow>(std::move(services));
        window->resize(1300, 800);
        window->show();
        return *window;
    }

    void addDocument(const QString &file)
    {
        pages.add(file, 1);
        window->addFiles({file});
    }

    FakeStore store;
    FakePageSource pages;
    FakeSettingsStore settings;
    ManualClock clock;
    NoEngines engines;
    std::optional<core::Error> failure; // of every extraction
    core::ProxyDesk *proxies = nullptr;
    core::ReadingPlaces *places = nullptr;
    core::ProviderPages *providerPages = nullptr;
    core::Queue queue;
    std::unique_ptr<ui::MainWindow> window;

private:
    core::Extractor extractor()
    {
        return [this](core::Engine *, const core::Connection *, const QString &file, const core::ExtractOptions &,
                      QObject *, std::stop_token, auto) {
            core::Extraction made = reviewdocument::extraction();
            made.file = file;
            return core::ready<core::Extraction>(failure ? core::Result<core::Extraction>(tl::make_unexpected(*failure))
                                                         : made);
        };
    }
};
