// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/accountplaces.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

QString placeOf(const core::Account &account, const std::vector<core::ProviderProfile> &profiles)
{
    if (!account.organization.isEmpty())
        return account.organization;
    const auto profile = std::ranges::find(profiles, account.provider, &core::ProviderProfile::id);
    if (profile != profiles.end() && !profile->name.isEmpty())
        return profile->name;
    return QUrl(account.issuer).host();
}

AccountPlaces accountPlaces(const std::vector<core::Account> &accounts,
                            const std::vector<core::ProviderProfile> &profiles)
{
    AccountPlaces places;
    for (const core::Account &account : accounts) {
        const QString place = placeOf(account, profiles);
        bool elsewhere = false;
        bool inSamePlace = false;
        for (const core::Account &other : accounts) {
            if (other.id == account.id || other.name.compare(account.name, Qt::CaseInsensitive) != 0
                || placeOf(other, profiles).compare(place, Qt::CaseInsensitive) != 0)
                continue;
            elsewhere = elsewhere || other.issuer != account.issuer;
            inSamePlace = inSamePlace || other.issuer == account.issuer;
        }
        QStringList words{place};
        if (elsewhere)
            words += account.issuer;
        if (inSamePlace)
            words += account.email.isEmpty() ? account.subject : account.email;
        words.removeAll(QString());
        places.insert(account.id, words.join(u", "_s));
    }
    return places;
}

QString accountText(const core::Account &account, const QString &place)
{
    return place.isEmpty() ? account.name
                           : QCoreApplication::translate("ui::OtherAccounts", "%1, %2").arg(account.name, place);
}

} // namespace ui
