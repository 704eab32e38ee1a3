// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/patientthreads.h"
#include "core/documents/firstlook.h"
#include "core/documents/link.h"
#include "core/export/export.h"
#include "core/identity/permissions.h"
#include "core/review/review.h"
#include "ui/shell/services.h"
#include "ui/shell/shellactions.h"
#include "ui/widgets/choice.h"

#include <QMainWindow>
#include <QPointer>

class QMenu;
class QPushButton;
class QMimeData;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class AccountButton;
class Desk;
class DocumentPane;
class EmptyState;
class LibraryPane;
class ReviewPane;
class SignInPanel;
class StatusLine;
class TopBar;

// Lectern's window: library, pages, values.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Services services, QWidget *parent = nullptr);
    ~MainWindow() override;

    void addFiles(const QStringList &files); // to the library, folders by what is in them; the first is shown
    // Shows its pages at once, before there is a library to add it to; addFiles() follows.
    void preview(const QString &file, const core::FirstLook &look = {});
    void setLanguages(std::vector<Choice> languages); // the program's own
    enum class Whom { Anybody, Another }; // Another: the provider is to ask which account, although it knows one
    void signIn(const QString &profile = QString(), Whom whom = Whom::Anybody); // empty: asks when there is a choice
    void connectOrganization(const QString &file = QString()); // a file that says where to sign in
    // A lectern: address. It shows something and does nothing else; refused with words when it is not one. Call it when
    // the library is loaded.
    void openLink(const QString &text);
    void showOrganizations();
    void showSecrets(const QString &connection = QString()); // with the focus on that one
    [[nodiscard]] bool isSigningIn() const; // the panel has the place of the library
    void tell(const core::Error &error); // in words, above the library
    void tell(const QString &text);
    void bringToFront();

    [[nodiscard]] QList<QAction *> commands() const;
    [[nodiscard]] SignInPanel *signInPanel() const { return m_signIn; } // null before the first sign-in
    [[nodiscard]] LibraryPane &library() { return *m_library; }
    [[nodiscard]] DocumentPane &pages() { return *m_pages; }
    [[nodiscard]] ReviewPane &review() { return *m_review; }

signals:
    void appearanceChanged();
    // Files that can't be added now: somebody is signing in, or has no role. To be handed to addFiles() again after
    // signInEnded(), when the library is loaded.
    void filesHeld(const QStringList &files);
    void signInEnded(); // signed in, or going on without

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    QWidget *buildNoRole();
    QWidget *buildWelcome();
    void showRightPage();
    void fillMenu();
    void connectActions();
    void connectPanes();
    void restoreLayout();
    void saveLayout();
    void foldForRoom();
    void applySettings();
    void applyPermissions();
    void connectAccounts();
    void connectProxies();
    void askForProxy(const QString &host, bool wasWrong);
    void preparePanel();
    void showAccount();
    void closeSheets();
    void beginAnew();
    void tellUnsaved();
    void signOut(const QString &account);
    void endSignIn();
    void sayUnread(const core::Error &error, const QString &account);
    void sayExpired(const QString &account);
    [[nodiscard]] bool needsAccount(const QString &engine) const;
    [[nodiscard]] QString readOnlyReason() const;
    void updateChoices();
    void updateEngine();
    void setFocusMode(bool on);
    void openFiles();
    void paste();
    void addSamples();
    void showSettings();
    void askToRemove(const core::ProviderProfile &profile);
    void removeOrganization(const core::ProviderProfile &profile);
    void followLink();
    void landAt(const core::Link &link);
    void sayWhereItIs(const core::Link &link, const core::Result<bool> &isElsewhere);
    void takeLinkAlong();
    void placeMessages();
    void showPalette();
    void showExport();
    void runExport(const std::vector<qint64> &documents, core::ExportFormat format, const QString &folder,
                   const QString &baseName);
    void chooseDocument(qint64 document);
    void documentApproved();
    void takeBrought(const QMimeData &brought);
    void tellAddresses(int count);
    void updatePosition();
    void showAdded(qint64 document);
    [[nodiscard]] QString engineName(const QString &id) const;

    Services m_services;
    core::AccountPermissions m_permissions;
    ShellActions m_actions;
    std::vector<Choice> m_languages;
    QMenu *m_menu;
    TopBar *m_top;
    QStackedWidget *m_pagesOrNothing;
    QSplitter *m_splitter;
    LibraryPane *m_library;
    DocumentPane *m_pages;
    ReviewPane *m_review;
    StatusLine *m_status;
    AccountButton *m_account = nullptr;
    EmptyState *m_noRole = nullptr;
    EmptyState *m_welcome = nullptr;
    QPushButton *m_welcomeSignIn = nullptr;
    SignInPanel *m_signIn = nullptr;
    Desk *m_desk;
    QVBoxLayout *m_column = nullptr; // bar, pages, line
    std::optional<core::Link> m_link; // still to be followed
    std::optional<core::Link> m_linkElsewhere; // for another account to follow, while the notice of it is there
    int m_linkNotice = 0;
    bool m_showNextAdded = false;
    bool m_isNarrow = false;
    bool m_isFoldedForRoom = false; // the library
    core::PatientThreads m_fileThreads;
    int m_addedWithout = 0; // documents of nobody's when a sign-in began
    bool m_isOwned = false; // it is known whose window this is
    struct Unsaved {
        QString actor; // whose edits they are, and who alone hears of them
        QString document;
        QPointer<core::ReviewSession> session;
    };
    std::vector<Unsaved> m_unsaved;
    bool m_declinedAccount = false; // asked to sign in for an engine's sake, and went on without
};

} // namespace ui
