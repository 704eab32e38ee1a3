// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QList>
#include <QNetworkCookie>
#include <QObject>

class QWebEngineCookieStore;

namespace ui {

// What providers know the user by: a page's cookies, followed while it is there, given to a later one.
class KeptCookies : public QObject
{
    Q_OBJECT

public:
    // Outlived by the store.
    explicit KeptCookies(QWebEngineCookieStore &store, QObject *parent = nullptr);

    // All that are there, for restore() of another process. Empty: there are none, or more than a page may leave.
    [[nodiscard]] core::Secret all() const;
    // restored() follows when they are in the store, or when that takes longer than it should. What all() has not
    // written is passed over.
    void restore(const core::Secret &kept);

signals:
    void restored();

private:
    void add(const QNetworkCookie &cookie);
    void remove(const QNetworkCookie &cookie);

    QWebEngineCookieStore &m_store;
    QList<QNetworkCookie> m_cookies;
    qsizetype m_awaited = 0;
};

} // namespace ui
