// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/robustness/fuzz/entries.h"

#include <cstddef>
#include <cstdint>

// libFuzzer's own way in; FUZZ_ENTRY is the function that this program is for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::FUZZ_ENTRY(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
