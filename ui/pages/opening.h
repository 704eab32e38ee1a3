// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"

#include <QObject>

namespace ui {

// Opens one document at a time and keeps it open. An answer for a file that nobody wants any more is closed again.
class Opening : public QObject
{
    Q_OBJECT

public:
    explicit Opening(core::PageSource &pages, QObject *parent = nullptr);
    ~Opening() override;

    void open(const QString &file, const core::Secret &password);
    // The same file as it is now. What is open stays until opened() tells of the new one, or for good.
    void reopen();
    void close(); // also what is still being opened
    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] const core::OpenedDocument &document() const { return m_document; }
    [[nodiscard]] const core::Secret &password() const { return m_password; } // that opened it
    [[nodiscard]] bool isOpen() const { return m_document.handle != 0; }

signals:
    void opened(const core::OpenedDocument &document, const core::Secret &password);
    void passwordNeeded(bool again); // again: the one given was wrong
    void failed(const core::Error &error);
    void reopenFailed(const core::Error &error);

private:
    void finish(const core::Result<core::OpenedDocument> &answer, const core::Secret &password);

    core::PageSource &m_pages;
    QString m_file;
    core::Secret m_password;
    core::OpenedDocument m_document;
    std::stop_source m_stop;
};

} // namespace ui
