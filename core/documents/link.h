// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace core {

// lectern: an address of something in the window. It shows, and never does anything else.
//   lectern://document/<id>[?page=N][&field=PATH]   a document of the library, at a page, with a value chosen
//   lectern://review                                what is to be reviewed
struct Link {
    enum class Kind { Document, Review };
    Kind kind = Kind::Document;
    qint64 document = 0; // the library's number of it, 1 and up
    int page = 0; // from 1; 0: where it opens
    QString field = {}; // as core/extraction writes paths; empty: the one it opens with

    friend bool operator==(const Link &, const Link &) = default;
};

// Whether it means to be one; what is wrong with it, parseLink() says.
[[nodiscard]] bool isLink(const QString &text);

// Strict: these two forms, each parameter once at most, nothing else. Anything may hand over such an address, a web
// page too. InvalidInput says what is wrong, without repeating the text.
[[nodiscard]] Result<Link> parseLink(const QString &text);
[[nodiscard]] QString linkText(const Link &link);

} // namespace core
