// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/patientthreads.h"
#include "core/documents/readingplaces.h"

#include <map>
#include <memory>

namespace core {

// One file, readable by its owner only. It names no document and no account: each place is kept under a hash of both.
// Reads and writes on a thread of its own.
class ReadingPlacesFile final : public ReadingPlaces
{
public:
    explicit ReadingPlacesFile(QString path, std::size_t most = 500); // documents
    ~ReadingPlacesFile() override; // waits a moment for what is being saved

    [[nodiscard]] Async<std::optional<ReadingPlace>> load(const QString &file, const QString &owner) override;
    void save(const QString &file, const QString &owner, const ReadingPlace &place) override;

private:
    using Keys = std::map<std::pair<QString, QString>, QByteArray>; // by document and owner

    QString m_path;
    std::size_t m_most;
    std::shared_ptr<Keys> m_keys; // of the thread alone
    PatientThreads m_thread{1}; // a load after a save finds what was saved
};

} // namespace core
