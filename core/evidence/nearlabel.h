// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/textindex.h"

#include <QStringList>

namespace core {

// Words that name a value, looked for left of its box on the same line and above it.
class NearLabel
{
public:
    NearLabel(const TextIndex &index, const QStringList &labels);

    struct Hit {
        QString label; // as given; empty when none is near
        bool beside = false;
    };
    [[nodiscard]] Hit at(int page, const QRectF &box) const;

private:
    [[nodiscard]] QString labelIn(const QString &compact) const;

    const TextIndex &m_index;
    std::vector<std::pair<QString, QString>> m_labels; // compact, as given; longest first
};

} // namespace core
