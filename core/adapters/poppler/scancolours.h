// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/scans/faxdecoder.h"

#include <QByteArray>
#include <QRgb>

#include <array>
#include <Object.h>
#include <optional>
#include <string>

class PDFDoc;

// What the samples of a scan's picture mean to Poppler.
namespace core {

// The name of its colour space, or the number of the object that says what it is. Empty where neither is so.
[[nodiscard]] std::string colourKind(const Object &picture);

// Whether samples of eight bits are shown as they are, within what nobody can see. components: 1 or 3.
[[nodiscard]] bool keepsColours(PDFDoc &document, const Object &picture, int components);

// Whether Poppler's decoder has the first rows of this JPEG, or of this fax, as ours does.
[[nodiscard]] bool showsTheSame(const Object &picture, const QByteArray &jpeg, int components);
[[nodiscard]] bool showsTheSame(const Object &picture, const FaxPicture &fax, const std::array<QRgb, 2> &colours);

// The colours of 0 and 1 in a picture of one bit; one that is a stencil is painted black.
[[nodiscard]] std::optional<std::array<QRgb, 2>> bitColours(PDFDoc &document, const Object &picture);

} // namespace core
