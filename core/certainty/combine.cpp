// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certainty/certainty.h"
#include "core/certainty/weights.h"

#include <cmath>

namespace core {

double combine(const std::vector<Reason> &reasons)
{
    double sum = weights::start;
    for (const Reason &reason : reasons)
        sum += std::isfinite(reason.effect) ? reason.effect : 0;
    const double certainty = 1 / (1 + std::exp(-sum));
    return std::round(certainty * 1000) / 1000; // more digits would pretend to be known
}

} // namespace core
