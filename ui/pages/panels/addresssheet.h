// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/questionsheet.h"

#include <QUrl>

namespace ui {

// Asks before an address that a document names is opened outside, and shows all of it: letter by letter what will be
// opened, names of hosts in ASCII.
class AddressSheet : public QuestionSheet
{
    Q_OBJECT

public:
    AddressSheet(const QUrl &address, QWidget *window);
};

} // namespace ui
