// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/patientthreads.h"
#include "core/documents/thumbnailcache.h"

namespace core {

// One file a document in a folder of the cache, readable by its owner only; the longest unused go when all together
// take more than the budget. What is saved belongs to the document as it was when its pictures were loaded: the file
// may have changed since. Reads and writes on a thread of its own.
class ThumbnailFiles final : public ThumbnailCache
{
public:
    explicit ThumbnailFiles(QString folder, qint64 budget = qint64{128} << 20); // bytes
    ~ThumbnailFiles() override; // waits a moment for what is being saved

    [[nodiscard]] Async<Thumbnails> load(const QString &file) override;
    void save(const QString &file, const Thumbnails &thumbnails) override;

private:
    using Places = std::map<QString, QString>; // by document

    QString m_folder;
    qint64 m_budget;
    std::shared_ptr<Places> m_places; // of the thread alone
    PatientThreads m_thread{1}; // a load after a save finds what was saved
};

} // namespace core
