// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypane.h"
#include "ui/review/reviewpane.h"
#include "ui/settings/settingkeys.h"
#include "ui/shell/desk.h"
#include "ui/shell/exportrun.h"
#include "ui/shell/exportsheet.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/ownfolder.h"
#include "ui/text/errortext.h"
#include "ui/widgets/messagebar.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace ui {

void MainWindow::showExport()
{
    const auto withValues = [this](std::vector<qint64> documents) {
        std::erase_if(documents, [this](qint64 id) {
            const core::DocumentRow *row = m_services.queue.row(id);
            return !row || (row->state != core::DocumentState::ToReview && row->state != core::DocumentState::Approved);
        });
        return documents;
    };
    std::vector<qint64> approved;
    for (const core::DocumentRow &row : m_services.queue.rows()) {
        if (row.state == core::DocumentState::Approved)
            approved.push_back(row.id);
    }
    const core::DocumentRow *current = m_services.queue.row(m_desk->document());
    std::vector<ExportSheet::Scope> scopes;
    scopes.push_back({tr("This document"), withValues(current ? std::vector{current->id} : std::vector<qint64>()),
                      current ? QFileInfo(current->name).completeBaseName() : QString()});
    scopes.push_back({tr("All that are approved"), approved, u"approved"_s});
    scopes.push_back({tr("All that are shown in the library"), withValues(m_library->shown()), u"documents"_s});

    QString folder = ownFolder(m_services.settings, settings::exportFolder, m_desk->actor());
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *sheet = new ExportSheet(scopes, folder, this);
    connect(sheet, &ExportSheet::chosen, this, &MainWindow::runExport);
    sheet->open();
}

void MainWindow::runExport(const std::vector<qint64> &documents, core::ExportFormat format, const QString &folder,
                           const QString &baseName)
{
    setOwnFolder(m_services.settings, settings::exportFolder, m_desk->actor(), folder);
    auto *run = new ExportRun(m_services, {documents, format, folder, baseName}, this);
    const auto isTheirs = [this, actor = m_desk->actor()] { return m_desk->actor() == actor; }; // still
    connect(run, &ExportRun::finished, this, [=, this](const QStringList &files, int count, int leftOut) {
        if (!isTheirs())
            return;
        QString text = tr("%n document(s) exported to %1.", nullptr, count).arg(QFileInfo(files.value(0)).fileName());
        if (leftOut > 0)
            text += u' ' + tr("%n left out: nothing was read from them yet.", nullptr, leftOut);
        m_review->messages().tell(
            MessageBar::Kind::Success, text,
            {tr("Show folder"), [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }});
    });
    connect(run, &ExportRun::failed, this, [this, isTheirs](const core::Error &error) {
        if (isTheirs())
            m_review->messages().tell(MessageBar::Kind::Error, errorText(error),
                                      {tr("Export again"), [this] { showExport(); }});
    });
    run->start();
}

} // namespace ui
