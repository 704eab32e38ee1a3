// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/sheet.h"

#include <vector>

class QComboBox;
class QFormLayout;

namespace ui {

// Appearance, language, the engine for new documents, from when a value needs nobody's look, how many at once.
class SettingsSheet : public Sheet
{
    Q_OBJECT

public:
    struct Choices {
        std::vector<Choice> engines;
        std::vector<Choice> languages; // the program's own, by ISO 639-1
        bool organizations = false; // there is a page of them
        bool secrets = false;
    };

    SettingsSheet(core::SettingsStore &settings, const Choices &choices, QWidget *window);

signals:
    void changed();
    void organizationsRequested();
    void secretsRequested();

private:
    void addAppearance(QFormLayout &form);
    void addLanguage(QFormLayout &form, const std::vector<Choice> &languages);
    void addEngine(QFormLayout &form, const std::vector<Choice> &engines);
    void addThreshold(QFormLayout &form);
    void addParallel(QFormLayout &form);
    void addPages(QFormLayout &form, const Choices &choices);

    core::SettingsStore &m_settings;
};

} // namespace ui
