// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secretssheet.h"

#include "ui/settings/secretrow.h"
#include "ui/text/errortext.h"
#include "ui/widgets/questionsheet.h"
#include "ui/widgets/rowlist.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int panelWidth = 560;

} // namespace

SecretsSheet::SecretsSheet(core::ServiceSecrets &secrets, const std::vector<core::Connection> &connections, Check check,
                           QWidget *window)
    : Sheet(tr("Secrets of services"), window)
    , m_secrets(secrets)
    , m_check(std::move(check))
    , m_rows(new RowList(tr("Secrets of services"), this))
{
    setObjectName(u"secretsSheet"_s);
    const bool any = std::ranges::any_of(
        connections, [](const core::Connection &each) { return !core::secretEntryOf(each).isEmpty(); });
    auto *text = new QLabel(
        any ? tr("They are kept in the keychain of this computer and nowhere else, and are never shown again.")
            : tr("No service that is set up here needs a secret. Connections are files in connections.d of the "
                 "configuration folder."),
        this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    body()->addWidget(text);
    body()->addWidget(m_rows);
    m_rows->setVisible(any);
    for (const core::Connection &connection : connections) {
        if (!core::secretEntryOf(connection).isEmpty())
            add(connection);
    }
    auto *done = addButton(tr("Done"), true);
    done->setObjectName(u"secretsDone"_s);
    connect(done, &QPushButton::clicked, this, &Sheet::close);
    connect(&secrets, &core::ServiceSecrets::changed, this, [this](const QString &name) {
        for (auto *row : m_rows->findChildren<SecretRow *>()) {
            if (core::secretEntryOf(row->connection()) == name) // several may share one
                ask(row);
        }
    });
    setPanelWidth(panelWidth);
}

SecretsSheet::~SecretsSheet()
{
    m_stop.request_stop();
}

void SecretsSheet::start(const QString &connection)
{
    m_wanted = connection;
    open();
    for (auto *row : m_rows->findChildren<SecretRow *>())
        ask(row, true);
}

void SecretsSheet::add(const core::Connection &connection)
{
    auto *row = new SecretRow(connection, m_rows);
    connect(row, &SecretRow::secretGiven, this, [this, row](const core::Secret &secret) { set(row, secret); });
    connect(row, &SecretRow::removeRequested, this, [this, row] { askToRemove(row); });
    connect(row, &SecretRow::testRequested, this, [this, row] { test(row); });
    connect(row, &SecretRow::askAgainRequested, this, [this, row] { ask(row); });
    m_rows->add(row);
}

void SecretsSheet::ask(SecretRow *row, bool first)
{
    row->setState({});
    core::whenDone(m_secrets.state(core::secretEntryOf(row->connection())), row,
                   [this, row, first](const core::Result<core::ServiceSecrets::State> &state) {
                       row->setState(state.value_or(core::ServiceSecrets::State::Unavailable));
                       if (first && row->connection().id == m_wanted) {
                           row->takeFocus(); // and it comes into view
                       }
                   });
}

void SecretsSheet::set(SecretRow *row, const core::Secret &secret)
{
    using Kind = core::ServiceSecrets::Kind;
    const Kind kind = needsPrivateKey(row->connection()) ? Kind::PrivateKey : Kind::Text;
    row->setBusy(true);
    core::whenDone(m_secrets.set(core::secretEntryOf(row->connection()), secret, kind), row,
                   [row, kind](const core::Result<> &written) {
                       row->setBusy(false);
                       if (!written && written.error().code == core::ErrorCode::InvalidInput)
                           return row->say(unusableText(kind));
                       row->say(written ? tr("The keychain holds it now.")
                                        : tr("The keychain did not take it, and nothing was kept. Unlock it, then set "
                                             "the secret again."));
                   });
}

QString SecretsSheet::unusableText(core::ServiceSecrets::Kind kind)
{
    if (kind == core::ServiceSecrets::Kind::PrivateKey)
        return tr(
            "This is no private key that can be used, and nothing was changed. An unencrypted PEM file (PKCS#8, "
            "PKCS#1 or SEC1) or a JWK is wanted: RSA of 2048 bits or more, P-256, P-384, P-521, Ed25519 or Ed448.");
    return tr("This is no text that a service could take, and nothing was changed.");
}

void SecretsSheet::askToRemove(SecretRow *row)
{
    const core::Connection &connection = row->connection();
    const QString text = tr("%1 can't be asked from here any more, until its secret is set again.").arg(connection.name)
        + u' ' + tr("It leaves the keychain for good, and Lectern has no copy of it.");
    auto *question = new QuestionSheet(tr("Remove the secret of %1?").arg(connection.name), text, tr("Keep it"),
                                       tr("Remove"), window());
    connect(question, &QuestionSheet::accepted, row, [this, row] { remove(row); });
    question->open();
}

void SecretsSheet::remove(SecretRow *row)
{
    row->setBusy(true);
    core::whenDone(m_secrets.remove(core::secretEntryOf(row->connection())), row, [row](const core::Result<> &removed) {
        row->setBusy(false);
        row->say(removed ? tr("It is gone from the keychain.")
                         : tr("The keychain did not answer; the secret may still be there."));
    });
}

void SecretsSheet::test(SecretRow *row)
{
    if (!m_check)
        return;
    row->setBusy(true);
    row->say(tr("Asking %1…").arg(row->connection().baseUrl.host()));
    core::whenDone(
        m_check(row->connection(), m_stop.get_token()), row, [row](const core::Result<core::EndpointCheck> &checked) {
            row->setBusy(false);
            if (checked)
                row->say(*checked == core::EndpointCheck::Accepted
                             ? tr("The service answers and takes the secret.")
                             : tr("The service answers, but did not say whether it takes the secret."));
            else if (checked.error().code == core::ErrorCode::SignInRefused)
                row->say(tr("The service does not take this secret. Replace it, or ask your administrator."));
            else if (checked.error().code == core::ErrorCode::InvalidInput)
                row->say(tr("This can't be tested: the connection's file, or the key, can't be used as it is."));
            else
                row->say(errorText(checked.error()));
        });
}

} // namespace ui
