// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"

#include <QStackedWidget>

namespace ui {

class EmptyState;
class OpeningPage;
class PasswordPrompt;

// What stands in the place of the pages while there are none: nothing open, opening, a password, an error.
class PanePanels : public QStackedWidget
{
    Q_OBJECT

public:
    PanePanels(QWidget *pages, QWidget *parent = nullptr);

    void showNothing();
    void setAdding(bool may); // a viewer is not asked to
    void showOpening(const QString &file);
    void askPassword(const QString &file, bool again);
    void showError(const QString &file, const core::Error &error);
    void showPages();

signals:
    void passwordEntered(const core::Secret &password);
    void cancelled();
    void retried();

private:
    void show(QWidget *panel);

    QWidget *m_pages;
    EmptyState *m_nothing;
    OpeningPage *m_opening;
    PasswordPrompt *m_password;
    EmptyState *m_error;
};

} // namespace ui
