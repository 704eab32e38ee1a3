// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingssheet.h"

#include "ui/settings/settingkeys.h"
#include "ui/text/formats.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

void fill(QComboBox &box, const std::vector<Choice> &choices, const QString &current)
{
    for (const Choice &choice : choices)
        box.addItem(choice.name, choice.id);
    box.setCurrentIndex(std::max(0, box.findData(current)));
}

void addRow(QFormLayout &form, const QString &name, QWidget *field)
{
    field->setAccessibleName(name);
    form.addRow(name, field);
}

} // namespace

SettingsSheet::SettingsSheet(core::SettingsStore &settings, const Choices &choices, QWidget *window)
    : Sheet(tr("Settings"), window)
    , m_settings(settings)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(gap + smallGap);
    form->setVerticalSpacing(smallGap + 4);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    body()->addLayout(form);
    addAppearance(*form);
    addLanguage(*form, choices.languages);
    addEngine(*form, choices.engines);
    addThreshold(*form);
    addParallel(*form);
    addPages(*form, choices);
    connect(addButton(tr("Done"), true), &QPushButton::clicked, this, &Sheet::close);
    setPanelWidth(520);
}

void SettingsSheet::addAppearance(QFormLayout &form)
{
    auto *box = new QComboBox(this);
    const std::vector<Choice> choices{{u"0"_s, tr("Like the system")}, {u"1"_s, tr("Light")}, {u"2"_s, tr("Dark")}};
    fill(*box, choices, QString::number(m_settings.get(settings::appearance)));
    connect(box, &QComboBox::activated, this, [this](int index) {
        m_settings.set(settings::appearance, index);
        emit changed();
    });
    addRow(form, tr("Appearance"), box);
}

void SettingsSheet::addLanguage(QFormLayout &form, const std::vector<Choice> &languages)
{
    auto *box = new QComboBox(this);
    std::vector<Choice> choices{{QString(), tr("Like the system")}};
    choices.insert(choices.end(), languages.begin(), languages.end());
    fill(*box, choices, m_settings.get(settings::language));
    box->setToolTip(tr("Counts from the next start"));
    connect(box, &QComboBox::activated, this, [this, box](int index) {
        m_settings.set(settings::language, box->itemData(index).toString());
        emit changed();
    });
    addRow(form, tr("Language (from the next start)"), box);
}

void SettingsSheet::addEngine(QFormLayout &form, const std::vector<Choice> &engines)
{
    auto *box = new QComboBox(this);
    fill(*box, engines, m_settings.get(settings::engine));
    connect(box, &QComboBox::activated, this, [this, box](int index) {
        m_settings.set(settings::engine, box->itemData(index).toString());
        emit changed();
    });
    addRow(form, tr("Engine for new documents"), box);
}

void SettingsSheet::addThreshold(QFormLayout &form)
{
    auto *row = new QWidget(this);
    auto *slider = new QSlider(Qt::Horizontal, row);
    slider->setRange(50, 99);
    slider->setPageStep(5);
    slider->setAccessibleName(tr("Certainty from which a value needs no look"));
    auto *shown = new QLabel(row);
    shown->setMinimumWidth(shown->fontMetrics().horizontalAdvance(u"100 %"_s));
    shown->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(slider, 1);
    layout->addWidget(shown);
    const auto show = [shown](int percent) { shown->setText(percentText(percent / 100.0)); };
    slider->setValue(static_cast<int>(std::lround(m_settings.get(settings::threshold) * 100)));
    show(slider->value());
    connect(slider, &QSlider::valueChanged, this, [this, show](int percent) {
        show(percent);
        m_settings.set(settings::threshold, percent / 100.0);
        emit changed();
    });
    form.addRow(tr("No look needed from"), row);
}

void SettingsSheet::addParallel(QFormLayout &form)
{
    auto *box = new QComboBox(this);
    std::vector<Choice> choices;
    for (int count = 1; count <= 8; ++count)
        choices.push_back({QString::number(count), QString::number(count)});
    fill(*box, choices, QString::number(m_settings.get(settings::parallel)));
    connect(box, &QComboBox::activated, this, [this](int index) {
        m_settings.set(settings::parallel, index + 1);
        emit changed();
    });
    addRow(form, tr("Documents at a time"), box);
}

// What has a page of its own.
void SettingsSheet::addPages(QFormLayout &form, const Choices &choices)
{
    const auto add = [this, &form](const QString &name, const QString &objectName, auto requested) {
        auto *button = new QPushButton(tr("Show…"), this);
        button->setObjectName(objectName);
        button->setMinimumHeight(hitTarget);
        button->setAutoDefault(true); // Enter presses it, not the sheet's own button
        connect(button, &QPushButton::clicked, this, requested);
        auto *row = new QWidget(this);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(button);
        layout->addStretch(1);
        button->setAccessibleName(name);
        form.addRow(name, row);
    };
    if (choices.organizations)
        add(tr("Connected organizations"), u"settingsOrganizations"_s, &SettingsSheet::organizationsRequested);
    if (choices.secrets)
        add(tr("Secrets of services"), u"settingsSecrets"_s, &SettingsSheet::secretsRequested);
}

} // namespace ui
