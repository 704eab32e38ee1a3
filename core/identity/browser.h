// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QHash>
#include <QObject>
#include <QUrl>

namespace core {

struct ProviderProfile;

// Sessions with providers that are kept, by profile, for as long as the program runs. They are never written down.
using ProviderSessions = QHash<QString, Secret>;

// What shows the provider's page to the user. It knows nothing of the answer: that arrives at the loopback listener.
class Browser : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Whose page the next one is.
    virtual void serve(const ProviderProfile &) {}
    // `redirect`: the one loopback address the page may end at.
    virtual void open(const QUrl &start, const QUrl &redirect) = 0;
    virtual void close() = 0; // the attempt is over, one way or the other
    // Whether the page is where the provider's own session outlives the attempt: in the user's own browser.
    [[nodiscard]] virtual bool keepsSession() const { return false; }

signals:
    void abandoned(); // the user closed the page
};

} // namespace core
