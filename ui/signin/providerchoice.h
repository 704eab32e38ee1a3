// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/profile.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

// Where to sign in: which provider, when there are several, and for which organization, when the provider asks.
class ProviderChoice : public QWidget
{
    Q_OBJECT

public:
    explicit ProviderChoice(std::vector<core::ProviderProfile> profiles, QWidget *parent = nullptr);

    [[nodiscard]] const core::ProviderProfile *chosen() const;
    [[nodiscard]] QString organization() const;
    [[nodiscard]] bool isComplete() const; // nothing has to be filled in any more
    void choose(const QString &profile);

signals:
    void accepted(const QString &profile, const QString &organization);
    void declined(); // work without an account
    void connectRequested(); // of an organization that is not in the list

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void accept();
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeEmpty();

    std::vector<core::ProviderProfile> m_profiles;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_providerLabel = nullptr;
    QComboBox *m_provider = nullptr;
    QLabel *m_organizationLabel = nullptr;
    QLineEdit *m_organization = nullptr;
    QPushButton *m_signIn = nullptr;
};

} // namespace ui
