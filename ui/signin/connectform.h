// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providerdraft.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace ui {

// Asks for what a draft still lacks, and for nothing else.
class ConnectForm : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectForm(QWidget *parent = nullptr);

    void ask(const core::ProviderDraft &draft);
    [[nodiscard]] core::ProviderDraft draft() const; // with what was typed
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] QLineEdit *firstField() const; // null: nothing is asked

signals:
    void changed();
    void addressChanged(); // something that decides where the provider is

private:
    void addField(const core::ProfileTemplate::Placeholder &placeholder);

    core::ProviderDraft m_draft;
    QLabel *m_notes;
    QFormLayout *m_form;
    std::vector<std::pair<QString, QLineEdit *>> m_fields;
};

} // namespace ui
