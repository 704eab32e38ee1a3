// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets in which things are set: the few settings, the connected organizations, the secrets of services.
#include "ui/library/librarypane.h"
#include "ui/settings/secretssheet.h"
#include "ui/settings/settingssheet.h"
#include "ui/shell/mainwindow.h"
#include "ui/signin/organizationssheet.h"
#include "ui/text/signintext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questionsheet.h"

using namespace Qt::Literals::StringLiterals;

namespace ui {

void MainWindow::showSettings()
{
    SettingsSheet::Choices choices;
    choices.languages = m_languages;
    choices.engines = {{u"local"_s, tr("On this computer")}};
    choices.organizations = m_services.setup && m_services.accounts;
    choices.secrets = m_services.secrets != nullptr;
    for (const core::Connection &connection : m_services.engines.connections())
        choices.engines.push_back({connection.id, connection.name.isEmpty() ? connection.id : connection.name});
    auto *sheet = new SettingsSheet(m_services.settings, choices, this);
    connect(sheet, &SettingsSheet::changed, this, &MainWindow::applySettings);
    connect(sheet, &SettingsSheet::organizationsRequested, this, &MainWindow::showOrganizations);
    connect(sheet, &SettingsSheet::secretsRequested, this, [this] { showSecrets(); });
    sheet->open();
}

void MainWindow::showOrganizations()
{
    if (!m_services.accounts || !m_services.setup)
        return;
    auto *sheet = new OrganizationsSheet(*m_services.accounts, *m_services.setup, this);
    connect(sheet, &OrganizationsSheet::connectRequested, this, [this] { connectOrganization(); });
    connect(sheet, &OrganizationsSheet::removeRequested, this, &MainWindow::askToRemove);
    sheet->start();
}

void MainWindow::askToRemove(const core::ProviderProfile &profile)
{
    const QString text =
        tr("Nobody can sign in to %1 from here any more, until it is connected again.").arg(profile.name) + u' '
        + tr("Its accounts are signed out on this computer, and what was kept of their sign-in leaves the keychain.")
        + u"\n\n"_s
        + tr("Documents and corrections stay on this computer. They are shown again when the organization is connected "
             "again and somebody signs in to it.");
    auto *question =
        new QuestionSheet(tr("Remove %1?").arg(profile.name), text, tr("Keep it"), tr("Sign out and remove"), this);
    connect(question, &QuestionSheet::accepted, this, [this, profile] { removeOrganization(profile); });
    question->open();
}

void MainWindow::removeOrganization(const core::ProviderProfile &profile)
{
    core::whenDone(m_services.setup->remove(profile), this, [this, name = profile.name](const core::Result<> &removed) {
        MessageBar &messages = m_library->messages();
        if (removed)
            messages.tell(MessageBar::Kind::Success,
                          tr("%1 is removed. Its documents stay on this computer.").arg(name));
        else if (removed.error().code == core::ErrorCode::KeychainUnavailable)
            messages.tell(MessageBar::Kind::Warning,
                          tr("%1 is removed, but the keychain did not answer: something of its sign-in may still be in "
                             "there. Unlock the keychain, and delete the entries of Lectern there.")
                              .arg(name));
        else
            messages.tell(MessageBar::Kind::Error,
                          tr("%1 could not be removed: its file can't be changed. Nothing was changed.").arg(name), {},
                          technicalText(removed.error()));
    });
}

void MainWindow::showSecrets(const QString &connection)
{
    if (!m_services.secrets)
        return;
    auto *sheet =
        new SecretsSheet(*m_services.secrets, m_services.engines.connections(), m_services.checkConnection, this);
    sheet->start(connection);
}

} // namespace ui
