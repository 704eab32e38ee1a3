// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providersetup.h"
#include "ui/widgets/sheet.h"

#include <stop_token>

class QLabel;

namespace ui {

class FactList;
class MessageBar;
class OrganizationRow;
class RowList;

// The organizations that are connected: each can be tested, and the user's own ones renamed and removed.
class OrganizationsSheet : public Sheet
{
    Q_OBJECT

public:
    OrganizationsSheet(core::Accounts &accounts, core::ProviderSetup &setup, QWidget *window);
    ~OrganizationsSheet() override;

    void start();

signals:
    void connectRequested(); // of another one
    void removeRequested(const core::ProviderProfile &profile); // nothing was removed yet

private:
    void fill();
    void test(const core::ProviderProfile &profile, OrganizationRow *row);
    void show(const core::ProviderProfile &profile, const core::Result<core::ProviderSetup::Tested> &tested);
    void rename(const core::ProviderProfile &profile, const QString &name);
    void fail(const core::Error &error);

    core::Accounts &m_accounts;
    core::ProviderSetup &m_setup;
    std::stop_source m_stop;
    MessageBar *m_message;
    RowList *m_rows;
    QLabel *m_none;
    QLabel *m_progress;
    FactList *m_facts;
};

} // namespace ui
