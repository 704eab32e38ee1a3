// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/engines.h"
#include "app/common/identity.h"
#include "app/window/accountwatch.h"
#include "app/window/libraryowner.h"
#include "app/window/memorytrim.h"
#include "core/adapters/browser/browserprocesses.h"
#include "core/adapters/pageworker/workerpool.h"
#include "core/adapters/pageworker/workerstart.h"
#include "core/adapters/sql/sqlstore.h"
#include "core/adapters/thumbnails/readingplacesfile.h"
#include "core/adapters/thumbnails/thumbnailfiles.h"
#include "core/identity/farewell.h"
#include "core/identity/unseenbrowser.h"
#include "core/workflow/queue.h"
#include "ui/shell/mainwindow.h"

#include <QObject>

class QApplication;

namespace app {

// Everything that the window needs, put together. Made after the QApplication and its translators.
class Application : public QObject
{
    Q_OBJECT

public:
    // shownAtOnce: a file to be seen as soon as the window is; empty: none.
    // worker: from startPageWorker(), before there was an application; or none.
    explicit Application(QApplication &application, const QString &shownAtOnce = {},
                         std::unique_ptr<core::WorkerProcess> worker = {});
    ~Application() override;

    // Files, and lectern: addresses among them.
    void start(const QStringList &wanted); // shows the window, signs in silently, opens what is wanted
    void open(const QStringList &wanted); // of a later start

    [[nodiscard]] static std::unique_ptr<core::WorkerProcess> startPageWorker();

    [[nodiscard]] ui::MainWindow &window() { return m_window; }
    [[nodiscard]] core::Queue &queue() { return m_queue; }
    [[nodiscard]] core::Accounts &accounts() { return m_identity.accounts(); }

private:
    void applyAppearance();
    void wait(const QStringList &wanted);
    void addWaiting();
    void reportProblems();

    QApplication &m_application;
    QStringList m_problems; // files of the configuration that could not be used
    core::WorkerPool m_pages;
    QString m_shownAtOnce;
    core::WorkerPool m_readers;
    core::ThumbnailFiles m_thumbnails;
    core::ReadingPlacesFile m_places;
    core::SqlStore m_store;
    Identity m_identity;
    core::ProviderSetup m_setup;
    core::ServiceSecrets m_secrets;
    std::vector<core::Schema> m_schemas;
    Engines m_engines;
    core::Queue m_queue;
    MemoryTrim m_memory{m_queue};
    core::BrowserProcesses m_browsers;
    core::UnseenBrowser m_unseen;
    core::Farewell m_farewell;
    ui::MainWindow m_window;
    LibraryOwner m_owner; // after the window: that hears of an account's change before its documents go
    AccountWatch m_accountWatch;
    QStringList m_waiting; // files to add when the library is loaded
    QString m_waitingLink; // to be followed then; of several the last
};

} // namespace app
