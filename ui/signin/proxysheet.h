// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/proxylogin.h"
#include "ui/widgets/sheet.h"

class QCheckBox;
class QLineEdit;

namespace ui {

// Asks for the name and the password that a proxy wants. Closing it is a "no".
class ProxySheet : public Sheet
{
    Q_OBJECT

public:
    // `host` in ASCII; `wasWrong`: the proxy did not take what it was told.
    ProxySheet(const QString &host, bool wasWrong, QWidget *window);

    void setUser(const QString &user); // that was typed before: the password alone is asked for again
    void start(); // shows itself
    [[nodiscard]] QString host() const { return m_host; }

signals:
    void answered(const core::ProxyLogin &login, bool remember);
    void declined();

private:
    void accept();

    QString m_host;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_remember;
    bool m_answered = false;
};

} // namespace ui
