// SPDX-License-Identifier: GPL-3.0-or-later
// How documents come into the window: chosen, dropped, pasted, named when the program was started.
#include "ui/library/droppedfiles.h"
#include "ui/library/librarypane.h"
#include "ui/pages/documentpane.h"
#include "ui/settings/settingkeys.h"
#include "ui/shell/desk.h"
#include "ui/shell/incoming.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/ownfolder.h"
#include "ui/shell/topbar.h"
#include "ui/signin/signinpanel.h"
#include "ui/text/errortext.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QStandardPaths>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace ui {

void MainWindow::addFiles(const QStringList &files)
{
    if (files.isEmpty())
        return;
    if (isSigningIn() || !m_permissions.use) {
        emit filesHeld(files);
        if (m_signIn)
            m_signIn->tell(
                tr("%n file(s) kept: added when you are done here.", nullptr, static_cast<int>(files.size())));
        return;
    }
    if (!m_permissions.edit) {
        m_desk->keepShownOnly(readOnlyReason());
        return tell(readOnlyReason());
    }
    core::Queue::AddOptions options;
    options.engine = m_top->engine();
    if (needsAccount(options.engine)) {
        if (!m_declinedAccount) {
            signIn();
            return addFiles(files);
        }
        options.engine = u"local"_s;
        tell(tr("Read on this computer: the engine that is chosen needs an account."));
    }
    options.schema = m_top->schema();
    // Looking which of them are folders, and into these, may take long.
    const auto found =
        QtConcurrent::run(m_fileThreads.pool(), [files] { return core::Result<QStringList>(documentsIn(files)); });
    core::whenDone(
        found, this,
        [this, files, options, library = m_services.queue.partition()](const core::Result<QStringList> &documents) {
            if (!documents)
                return;
            if (m_services.queue.partition() != library || isSigningIn() || !m_permissions.use || !m_permissions.edit)
                return addFiles(files); // somebody else's window meanwhile
            m_showNextAdded = true;
            m_services.queue.add(*documents, options);
        });
}

void MainWindow::preview(const QString &file, const core::FirstLook &look)
{
    if (isSigningIn() || !m_permissions.use)
        return;
    m_pages->expect(look);
    m_desk->preview(file);
    showRightPage();
    m_pages->setFocus(Qt::OtherFocusReason); // it was asked for to be read
}

void MainWindow::takeBrought(const QMimeData &brought)
{
    addFiles(droppedFiles(brought));
    tellAddresses(addressesIn(brought));
}

void MainWindow::tellAddresses(int count)
{
    if (count > 0)
        m_library->messages().tell(
            MessageBar::Kind::Information,
            tr("%n address(es) of the web left out: nothing is fetched from there. Download it, then add the file.",
               nullptr, count));
}

void MainWindow::openFiles()
{
    QString folder = ownFolder(m_services.settings, settings::openFolder, m_desk->actor());
    if (folder.isEmpty()) // else it is where anybody was last
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo::exists(folder))
        folder = QDir::homePath();
    auto *dialog = new QFileDialog(this, tr("Open documents"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Documents (%1)").arg(documentPatterns().join(u' ')), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        setOwnFolder(m_services.settings, settings::openFolder, m_desk->actor(),
                     QFileInfo(files.value(0)).absolutePath());
        addFiles(files);
    });
    dialog->open();
}

void MainWindow::paste()
{
    const QMimeData *brought = QGuiApplication::clipboard()->mimeData();
    if (brought && bringsFiles(*brought)) {
        takeBrought(*brought);
        return;
    }
    const QImage picture = QGuiApplication::clipboard()->image();
    if (picture.isNull()) {
        m_library->messages().tell(MessageBar::Kind::Information,
                                   tr("There is no picture and no file in the clipboard."));
        return;
    }
    whenDone(keepPicture(picture, m_services.clock.now()), this, [this](const core::Result<QString> &file) {
        if (file)
            addFiles({*file});
        else
            m_library->messages().tell(MessageBar::Kind::Error, errorText(file.error()));
    });
}

void MainWindow::addSamples()
{
    whenDone(unpackSamples(), this, [this](const core::Result<QStringList> &files) {
        if (files)
            addFiles(*files);
        else
            m_library->messages().tell(MessageBar::Kind::Error, errorText(files.error()));
    });
}

void MainWindow::showAdded(qint64 document)
{
    if (m_showNextAdded)
        m_library->choose(document);
    m_showNextAdded = false;
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_permissions.edit && bringsFiles(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    takeBrought(*event->mimeData());
    event->acceptProposedAction();
}

} // namespace ui
