// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace core {

// Who is signed in. Keyed by (issuer, subject, organization); holds no token.
struct Account {
    QString id; // stable, opaque, safe in file names
    QString provider; // profile id
    QString issuer;
    QString subject;
    QString name; // shown; falls back to email, then subject
    QString email;
    QString organization; // empty: none
    QStringList roles;
    QStringList scopes;
    QDateTime expiresAt; // of the access token; invalid when unknown
    bool kept = true; // false: no keychain took the refresh token, "this session only"
    bool renewable = true; // false: the provider gave no refresh token, so that there was nothing to keep
    bool browsed = false; // the user's own browser has a session at the provider, too: signing out has to end it there

    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace core
