// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/permissions.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Permissions = core::AccountPermissions;

class TestPermissions : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_profile = {};
        m_profile.id = u"acme"_s;
        m_profile.roles.claims = {u"roles"_s};
        m_profile.roles.required = {u"viewer"_s, u"reviewer"_s};
    }

    void signedOutEverythingIsOnesOwn()
    {
        QCOMPARE(core::permissionsOf(std::nullopt, {m_profile}), (Permissions{true, true}));
    }
    void aReviewerMayDoEverything() { QCOMPARE(with({u"reviewer"_s}), (Permissions{true, true})); }
    void aViewerMayOnlyLook() { QCOMPARE(with({u"viewer"_s}), (Permissions{true, false})); }
    void bothTogetherAreTheGreater() { QCOMPARE(with({u"viewer"_s, u"reviewer"_s}), (Permissions{true, true})); }
    void withoutARoleThereIsNothing() { QCOMPARE(with({}), (Permissions{false, false})); }
    void astrangersRoleIsNone() { QCOMPARE(with({u"gardener"_s}), (Permissions{false, false})); }

    void aProviderThatAsksForNoRoleLetsEverybodyWork()
    {
        m_profile.roles = {};
        QCOMPARE(with({}), (Permissions{true, true}));
    }

    void rolesOfTheProvidersOwnSufficeWhenItAsksForThem()
    {
        m_profile.roles.required = {u"clerk"_s};
        QCOMPARE(with({u"clerk"_s}), (Permissions{true, true}));
    }

private:
    [[nodiscard]] Permissions with(const QStringList &roles) const
    {
        core::Account account;
        account.provider = u"acme"_s;
        account.roles = roles;
        return core::permissionsOf(account, {m_profile});
    }

    core::ProviderProfile m_profile;
};

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
