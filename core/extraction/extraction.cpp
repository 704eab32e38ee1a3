// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/extraction.h"

#include <algorithm>

namespace core {

const ExtractedField *Extraction::field(const QString &path) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const ExtractedField &candidate) { return candidate.path == path; });
    return found == fields.end() ? nullptr : &*found;
}

ExtractedField *Extraction::field(const QString &path)
{
    return const_cast<ExtractedField *>(std::as_const(*this).field(path));
}

} // namespace core
