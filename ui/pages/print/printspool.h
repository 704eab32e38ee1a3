// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/pages/print/printplan.h"

#include <QImage>
#include <QTemporaryFile>

namespace ui {

// Pages that are drawn and wait for the printer, outside of memory: in a file without a name, gone with this. Nothing
// is begun on a printer that cannot be taken back, so it gets its pages when all are there.
class PrintSpool
{
public:
    // Error: Storage.
    [[nodiscard]] core::Result<> open();
    [[nodiscard]] core::Result<> append(const QImage &picture, const SheetPlan &plan); // blocks: compresses, writes

    [[nodiscard]] std::size_t size() const { return m_sheets.size(); }
    [[nodiscard]] const SheetPlan &plan(std::size_t sheet) const { return m_sheets[sheet].plan; }
    [[nodiscard]] QImage picture(std::size_t sheet); // blocks; null when the disk does not give it back

private:
    struct Sheet {
        SheetPlan plan;
        qint64 at = 0;
        qint64 bytes = 0;
    };

    QTemporaryFile m_file;
    std::vector<Sheet> m_sheets;
};

} // namespace ui
