// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/organizationrow.h"

#include "ui/widgets/answerfield.h"
#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

QLabel *line(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText); // a provider's words are never markup
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    return label;
}

QLabel *quietLine(const QString &text, QWidget *parent)
{
    auto *label = line(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

OrganizationRow::OrganizationRow(const core::ProviderProfile &profile, bool isOwn, QWidget *parent)
    : QWidget(parent)
    , m_name(line(profile.name, this))
    , m_field(new AnswerField(profile.name, this))
    , m_test(addButton(u"organizationTest"_s, tr("Test"), tr("Test the connection to %1").arg(profile.name)))
{
    setObjectName("organization-"_L1 + profile.id);
    QFont font = m_name->font();
    font.setWeight(QFont::DemiBold);
    m_name->setFont(font);
    m_field->setObjectName(u"organizationName"_s);
    m_field->setAccessibleName(tr("Name of %1").arg(profile.name));
    m_field->setMinimumHeight(hitTarget);
    m_field->setMaxLength(100);
    m_field->hide();
    const QString folder = QFileInfo(profile.file).absolutePath();
    QString origin = tr("Connected by you.");
    if (profile.file.isEmpty())
        origin = tr("Given to this start of Lectern only: it is in no file, and can't be changed here.");
    else if (!isOwn)
        origin = tr("Set up by your administrator in %1: it can be changed only there.").arg(folder);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(smallGap);
    buttons->addWidget(m_test);
    connect(m_test, &QPushButton::clicked, this, &OrganizationRow::testRequested);
    if (isOwn) {
        m_rename = addButton(u"organizationRename"_s, tr("Rename…"), tr("Rename %1").arg(profile.name));
        auto *remove = addButton(u"organizationRemove"_s, tr("Remove…"), tr("Remove %1").arg(profile.name));
        buttons->addWidget(m_rename);
        buttons->addWidget(remove);
        connect(m_rename, &QPushButton::clicked, this, [this] { edit(true); });
        connect(remove, &QPushButton::clicked, this, &OrganizationRow::removeRequested);
    }
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap / 2);
    layout->addWidget(m_name);
    layout->addWidget(m_field);
    layout->addWidget(quietLine(profile.issuer, this));
    layout->addWidget(quietLine(origin, this));
    layout->addLayout(buttons);
    connect(m_field, &AnswerField::answered, this, [this] {
        const QString name = m_field->text().trimmed();
        const bool isAnother = !name.isEmpty() && name != m_name->text();
        edit(false);
        if (isAnother)
            emit renamed(name);
    });
    connect(m_field, &AnswerField::givenUp, this, [this] { edit(false); });
}

QPushButton *OrganizationRow::addButton(const QString &objectName, const QString &text, const QString &spoken)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAccessibleName(spoken);
    button->setMinimumHeight(hitTarget);
    button->setAutoDefault(true); // Enter presses it, not the sheet's own button
    return button;
}

void OrganizationRow::edit(bool on)
{
    m_field->setVisible(on);
    m_name->setVisible(!on);
    if (!on) {
        m_rename->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_field->setText(m_name->text());
    m_field->selectAll();
    m_field->setFocus(Qt::OtherFocusReason);
}

void OrganizationRow::setBusy(bool busy)
{
    const bool hadFocus = m_test->hasFocus();
    m_test->setEnabled(!busy);
    if (busy)
        m_hadFocus = hadFocus;
    else if (std::exchange(m_hadFocus, false))
        m_test->setFocus(Qt::OtherFocusReason); // which it lost with being disabled
}

} // namespace ui
