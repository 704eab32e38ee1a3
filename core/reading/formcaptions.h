// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/layout.h"

namespace core {

// A form's value with the words printed beside it. Boxes for the parts of one number are one field.
struct CaptionedValue {
    QString name; // without XFA's numbering
    QString tip;
    QString caption; // beside a check box, above or left of a text; empty when nothing is
    QString value;
    std::vector<Place> places;
    bool box = false; // a check box
};

[[nodiscard]] std::vector<CaptionedValue> captionedValues(const DocumentText &document, const Layout &layout);

} // namespace core
