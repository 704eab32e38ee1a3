// SPDX-License-Identifier: GPL-3.0-or-later
// How the window is put together and how it comes back at the next start; what it does is in mainwindow.cpp.
#include "ui/library/documentactions.h"
#include "ui/library/librarypane.h"
#include "ui/pages/documentpane.h"
#include "ui/review/reviewpane.h"
#include "ui/settings/settingkeys.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/theme.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int leastPages = 344;
constexpr int leastForThree = 790;
constexpr QSize leastWindow(600, 320); // half of 1280 x 720 has room for it, with a task bar

} // namespace

MainWindow::MainWindow(Services services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
    , m_actions(this)
    , m_menu(new QMenu(this))
    , m_top(new TopBar(m_actions, m_menu, this))
    , m_pagesOrNothing(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_library(new LibraryPane(m_services.queue, this))
    , m_pages(new DocumentPane(m_services.pages, this))
    , m_review(new ReviewPane(this))
    , m_status(new StatusLine(m_services.queue, this))
    , m_desk(new Desk(m_services, *m_pages, *m_review, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Lectern"));
    setWindowIcon(QIcon(u":/icons/app.svg"_s));
    setAcceptDrops(true);
    setMinimumSize(leastWindow); // not what the panes would like to have
    m_pages->setThumbnailCache(m_services.thumbnails);
    m_pages->setReadingPlaces(m_services.places);
    build();
    connectPanes();
    connectActions();
    fillMenu();
    updateChoices();
    applySettings();
    restoreLayout();
    connectProxies();
    connectAccounts();
    showAccount();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_library);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_review);
    m_library->setMinimumWidth(170);
    m_pages->setMinimumWidth(leastPages);
    m_review->setMinimumWidth(280);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_pagesOrNothing->addWidget(m_splitter);
    m_pagesOrNothing->addWidget(buildNoRole());
    m_pagesOrNothing->addWidget(buildWelcome());

    auto *central = new QWidget(this);
    m_column = new QVBoxLayout(central);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_top);
    m_column->addWidget(m_pagesOrNothing, 1);
    m_column->addWidget(m_status);
    setCentralWidget(central);
    for (QAction *action : m_pages->commands()) {
        if (action->objectName() == "findAction"_L1)
            action->setShortcutContext(Qt::WindowShortcut); // from the fields too
    }
}

void MainWindow::fillMenu()
{
    m_menu->addActions({m_actions.open, m_actions.paste, m_actions.exportDocuments, m_actions.sample});
    m_menu->addSeparator();
    auto *document = m_menu->addMenu(tr("Document"));
    m_library->actionsOfDocument().fill(*document);
    auto *review = m_menu->addMenu(tr("Review"));
    review->addActions(m_review->actions().all());
    review->addAction(m_actions.nextDocument);
    auto *page = m_menu->addMenu(tr("Page"));
    page->addActions(m_pages->commands());
    m_menu->addSeparator();
    m_menu->addActions({m_actions.library, m_actions.marks, m_actions.focusMode});
    m_menu->addSeparator();
    m_menu->addActions({m_actions.palette, m_actions.connectOrganization, m_actions.organizations, m_actions.secrets,
                        m_actions.settings, m_actions.quit});
    for (QMenu *menu : {m_menu, review})
        menu->setToolTipsVisible(true); // they say why something can't be done
}

void MainWindow::restoreLayout()
{
    core::SettingsStore &settings = m_services.settings;
    if (!restoreGeometry(settings.get(settings::geometry))) {
        const QSize room = screen()->availableGeometry().size();
        const QSize wanted(1360, 860);
        resize(wanted.boundedTo(room));
        if (size() != wanted)
            setWindowState(windowState() | Qt::WindowMaximized);
    }
    if (!m_splitter->restoreState(settings.get(settings::panes)))
        m_splitter->setSizes({250, 730, 380});
    m_actions.library->setChecked(settings.get(settings::libraryShown));
    foldForRoom();
    m_pages->setThumbnailsVisible(settings.get(settings::thumbnailsShown));
    m_pages->setSide({settings.get(settings::sideTab), settings.get(settings::sideWidth)});
    m_pages->setPaperDimmed(settings.get(settings::paperDimmed));
    m_review->actions().doubtsFirst->setChecked(settings.get(settings::doubtsFirst));
}

void MainWindow::saveLayout()
{
    core::SettingsStore &settings = m_services.settings;
    settings.set(settings::geometry, saveGeometry());
    settings.set(settings::panes, m_splitter->saveState());
    if (const core::FirstLook look = m_pages->firstLook(); look.dpi > 0 || !look.room.isEmpty()) {
        settings.set(settings::firstRoom, look.room);
        settings.set(settings::firstWhole, look.whole);
        settings.set(settings::firstDpi, look.dpi);
    }
    settings.set(settings::libraryShown, m_actions.library->isChecked() || m_isFoldedForRoom);
    settings.set(settings::thumbnailsShown, m_pages->thumbnailsVisible());
    settings.set(settings::sideTab, m_pages->side().tab);
    settings.set(settings::sideWidth, m_pages->side().width);
    settings.set(settings::paperDimmed, m_pages->isPaperDimmed());
    settings.set(settings::doubtsFirst, m_review->actions().doubtsFirst->isChecked());
}

// Three panes beside each other need their room: without it the library folds away until there is some again. Whoever
// wants it there all the same opens it.
void MainWindow::foldForRoom()
{
    const bool isNarrow = width() < leastForThree;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    if (isNarrow)
        m_isFoldedForRoom = m_actions.library->isChecked();
    if (isNarrow || m_isFoldedForRoom)
        m_actions.library->setChecked(!isNarrow);
    if (!isNarrow)
        m_isFoldedForRoom = false;
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    foldForRoom();
}

// What nothing nearer has taken.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const QWidget *from = focusWidget() ? focusWidget() : this;
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier || !MessageBar::dismissNearest(*from))
        QMainWindow::keyPressEvent(event);
}

// Rows, tables and buttons come and go; where Tab leads is told by where they stand.
bool MainWindow::focusNextPrevChild(bool next)
{
    return stepFocus(*centralWidget(), next) || QMainWindow::focusNextPrevChild(next);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_actions.focusMode->isChecked())
        m_actions.focusMode->setChecked(false);
    saveLayout();
    m_desk->show(0); // what is being typed is handed over
    QMainWindow::closeEvent(event);
}

} // namespace ui
