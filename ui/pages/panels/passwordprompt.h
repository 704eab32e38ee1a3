// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

// Asks for a document's password where the document will stand.
class PasswordPrompt : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordPrompt(QWidget *parent = nullptr);

    void ask(const QString &fileName, bool again); // again: the last one was wrong
    void forget(); // what was typed

signals:
    void entered(const core::Secret &password);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void enter();
    void recolour();

    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_hint;
    QLineEdit *m_password;
    QPushButton *m_open;
};

} // namespace ui
