// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace core {

// The address that a link in a document names, if it is one that may be opened outside after the user was asked: http,
// https or mailto, at most bounds::longestAddress letters, nothing in it that does not show (controls, marks of writing
// direction), no name or password before the host, and of a mail only addresses, subject and body (RFC 6068, 7: other
// headers can add files). Its encoded form is ASCII and is what will be opened, letter by letter.
// InvalidInput says what is wrong, without repeating the text.
[[nodiscard]] Result<QUrl> webAddress(const QString &text);

} // namespace core
