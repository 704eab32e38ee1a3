// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secretrow.h"

#include "ui/widgets/answerfield.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int largestSecret = 64 * 1024;

QLabel *line(const QString &text, QWidget *parent, bool quiet = false)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    if (quiet)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

// A secret that came by the clipboard does not stay there for the next program to read.
void forgetInClipboard(const QString &secret)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        const bool isThere = mode == QClipboard::Clipboard || clipboard->supportsSelection();
        if (isThere && clipboard->text(mode).trimmed() == secret.trimmed())
            clipboard->clear(mode);
    }
}

} // namespace

QString SecretRow::neededText(const core::Connection &connection)
{
    const QString kind = connection.auth["kind"_L1].toString();
    if (kind == "basic"_L1)
        return tr("Needs the password of the user %1").arg(connection.auth["user"_L1].toString());
    if (kind == "client_credentials"_L1) {
        const QString client = connection.auth["client_id"_L1].toString();
        return (needsPrivateKey(connection) ? tr("Needs the private key of the client %1 (PEM or JWK)")
                                            : tr("Needs the secret of the client %1"))
            .arg(client);
    }
    return tr("Needs an API key");
}

SecretRow::SecretRow(const core::Connection &connection, QWidget *parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_sign(new QLabel(this))
    , m_stateText(line(QString(), this))
    , m_said(line(QString(), this))
    , m_field(new AnswerField(this))
    , m_set(makeButton(u"secretSet"_s, tr("Set…"), tr("Set the secret of %1").arg(connection.name)))
    , m_remove(makeButton(u"secretRemove"_s, tr("Remove…"), tr("Remove the secret of %1").arg(connection.name)))
    , m_test(makeButton(u"secretTest"_s, tr("Test"), tr("Test the connection to %1").arg(connection.name)))
    , m_again(makeButton(u"secretAskAgain"_s, tr("Ask again"),
                         tr("Ask the keychain again for the secret of %1").arg(connection.name)))
    , m_buttons(new QWidget(this))
    , m_editor(makeEditor())
{
    setObjectName("secret-"_L1 + connection.id);
    m_stateText->setObjectName(u"secretState"_s);
    m_said->setObjectName(u"secretSaid"_s);
    auto *name = line(connection.name, this);
    QFont font = name->font();
    font.setWeight(QFont::DemiBold);
    name->setFont(font);
    auto *state = new QHBoxLayout;
    state->setSpacing(smallGap);
    state->addWidget(m_sign, 0, Qt::AlignTop);
    state->addWidget(m_stateText, 1);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(smallGap);
    for (QPushButton *button : {m_set, m_remove, m_test, m_again})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap / 2);
    layout->addWidget(name);
    layout->addWidget(line(neededText(connection), this, true));
    layout->addWidget(line(connection.baseUrl.toString(), this, true));
    layout->addLayout(state);
    layout->addWidget(m_editor);
    layout->addWidget(m_said);
    layout->addWidget(m_buttons);
    connect(m_set, &QPushButton::clicked, this, [this] { edit(true); });
    connect(m_remove, &QPushButton::clicked, this, &SecretRow::removeRequested);
    connect(m_test, &QPushButton::clicked, this, &SecretRow::testRequested);
    connect(m_again, &QPushButton::clicked, this, &SecretRow::askAgainRequested);
    m_editor->hide();
    say({});
    setState({});
}

QPushButton *SecretRow::makeButton(const QString &objectName, const QString &text, const QString &spoken)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAccessibleName(spoken);
    button->setMinimumHeight(hitTarget);
    button->setAutoDefault(true); // Enter presses it, not the sheet's own button
    return button;
}

QWidget *SecretRow::makeEditor()
{
    auto *editor = new QWidget(this);
    m_field->setObjectName(u"secretField"_s);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setInputMethodHints(m_field->inputMethodHints() | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_field->setAccessibleName(neededText(m_connection));
    m_field->setMinimumHeight(hitTarget);
    auto *keep = makeButton(u"secretKeep"_s, tr("Keep"), tr("Keep in the keychain"));
    auto *cancel = makeButton(u"secretCancel"_s, tr("Cancel"), tr("Cancel"));
    auto *layout = new QHBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap);
    layout->addWidget(m_field, 1);
    if (needsPrivateKey(m_connection)) {
        auto *file = makeButton(u"secretFile"_s, tr("From a file…"), tr("Read the key from a file"));
        layout->addWidget(file);
        connect(file, &QPushButton::clicked, this, [this] {
            auto *dialog = new QFileDialog(this, tr("Open a private key"));
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setFileMode(QFileDialog::ExistingFile);
            connect(dialog, &QFileDialog::fileSelected, this, &SecretRow::readFile);
            dialog->open();
        });
    }
    layout->addWidget(keep);
    layout->addWidget(cancel);
    connect(m_field, &AnswerField::answered, this, &SecretRow::give);
    connect(m_field, &AnswerField::givenUp, this, [this] { edit(false); });
    connect(keep, &QPushButton::clicked, this, &SecretRow::give);
    connect(cancel, &QPushButton::clicked, this, [this] { edit(false); });
    return editor;
}

void SecretRow::setState(std::optional<State> state)
{
    m_state = state;
    QString text = tr("Asking the keychain…");
    QIcon sign = icon(u"waiting"_s, palette());
    if (state == State::Stored) {
        text = tr("Stored in the keychain");
        sign = toneIcon(Tone::Sure, palette());
    } else if (state == State::Missing) {
        text = tr("Missing");
        sign = toneIcon(Tone::Doubtful, palette());
    } else if (state == State::Unavailable) {
        text = tr("The keychain is locked, or there is none");
        sign = icon(u"lock"_s, palette());
    }
    m_sign->setPixmap(sign.pixmap(16, 16));
    m_stateText->setText(text);
    const bool stored = state == State::Stored;
    m_set->setText(stored ? tr("Replace…") : tr("Set…"));
    m_set->setAccessibleName(
        (stored ? tr("Replace the secret of %1") : tr("Set the secret of %1")).arg(m_connection.name));
    m_again->setVisible(state == State::Unavailable);
    enable();
}

void SecretRow::setBusy(bool busy)
{
    m_busy = busy;
    enable();
}

// The focus stays in the row, whatever is disabled meanwhile: where it was, or at the button that is always there.
void SecretRow::enable()
{
    if (!m_before && isAncestorOf(QApplication::focusWidget()))
        m_before = QApplication::focusWidget();
    const bool busy = m_busy;
    const bool stored = m_state == State::Stored;
    m_set->setEnabled(!busy && m_state.has_value());
    m_remove->setEnabled(!busy && stored);
    m_test->setEnabled(!busy && stored);
    m_test->setToolTip(stored ? QString() : tr("There is no secret yet that could be tested"));
    m_again->setEnabled(!busy);
    if (busy || !m_state)
        return;
    if (QWidget *before = std::exchange(m_before, nullptr))
        (before->isEnabled() && before->isVisible() ? before : m_set)->setFocus(Qt::OtherFocusReason);
}

void SecretRow::say(const QString &text)
{
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
}

void SecretRow::takeFocus()
{
    if (m_state == State::Missing)
        edit(true);
    else
        m_set->setFocus(Qt::OtherFocusReason);
}

void SecretRow::edit(bool on)
{
    m_field->clear(); // nothing typed stays behind
    m_editor->setVisible(on);
    m_buttons->setVisible(!on);
    if (on)
        say({});
    (on ? static_cast<QWidget *>(m_field) : m_set)->setFocus(Qt::OtherFocusReason);
}

void SecretRow::give()
{
    QString typed = m_field->text();
    while (typed.endsWith(u'\n') || typed.endsWith(u'\r')) // came with the clipboard
        typed.chop(1);
    if (typed.isEmpty())
        return;
    const core::Secret secret(typed.toUtf8());
    forgetInClipboard(typed);
    edit(false);
    emit secretGiven(secret);
}

void SecretRow::readFile(const QString &name)
{
    QFile file(name);
    const bool isOpen = file.open(QIODevice::ReadOnly) && file.size() <= largestSecret;
    const core::Secret secret(isOpen ? file.readAll() : QByteArray());
    edit(false);
    if (secret.isEmpty())
        say(tr("This file can't be read, or is no key."));
    else
        emit secretGiven(secret);
}

} // namespace ui
