// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/remoteengines.h"

#include "core/identity/permissions.h"

#include "app/common/connections.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace app {

RemoteEngines::RemoteEngines(QString organization)
    : m_organization(std::move(organization))
    , m_identity(installedProfiles())
    , m_engines(m_identity.http(), m_identity.accounts().tokens(), m_identity.secrets(), loadConnections())
{
}

void RemoteEngines::prepare(const QString &id, QObject *context, std::function<void(core::Result<RemoteEngine>)> ready)
{
    const core::Connection *connection = m_engines.connection(id);
    const bool needsAccount = connection && connection->auth[u"kind"].toString() == "account"_L1;
    if (!needsAccount) {
        QTimer::singleShot(0, context, [this, id, ready = std::move(ready)] { ready(make(id)); });
        return;
    }
    core::Accounts &accounts = m_identity.accounts();
    const auto once = std::make_shared<QMetaObject::Connection>();
    const auto settled = [this, id, once, ready = std::move(ready)] {
        if (m_identity.accounts().state() == core::Accounts::State::Restoring || !*once)
            return;
        QObject::disconnect(*once);
        if (const auto problem = accountProblem())
            return ready(tl::make_unexpected(*problem));
        ready(make(id));
    };
    *once = QObject::connect(&accounts, &core::Accounts::changed, context, settled);
    accounts.restore();
    QTimer::singleShot(0, context, settled); // where there is nothing to restore, nothing changes
}

core::Result<RemoteEngine> RemoteEngines::make(const QString &id)
{
    auto engine = m_engines.make(id);
    if (!engine)
        return tl::make_unexpected(engine.error());
    m_engine = *engine;
    return RemoteEngine{m_engine.get(), m_engines.connection(id)};
}

std::optional<core::Error> RemoteEngines::accountProblem()
{
    const auto account = m_identity.accounts().current();
    if (!account)
        return core::Error{core::ErrorCode::SignInNeeded, {}};
    if (!m_organization.isEmpty() && account->organization != m_organization)
        return core::Error{core::ErrorCode::SignInNeeded, u"the account is not of that organization"_s};
    if (!core::permissionsOf(account, m_identity.accounts().profiles()).edit)
        return core::Error{core::ErrorCode::SignInRefused,
                           u"roles: none of %1's may add documents"_s.arg(account->name)};
    return {};
}

} // namespace app
