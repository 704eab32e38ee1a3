// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providersetup.h"
#include "ui/widgets/sheet.h"

#include <stop_token>

class QLabel;
class QPushButton;

namespace ui {

class ConnectForm;
class ConnectStart;
class FactList;
class MessageBar;

// "Connect your organization": which provider, what is missing, what was found there; then it is kept.
class ConnectSheet : public Sheet
{
    Q_OBJECT

public:
    ConnectSheet(core::ProviderSetup &setup, QWidget *window);
    ~ConnectSheet() override;

    void start(); // opens with the first question
    void take(const QString &file); // goes on with what the file says

signals:
    void connected(const core::ProviderProfile &profile);
    void asking(); // the provider, because somebody wants to

private:
    void proceed(); // the button that leads on
    void goBack();
    void showForm(const core::ProviderDraft &draft);
    [[nodiscard]] bool mayTest() const; // it is known where the provider is
    void test();
    void show(const core::Result<core::ProviderSetup::Tested> &tested);
    void forgetTest();
    void save();
    void refresh();
    void fail(const core::Error &error);
    void stopAsking();

    core::ProviderSetup &m_setup;
    std::stop_source m_stop;
    bool m_asking = false;
    bool m_tested = false;
    core::ProviderDraft m_draft;
    MessageBar *m_message;
    ConnectStart *m_start;
    ConnectForm *m_form;
    QLabel *m_progress;
    FactList *m_facts;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace ui
