// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

namespace Poppler {
class Page;
} // namespace Poppler

namespace core {

// Adds what is filled in on this page: text, choices, and the state of every check box and radio button.
void addFormValues(const Poppler::Page &page, int number, QSizeF size, std::vector<FormValue> &values);

} // namespace core
