// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/library/documentactions.h"
#include "ui/library/librarypane.h"
#include "ui/pages/documentpane.h"
#include "ui/review/reviewpane.h"
#include "ui/settings/settingkeys.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/desk.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/signin/signinpanel.h"
#include "ui/text/schematitles.h"
#include "ui/widgets/messagebar.h"

#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

void MainWindow::setLanguages(std::vector<Choice> languages)
{
    m_languages = std::move(languages);
}

void MainWindow::bringToFront()
{
    if (isMinimized())
        showNormal();
    raise();
    activateWindow();
}

QList<QAction *> MainWindow::commands() const
{
    return m_actions.all() + m_library->actionsOfDocument().actions() + m_review->actions().all() + m_pages->commands();
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto run) { connect(action, &QAction::triggered, this, run); };
    on(m_actions.open, [this] { openFiles(); });
    on(m_actions.paste, [this] { paste(); });
    on(m_actions.sample, [this] { addSamples(); });
    on(m_actions.palette, [this] { showPalette(); });
    on(m_actions.exportDocuments, [this] { showExport(); });
    on(m_actions.settings, [this] { showSettings(); });
    on(m_actions.connectOrganization, [this] { connectOrganization(); });
    m_actions.connectOrganization->setEnabled(m_services.setup != nullptr);
    on(m_actions.organizations, [this] { showOrganizations(); });
    m_actions.organizations->setEnabled(m_services.setup && m_services.accounts);
    on(m_actions.secrets, [this] { showSecrets(); });
    m_actions.secrets->setEnabled(m_services.secrets != nullptr);
    on(m_actions.searchLibrary, [this] {
        m_actions.library->setChecked(true);
        m_top->focusSearch();
    });
    on(m_actions.nextDocument, [this] { m_library->chooseNext(DocumentFilter::Show::ToReview); });
    on(m_actions.quit, [this] { close(); });
    connect(m_actions.library, &QAction::toggled, m_library, &QWidget::setVisible);
    connect(m_actions.library, &QAction::toggled, this, &MainWindow::placeMessages);
    connect(m_actions.focusMode, &QAction::toggled, this, &MainWindow::setFocusMode);
    connect(m_actions.marks, &QAction::toggled, m_pages, &DocumentPane::setMarksVisible);
}

void MainWindow::connectPanes()
{
    connect(m_library, &LibraryPane::documentChosen, this, &MainWindow::chooseDocument);
    connect(m_library, &LibraryPane::openRequested, this, &MainWindow::openFiles);
    connect(m_library, &LibraryPane::sampleRequested, this, &MainWindow::addSamples);
    connect(m_pages, &DocumentPane::filesDropped, this, &MainWindow::addFiles);
    connect(m_pages, &DocumentPane::addressesDropped, this, &MainWindow::tellAddresses);
    connect(m_desk, &Desk::approved, this, &MainWindow::documentApproved);
    connect(m_desk, &Desk::signInRequested, this, [this] { signIn(); });
    connect(m_desk, &Desk::secretRequested, this, &MainWindow::showSecrets);
    connect(m_desk, &Desk::editsNotSaved, this,
            [this](const QString &document, core::ReviewSession *session, const QString &actor) {
                std::erase_if(m_unsaved,
                              [session](const Unsaved &one) { return !one.session || one.session == session; });
                m_unsaved.push_back({actor, document, session});
                tellUnsaved();
            });
    connect(m_top, &TopBar::searched, m_library, &LibraryPane::setSearch);
    connect(m_top, &TopBar::searchFinished, m_library, &LibraryPane::focusList);
    connect(m_top, &TopBar::engineChosen, this, [this](const QString &id) {
        m_services.settings.set(settings::engine, id);
        updateEngine();
    });
    connect(m_top, &TopBar::schemaChosen, this,
            [this](const QString &id) { m_services.settings.set(settings::schema, id); });
    connect(&m_services.queue, &core::Queue::added, this, &MainWindow::showAdded);
    connect(&m_services.queue, &core::Queue::changed, this, &MainWindow::updatePosition);
    connect(&m_services.queue, &core::Queue::loaded, this, [this] {
        chooseDocument(0);
        const core::Partition library = m_services.queue.partition();
        m_pages->setOwner(library.issuer + u'\n' + library.organization);
        showRightPage();
        followLink();
    });
    connect(&m_services.queue, &core::Queue::added, this, &MainWindow::showRightPage);
    connect(&m_services.queue, &core::Queue::removed, this, &MainWindow::showRightPage);
}

void MainWindow::applySettings()
{
    m_services.queue.setParallel(m_services.settings.get(settings::parallel));
    m_services.queue.setThreshold(m_services.settings.get(settings::threshold));
    updateChoices();
    emit appearanceChanged();
}

void MainWindow::updateChoices()
{
    std::vector<Choice> engines{{u"local"_s, tr("On this computer")}};
    for (const core::Connection &connection : m_services.engines.connections())
        engines.push_back({connection.id, connection.name.isEmpty() ? connection.id : connection.name});
    std::vector<Choice> schemas;
    for (const core::Schema &schema : m_services.schemas)
        schemas.push_back({schema.id, shownTitle(schema)});
    m_library->actionsOfDocument().setChoices(engines, schemas);
    schemas.insert(schemas.begin(), {QString(), tr("Detect the kind")});
    m_top->setEngines(engines, m_services.settings.get(settings::engine));
    m_top->setSchemas(schemas, m_services.settings.get(settings::schema));
    updateEngine();
}

void MainWindow::updateEngine()
{
    m_status->setEngine(engineName(m_top->engine()), m_top->engine() == "local"_L1);
}

QString MainWindow::engineName(const QString &id) const
{
    for (const core::Connection &connection : m_services.engines.connections()) {
        if (connection.id == id)
            return connection.name.isEmpty() ? id : connection.name;
    }
    return tr("on this computer");
}

void MainWindow::setFocusMode(bool on)
{
    m_top->setVisible(!on);
    m_status->setVisible(!on);
    m_library->setVisible(!on && m_actions.library->isChecked());
    placeMessages();
    setWindowState(on ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

void MainWindow::showPalette()
{
    auto *palette = new CommandPalette(commands(), this);
    palette->open(palette->input());
}

void MainWindow::tellUnsaved()
{
    std::erase_if(m_unsaved, [](const Unsaved &one) { return !one.session || one.session->unsaved().empty(); });
    for (const Unsaved &one : m_unsaved) {
        if (one.actor == m_desk->actor())
            m_library->messages().tell(
                MessageBar::Kind::Error,
                tr("%1: what you edited last could not be saved. Make room on the disk, then save it again.")
                    .arg(one.document),
                {tr("Save again"), [this, session = one.session] {
                     m_library->messages().dismiss();
                     if (session)
                         session->saveAgain();
                 }});
    }
}

void MainWindow::chooseDocument(qint64 document)
{
    m_desk->show(document);
    updatePosition();
}

void MainWindow::documentApproved()
{
    m_library->chooseNext(DocumentFilter::Show::ToReview);
    m_desk->takeFocus();
}

void MainWindow::updatePosition()
{
    const std::vector<qint64> shown = m_library->shown();
    const auto at = std::ranges::find(shown, m_desk->document());
    const auto position = at == shown.end() ? 0 : static_cast<int>(at - shown.begin()) + 1;
    m_review->setPosition(position, static_cast<int>(shown.size()));
}

} // namespace ui
