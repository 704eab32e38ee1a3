// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/formvalues.h"

#include <poppler-form.h>
#include <poppler-qt6.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

QString buttonValue(const Poppler::FormFieldButton &button)
{
    if (button.buttonType() == Poppler::FormFieldButton::Push)
        return {};
    if (button.state())
        return u"true"_s;
    return button.buttonType() == Poppler::FormFieldButton::CheckBox ? u"false"_s : QString();
}

QString choiceValue(const Poppler::FormFieldChoice &choice)
{
    if (choice.choiceType() == Poppler::FormFieldChoice::ComboBox && choice.isEditable()
        && !choice.editChoice().isEmpty())
        return choice.editChoice();
    const QStringList choices = choice.choices();
    QStringList chosen;
    for (const int index : choice.currentChoices()) {
        if (index >= 0 && index < choices.size())
            chosen += choices[index];
    }
    return chosen.join(", "_L1);
}

QString valueOf(const Poppler::FormField &field)
{
    switch (field.type()) {
    case Poppler::FormField::FormText:
        return static_cast<const Poppler::FormFieldText &>(field).text();
    case Poppler::FormField::FormButton:
        return buttonValue(static_cast<const Poppler::FormFieldButton &>(field));
    case Poppler::FormField::FormChoice:
        return choiceValue(static_cast<const Poppler::FormFieldChoice &>(field));
    case Poppler::FormField::FormSignature:
        break;
    }
    return {};
}

QString labelOf(const Poppler::FormField &field)
{
    const QString label = field.uiName(); // falls back to names
    if (label != field.name() && label != field.fullyQualifiedName())
        return label;
    // The buttons of one choice share a name: what tells them apart is what each stands for.
    const bool isRadio = field.type() == Poppler::FormField::FormButton
        && static_cast<const Poppler::FormFieldButton &>(field).buttonType() == Poppler::FormFieldButton::Radio;
    return isRadio ? static_cast<const Poppler::FormFieldButton &>(field).caption() : QString();
}

// Poppler gives parts of the page's size, from the top left of the page as shown.
QRectF boxOf(const Poppler::FormField &field, QSizeF size)
{
    const QRectF part = field.rect().normalized();
    return {part.x() * size.width(), part.y() * size.height(), part.width() * size.width(),
            part.height() * size.height()};
}

} // namespace

void addFormValues(const Poppler::Page &page, int number, QSizeF size, std::vector<FormValue> &values)
{
    for (const auto &field : page.formFields()) {
        const auto *text = dynamic_cast<const Poppler::FormFieldText *>(field.get());
        if (text && text->isPassword())
            continue;
        const QString value = valueOf(*field);
        if (value.isEmpty())
            continue;
        values.push_back({field->fullyQualifiedName(),
                          labelOf(*field),
                          value,
                          {number, boxOf(*field, size), value, TextSource::FormField}});
    }
}

} // namespace core
