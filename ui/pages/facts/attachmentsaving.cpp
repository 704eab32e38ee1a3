// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/facts/attachmentsaving.h"

#include "core/base/writefile.h"
#include "core/documents/attachmentname.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace ui {

AttachmentSaving::AttachmentSaving(core::PageSource &pages, QWidget &parent)
    : m_pages(pages)
    , m_parent(parent)
{
}

void AttachmentSaving::ask(core::DocumentHandle document, int index, const core::AttachmentEntry &entry)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(&m_parent, tr("Save a copy of the attachment"),
                                   QDir(folder).exists() ? folder : QDir::homePath());
    dialog->setObjectName(u"saveAttachmentDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(core::attachmentFileName(entry.name));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, document, index](const QString &path) { save(document, index, path); });
    dialog->open();
}

void AttachmentSaving::save(core::DocumentHandle document, int index, const QString &path)
{
    const auto bytes = m_pages.attachment(document, index, {});
    const auto written = core::andThen(bytes, this, [path](const QByteArray &data) -> core::Async<QString> {
        return QtConcurrent::run([path, data]() -> core::Result<QString> {
            return core::writeFile(path, data).map([path] { return path; });
        });
    });
    core::whenDone(written, this, [this](const core::Result<QString> &result) {
        if (result)
            emit saved(*result);
        else
            emit failed(result.error());
    });
}

} // namespace ui
