// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/engines/connection.h"
#include "core/identity/servicesecrets.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace ui {

class AnswerField;

// One service connection: which secret it needs, whether the keychain holds it, and the field to put it there. What was
// set is never shown again.
class SecretRow : public QWidget
{
    Q_OBJECT

public:
    explicit SecretRow(const core::Connection &connection, QWidget *parent = nullptr);

    using State = core::ServiceSecrets::State;
    void setState(std::optional<State> state); // nothing: it is being asked
    void say(const QString &text); // what came of the last thing that was done; empty: nothing
    void setBusy(bool busy);
    void takeFocus(); // to what mends it

    [[nodiscard]] static QString neededText(const core::Connection &connection); // "Needs an API key" ...
    [[nodiscard]] const core::Connection &connection() const { return m_connection; }

signals:
    void secretGiven(const core::Secret &secret);
    void removeRequested();
    void testRequested();
    void askAgainRequested(); // whether the keychain holds it

private:
    QPushButton *makeButton(const QString &objectName, const QString &text, const QString &spoken);
    [[nodiscard]] QWidget *makeEditor();
    void enable();
    void edit(bool on);
    void give();
    void readFile(const QString &file);

    core::Connection m_connection;
    std::optional<State> m_state;
    QLabel *m_sign;
    QLabel *m_stateText;
    QLabel *m_said;
    AnswerField *m_field;
    QPushButton *m_set;
    QPushButton *m_remove;
    QPushButton *m_test;
    QPushButton *m_again;
    QWidget *m_buttons;
    QWidget *m_editor;
    bool m_busy = false;
    QPointer<QWidget> m_before; // had the focus when something began
};

} // namespace ui
