// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

#include <vector>

namespace core {

// Text as it is searched, in UTF-8: without capitals, accents and ligatures (Unicode's compatibility decomposition),
// any white space as one blank, typographic dashes and quotes as those of a keyboard. A word divided at the end of a
// line is whole again, and lines of Chinese or Japanese follow each other without a gap.
[[nodiscard]] QByteArray foldedText(QStringView text);

// The same, with the place that every byte comes from.
struct FoldedText {
    QByteArray text;
    std::vector<int> origins; // for every byte the index into the text it was made of; one more for the end
};
[[nodiscard]] FoldedText foldedWithOrigins(QStringView text);

// Text of several lines as it is read: folded but for capitals and accents, a divided word with its hyphen kept.
[[nodiscard]] QString withoutLines(QStringView text);

} // namespace core
