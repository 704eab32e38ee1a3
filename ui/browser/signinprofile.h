// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clientcertificate.h"
#include "ui/signin/addressrules.h"

#include <QWebEngineProfile>
#include <QWebEngineUrlRequestInterceptor>

#include <memory>

namespace ui {

// Lets through what the rules allow and nothing else, for every request of the profile.
class AddressFilter final : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT

public:
    explicit AddressFilter(AddressRules rules);
    void interceptRequest(QWebEngineUrlRequestInfo &info) override;

signals:
    void scriptRequested(const QUrl &url);

private:
    AddressRules m_rules;
};

// Starts the engine, which every page needs, with a profile that nothing is ever loaded with.
[[nodiscard]] std::shared_ptr<void> startEngine();

// The profile of one attempt: in memory only, everything off that signing in does not need. `certificate` may be empty;
// a page still has to choose it.
[[nodiscard]] std::unique_ptr<QWebEngineProfile> makeSignInProfile(AddressFilter &filter,
                                                                   const core::ClientCertificate &certificate,
                                                                   const QStringList &languages);

} // namespace ui
