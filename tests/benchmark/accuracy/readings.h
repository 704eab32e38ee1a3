// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

#include <QObject>

#include <functional>
#include <optional>

namespace accuracy {

// The text of a document through the page workers, or from the cache folder when it is there.
class Readings
{
public:
    explicit Readings(const QString &cacheFolder);
    ~Readings();
    Readings(const Readings &) = delete;
    Readings &operator=(const Readings &) = delete;

    [[nodiscard]] std::optional<core::DocumentText> read(const QString &set, const QString &file);

private:
    struct Workers;

    QString m_cache;
    std::unique_ptr<Workers> m_workers;
};

} // namespace accuracy
