// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/connectform.h"

#include "ui/signin/facttext.h"
#include "ui/widgets/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

bool decidesNoAddress(const QString &field)
{
    return field == "client_id"_L1 || field == "client_secret"_L1 || field == "name"_L1 || field == "audience"_L1;
}

} // namespace

ConnectForm::ConnectForm(QWidget *parent)
    : QWidget(parent)
    , m_notes(new QLabel(this))
    , m_form(new QFormLayout)
{
    setObjectName(u"connectForm"_s);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_form->setVerticalSpacing(smallGap - 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap);
    layout->addWidget(m_notes);
    layout->addLayout(m_form);
}

void ConnectForm::ask(const core::ProviderDraft &draft)
{
    m_draft = draft;
    m_notes->setText(draft.notes);
    m_notes->setVisible(!draft.notes.isEmpty());
    m_fields.clear();
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    // The name comes last: it has a proposal.
    auto missing = core::missingIn(draft);
    std::ranges::stable_partition(missing, [](const auto &one) { return one.name != "name"_L1; });
    for (const auto &placeholder : missing)
        addField(placeholder);
}

void ConnectForm::addField(const core::ProfileTemplate::Placeholder &placeholder)
{
    auto *field = new QLineEdit(this);
    field->setObjectName("connect-"_L1 + placeholder.name);
    field->setMinimumHeight(hitTarget);
    field->setPlaceholderText(placeholder.example);
    if (placeholder.name == "client_secret"_L1)
        field->setEchoMode(QLineEdit::Password);
    if (placeholder.name == "name"_L1)
        field->setText(QUrl(m_draft.text("issuer"_L1)).host());
    const QString title = fieldTitle(placeholder);
    field->setAccessibleName(title);
    m_form->addRow(title, field);
    m_fields.emplace_back(placeholder.name, field);
    connect(field, &QLineEdit::textChanged, this, [this, name = placeholder.name] {
        emit changed();
        if (!decidesNoAddress(name))
            emit addressChanged();
    });
}

core::ProviderDraft ConnectForm::draft() const
{
    QHash<QString, QString> values;
    for (const auto &[name, field] : m_fields)
        values.insert(name, field->text());
    return core::filled(m_draft, values);
}

bool ConnectForm::isComplete() const
{
    return std::ranges::all_of(m_fields, [](const auto &field) { return !field.second->text().trimmed().isEmpty(); });
}

QLineEdit *ConnectForm::firstField() const
{
    const auto empty = std::ranges::find_if(m_fields, [](const auto &field) { return field.second->text().isEmpty(); });
    return empty == m_fields.end() ? nullptr : empty->second;
}

} // namespace ui
