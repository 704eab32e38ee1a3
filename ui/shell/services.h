// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/setting.h"
#include "core/documents/pagesource.h"
#include "core/documents/readingplaces.h"
#include "core/documents/thumbnailcache.h"
#include "core/identity/farewell.h"
#include "core/identity/providerpage.h"
#include "core/identity/providersetup.h"
#include "core/identity/proxydesk.h"
#include "core/identity/servicesecrets.h"
#include "core/workflow/queue.h"
#include "ui/settings/secretssheet.h"

#include <vector>

namespace ui {

// Everything the window shows and speaks to; all of it outlives the window.
struct Services {
    core::Queue &queue;
    core::Store &store;
    core::PageSource &pages;
    core::EngineSource &engines;
    core::SettingsStore &settings;
    const core::Clock &clock;
    core::Accounts *accounts = nullptr; // null: nobody can sign in
    std::vector<core::Schema> schemas;
    core::ProviderSetup *setup = nullptr; // null: no organization can be connected
    core::ThumbnailCache *thumbnails = nullptr; // null: no picture outlives its document's opening
    core::Farewell *farewell = nullptr; // null: sessions at providers end by themselves
    core::ProviderPages *providerPages = nullptr; // null: sign-in pages open in the system's browser only
    core::ServiceSecrets *secrets = nullptr; // null: there is no keychain to put them into
    SecretsSheet::Check checkConnection = {}; // of a service with the secret that the keychain holds now
    core::ClientCertificates *ownCertificates = nullptr; // null: pages that ask for one see none
    core::ProxyDesk *proxies = nullptr; // null: nobody asks for a proxy's password
    core::ReadingPlaces *places = nullptr; // null: every document opens at its beginning
};

} // namespace ui
