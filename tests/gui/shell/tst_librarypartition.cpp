// SPDX-License-Identifier: GPL-3.0-or-later
// One person, two organizations, one computer: what belongs to the one is not to be had while signed in to the other.
#include "app/window/libraryowner.h"
#include "core/adapters/sql/sqlstore.h"
#include "core/review/review.h"
#include "folders.h"
#include "tests/support/identityfixture.h"
#include "tests/support/windowfixture.h"
#include "ui/library/librarypane.h"
#include "ui/pages/documentpane.h"
#include "ui/shell/exportrun.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Mode = core::ProviderProfile::Organization::Mode;

class TestLibraryPartition : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theListIsTheOrganizationsOwn();
    void theSearchFindsNothingOfTheOther();
    void whatWasSearchedForAndChosenIsNotTheOthers();
    void theFoldersOfTheOneAreNotTheOthers();
    void anExportOfTheOthersDocumentFails();
    void aLinkToTheOthersDocumentShowsNothing();
    void theStoreGivesNothingToTheOther();
    void theStoreTakesNothingFromTheOther();
    void signedOutNothingOfEitherIsThere();
    void comingBackEverythingIsThereAgain();
    void everyRowInTheFileNamesItsOwner();

private:
    void signIn(const QString &organization);
    [[nodiscard]] core::Partition partition(const QString &organization) const
    {
        return {m_identity->provider.issuer, organization};
    }
    template<typename T>
    static core::Result<T> answerOf(const core::Async<T> &answer)
    {
        return IdentityFixture::answerOf(answer);
    }
    [[nodiscard]] core::DocumentRow stored() const
    {
        return answerOf(m_store->document(partition(u"org_a"_s), m_document)).value_or(core::DocumentRow());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<IdentityFixture> m_identity;
    std::unique_ptr<core::SqlStore> m_store;
    FakePageSource m_pages;
    NoEngines m_engines;
    std::unique_ptr<core::Queue> m_queue;
    std::unique_ptr<ui::Services> m_services;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<app::LibraryOwner> m_owner;
    qint64 m_document = 0; // of organization A
};

void TestLibraryPartition::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_identity = std::make_unique<IdentityFixture>();
    m_identity->profile.organization.mode = Mode::Required;
    m_identity->start();
    m_store = std::make_unique<core::SqlStore>(m_folder->filePath(u"lectern.sqlite"_s),
                                               QStringLiteral(LECTERN_SOURCE_DIR "/resources/sql"));
    const core::Extractor extractor = [](core::Engine *, const core::Connection *, const QString &file,
                                         const core::ExtractOptions &, QObject *, std::stop_token, auto) {
        core::Extraction made = reviewdocument::extraction();
        made.file = file;
        return core::ready<core::Extraction>(made);
    };
    m_queue =
        std::make_unique<core::Queue>(*m_store, m_engines, m_identity->clock, extractor, [](auto, QObject *, auto) {});
    m_queue->setSchemas({reviewdocument::schema()});
    m_services = std::make_unique<ui::Services>(ui::Services{*m_queue,
                                                             *m_store,
                                                             m_pages,
                                                             m_engines,
                                                             m_identity->settings,
                                                             m_identity->clock,
                                                             m_identity->accounts.get(),
                                                             {reviewdocument::schema()}});
    m_window = std::make_unique<ui::MainWindow>(*m_services);
    m_owner = std::make_unique<app::LibraryOwner>(*m_identity->accounts, *m_queue);
    m_owner->follow();
    m_window->show();

    signIn(u"org_a"_s);
    m_pages.add(u"/acme-secret.pdf"_s, 1);
    m_window->addFiles({u"/acme-secret.pdf"_s});
    QTRY_COMPARE(m_queue->rows().size(), std::size_t(1));
    QTRY_COMPARE(m_queue->rows().front().state, core::DocumentState::ToReview);
    m_document = m_queue->rows().front().id;
    core::EditRow edit;
    edit.document = m_document;
    edit.kind = u"accept"_s;
    core::Edit accepted;
    accepted.path = u"number"_s;
    edit.json = core::toJson(accepted);
    QVERIFY(answerOf(m_store->append(partition(u"org_a"_s), edit)));
}

void TestLibraryPartition::cleanup()
{
    m_owner.reset();
    m_window.reset();
    m_queue.reset();
    m_store.reset();
    m_identity.reset();
}

void TestLibraryPartition::signIn(const QString &organization)
{
    m_identity->provider.extraClaims.insert(u"org_id"_s, organization);
    core::Accounts::SignInOptions options;
    options.organization = organization;
    const auto account = m_identity->signIn(options);
    QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
    QTRY_COMPARE(m_queue->partition(), partition(organization));
    QTRY_VERIFY(m_owner->isLoaded());
}

void TestLibraryPartition::theListIsTheOrganizationsOwn()
{
    QCOMPARE(m_window->library().shown().size(), std::size_t(1));
    QTRY_COMPARE(m_window->pages().file(), u"/acme-secret.pdf"_s);
    signIn(u"org_b"_s);
    QVERIFY(m_queue->rows().empty());
    QVERIFY(m_window->library().shown().empty());
    QVERIFY(m_window->pages().file().isEmpty()); // nor does the page stay
}

void TestLibraryPartition::whatWasSearchedForAndChosenIsNotTheOthers()
{
    QTRY_COMPARE(m_window->pages().file(), u"/acme-secret.pdf"_s);
    m_window->pages().findText(u"words of A"_s);
    m_window->library().showOnly(ui::DocumentFilter::Show::ToReview);
    auto *search = m_window->findChild<QLineEdit *>(u"librarySearch"_s);
    search->setText(u"acme"_s);
    signIn(u"org_b"_s);
    for (const auto *field : m_window->findChildren<QLineEdit *>())
        QVERIFY2(field->text().isEmpty(), qPrintable(field->objectName() + u' ' + field->text()));
    m_pages.add(u"/b.pdf"_s, 1);
    m_pages.add(u"/c.pdf"_s, 1);
    m_window->addFiles({u"/b.pdf"_s, u"/c.pdf"_s});
    QTRY_COMPARE(m_queue->rows().size(), std::size_t(2));
    for (const core::DocumentRow &row : m_queue->rows())
        m_queue->setReviewState(row.id, core::DocumentState::Approved, 0);
    QCOMPARE(m_window->library().shown().size(), std::size_t(2)); // neither the words nor the filter hide them
}

void TestLibraryPartition::theFoldersOfTheOneAreNotTheOthers()
{
    const auto exported = [this] {
        for (QAction *action : m_window->commands()) {
            if (action->text().startsWith(u"Export"_s))
                action->trigger();
        }
        return m_window->findChild<QLineEdit *>(u"exportFolder"_s);
    };
    auto *field = exported();
    QVERIFY(field);
    const QString folder = m_folder->filePath(u"project-of-acme"_s);
    QVERIFY(QDir().mkpath(folder));
    field->setText(folder);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!QDir(folder).isEmpty());
    QTRY_VERIFY(!m_window->findChild<QLineEdit *>(u"exportFolder"_s));
    signIn(u"org_b"_s);
    field = exported();
    QVERIFY2(!field->text().contains(u"acme"_s), qPrintable(field->text()));
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<QLineEdit *>(u"exportFolder"_s));
    signIn(u"org_a"_s);
    QCOMPARE(exported()->text(), QDir::toNativeSeparators(folder));
}

void TestLibraryPartition::theSearchFindsNothingOfTheOther()
{
    auto *search = m_window->findChild<QLineEdit *>(u"librarySearch"_s);
    search->setText(u"acme"_s);
    QCOMPARE(m_window->library().shown().size(), std::size_t(1)); // the search works
    signIn(u"org_b"_s);
    search->setText(QString());
    search->setText(u"acme"_s);
    QVERIFY(m_window->library().shown().empty());
}

void TestLibraryPartition::anExportOfTheOthersDocumentFails()
{
    const auto run = [this] {
        auto *one = new ui::ExportRun(
            *m_services, {{m_document}, core::ExportFormat::Json, m_folder->filePath(u"out"_s), u"x"_s}, this);
        auto failed = std::make_unique<QSignalSpy>(one, &ui::ExportRun::failed);
        QSignalSpy gone(one, &QObject::destroyed);
        one->start();
        return gone.wait(5'000) ? failed->size() : -1;
    };
    QDir(m_folder->path()).mkdir(u"out"_s);
    QCOMPARE(run(), 0);
    const QDir out(m_folder->filePath(u"out"_s));
    QCOMPARE(out.entryList(QDir::Files).size(), 1);
    QVERIFY(QFile::remove(out.filePath(out.entryList(QDir::Files).front())));
    signIn(u"org_b"_s);
    QCOMPARE(run(), 1);
    QVERIFY(out.entryList(QDir::Files).isEmpty());
}

void TestLibraryPartition::aLinkToTheOthersDocumentShowsNothing()
{
    const QString link = u"lectern://document/%1"_s.arg(m_document);
    signIn(u"org_b"_s);
    m_window->openLink(link);
    const ui::MessageBar &messages = m_window->library().messages();
    QTRY_VERIFY(messages.text().contains(u"another account"_s));
    QVERIFY(!messages.text().contains(u"org_a"_s));
    QVERIFY(m_window->pages().file().isEmpty());
    QCOMPARE(m_window->library().chosen(), 0);
    signIn(u"org_a"_s);
    m_window->openLink(link);
    QTRY_COMPARE(m_window->library().chosen(), m_document);
}

void TestLibraryPartition::theStoreGivesNothingToTheOther()
{
    signIn(u"org_b"_s);
    const core::Partition b = m_queue->partition();
    QVERIFY(answerOf(m_store->documents(b))->empty());
    QVERIFY(answerOf(m_store->document(b, m_document)).error().code == core::ErrorCode::NotFound);
    const auto edits = answerOf(m_store->edits(b, m_document));
    QVERIFY(!edits || edits->empty());
}

void TestLibraryPartition::theStoreTakesNothingFromTheOther()
{
    const core::DocumentRow before = stored();
    QCOMPARE(before.id, m_document);
    signIn(u"org_b"_s);
    const core::Partition b = m_queue->partition();
    core::DocumentRow row = before;
    row.name = u"taken"_s;
    QVERIFY(!answerOf(m_store->update(b, row)));
    core::EditRow edit;
    edit.document = m_document;
    edit.kind = u"set"_s;
    edit.json = "{}";
    QVERIFY(!answerOf(m_store->append(b, edit)));
    (void)answerOf(m_store->remove(b, m_document));
    QCOMPARE(stored(), before);
    QCOMPARE(answerOf(m_store->edits(partition(u"org_a"_s), m_document))->size(), std::size_t(1));
}

void TestLibraryPartition::signedOutNothingOfEitherIsThere()
{
    QVERIFY(answerOf(m_identity->accounts->signOut(m_identity->accounts->current()->id)));
    QTRY_COMPARE(m_queue->partition(), core::Partition());
    QTRY_VERIFY(m_owner->isLoaded());
    QVERIFY(m_queue->rows().empty());
    QVERIFY(answerOf(m_store->document({}, m_document)).error().code == core::ErrorCode::NotFound);
    // The same organization's name at another provider is another organization.
    const core::Partition lookAlike{u"https://evil.example"_s, u"org_a"_s};
    QVERIFY(answerOf(m_store->document(lookAlike, m_document)).error().code == core::ErrorCode::NotFound);
}

void TestLibraryPartition::comingBackEverythingIsThereAgain()
{
    const QString a = m_identity->accounts->current()->id;
    signIn(u"org_b"_s);
    m_identity->accounts->switchTo(a);
    QTRY_COMPARE(m_queue->partition(), partition(u"org_a"_s));
    QTRY_COMPARE(m_window->library().shown().size(), std::size_t(1));
}

void TestLibraryPartition::everyRowInTheFileNamesItsOwner()
{
    signIn(u"org_b"_s);
    m_pages.add(u"/bolt.pdf"_s, 1);
    m_window->addFiles({u"/bolt.pdf"_s});
    QTRY_COMPARE(m_queue->rows().size(), std::size_t(1));
    QTRY_COMPARE(m_queue->rows().front().state, core::DocumentState::ToReview);
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
    database.setDatabaseName(m_folder->filePath(u"lectern.sqlite"_s));
    QVERIFY(database.open());
    QStringList owners;
    QSqlQuery documents(u"SELECT name, issuer, organization FROM documents ORDER BY id"_s, database);
    while (documents.next())
        owners +=
            documents.value(0).toString() + u'|' + documents.value(1).toString() + u'|' + documents.value(2).toString();
    QCOMPARE(owners,
             QStringList({u"acme-secret.pdf|https://op.example|org_a"_s, u"bolt.pdf|https://op.example|org_b"_s}));
    QSqlQuery edits(u"SELECT organization FROM edits"_s, database);
    while (edits.next())
        QCOMPARE(edits.value(0).toString(), u"org_a"_s);
    database = {};
}

QTEST_MAIN(TestLibraryPartition)
#include "tst_librarypartition.moc"
