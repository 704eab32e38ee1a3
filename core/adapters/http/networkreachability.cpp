// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/networkreachability.h"

#include <QNetworkInformation>

namespace core {

void NetworkReachability::start()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), // ok: Qt knows the network in this one object only
            &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability now) {
                if (now == QNetworkInformation::Reachability::Online || now == QNetworkInformation::Reachability::Site)
                    emit returned();
            });
}

} // namespace core
