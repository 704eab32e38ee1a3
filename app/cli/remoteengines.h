// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/engines.h"
#include "app/common/identity.h"

#include <functional>

namespace app {

struct RemoteEngine {
    core::Engine *engine = nullptr; // both live as long as the RemoteEngines
    const core::Connection *connection = nullptr;
};

// Connections and the account that vouches for them, for one call of the program.
class RemoteEngines
{
public:
    // organization empty: whichever the account has.
    explicit RemoteEngines(QString organization);

    // Signs the account in silently where the connection needs one. ready is called once, from the event loop.
    // InvalidInput (no such engine), SignInNeeded.
    void prepare(const QString &id, QObject *context, std::function<void(core::Result<RemoteEngine>)> ready);

    [[nodiscard]] const core::Connection *connection(const QString &id) const { return m_engines.connection(id); }

private:
    [[nodiscard]] core::Result<RemoteEngine> make(const QString &id);
    [[nodiscard]] std::optional<core::Error> accountProblem();

    QString m_organization;
    Identity m_identity;
    Engines m_engines;
    std::shared_ptr<core::Engine> m_engine;
};

} // namespace app
