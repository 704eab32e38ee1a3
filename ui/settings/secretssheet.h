// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/endpointcheck.h"
#include "core/identity/servicesecrets.h"
#include "ui/widgets/sheet.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace ui {

class RowList;
class SecretRow;

// The services that sign in with a secret of their own, and those secrets: set, replaced, removed and tested.
class SecretsSheet : public Sheet
{
    Q_OBJECT

public:
    using Check = std::function<core::Async<core::EndpointCheck>(const core::Connection &, const std::stop_token &)>;

    // connections: all of them; those that need no secret are left out.
    SecretsSheet(core::ServiceSecrets &secrets, const std::vector<core::Connection> &connections, Check check,
                 QWidget *window);
    ~SecretsSheet() override;

    void start(const QString &connection = QString()); // with the focus on that one

private:
    void add(const core::Connection &connection);
    void ask(SecretRow *row, bool first = false);
    [[nodiscard]] static QString unusableText(core::ServiceSecrets::Kind kind);
    void set(SecretRow *row, const core::Secret &secret);
    void askToRemove(SecretRow *row);
    void remove(SecretRow *row);
    void test(SecretRow *row);

    core::ServiceSecrets &m_secrets;
    Check m_check;
    std::stop_source m_stop;
    RowList *m_rows;
    QString m_wanted; // gets the focus when it is known what it lacks
};

} // namespace ui
