// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/profiletemplate.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace ui {

// The first question of connecting: which provider? By its address, by name, or by a file that somebody gave.
class ConnectStart : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectStart(const std::vector<core::ProfileTemplate> &templates, QWidget *parent = nullptr);

    [[nodiscard]] QString address() const;
    [[nodiscard]] QString blank() const; // id of the template; empty: to be told by the address
    [[nodiscard]] bool isAnswered() const;
    [[nodiscard]] QLineEdit *addressField() const { return m_address; }

signals:
    void changed();
    void fileChosen(const QString &file);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void openFile();

    QLineEdit *m_address;
    QComboBox *m_templates;
    QPushButton *m_open;
};

} // namespace ui
