// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"

#include <QPointer>
#include <QWidget>

namespace ui {

// Saves a copy of an attachment where the user says. The bytes come from the page worker and are written off the
// window's thread; nothing is opened or made executable.
class AttachmentSaving : public QObject
{
    Q_OBJECT

public:
    AttachmentSaving(core::PageSource &pages, QWidget &parent);

    void ask(core::DocumentHandle document, int index, const core::AttachmentEntry &entry); // where to
    void save(core::DocumentHandle document, int index, const QString &path);

signals:
    void saved(const QString &path);
    void failed(const core::Error &error);

private:
    core::PageSource &m_pages;
    QWidget &m_parent;
};

} // namespace ui
