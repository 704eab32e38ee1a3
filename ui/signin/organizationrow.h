// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/profile.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class AnswerField;

// One connected organization: its name, its issuer, where it comes from, and what can be done with it.
class OrganizationRow : public QWidget
{
    Q_OBJECT

public:
    // isOwn: it can be renamed and removed; else the row says why not.
    OrganizationRow(const core::ProviderProfile &profile, bool isOwn, QWidget *parent = nullptr);

    void setBusy(bool busy); // it is being tested

signals:
    void testRequested();
    void renamed(const QString &name);
    void removeRequested();

private:
    QPushButton *addButton(const QString &objectName, const QString &text, const QString &spoken);
    void edit(bool on);

    QLabel *m_name;
    AnswerField *m_field;
    QPushButton *m_test;
    QPushButton *m_rename = nullptr;
    bool m_hadFocus = false; // when it became busy
};

} // namespace ui
