// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/identityfixture.h"
#include "tests/support/windowfixture.h"
#include "ui/library/librarypane.h"
#include "ui/review/reviewpane.h"
#include "ui/settings/secretssheet.h"
#include "ui/signin/organizationssheet.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questionsheet.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

class ServiceEngines final : public core::EngineSource
{
public:
    [[nodiscard]] std::shared_ptr<core::Engine> engine(const QString &) override { return nullptr; }
    [[nodiscard]] std::vector<core::Connection> connections() const override
    {
        core::Connection made;
        made.id = u"local"_s; // what the window's queue reads with here
        made.name = u"Reading service"_s;
        made.auth = {{u"kind"_s, u"api_key"_s}, {u"keychain"_s, u"connection/reading"_s}};
        return {made};
    }
};

} // namespace

// The sheets as parts of the window. With LECTERN_PICTURES set to a folder, it leaves pictures there.
class TestWindowSettings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Appearance::Light); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_identity = std::make_unique<IdentityFixture>();
        m_identity->start();
        m_fixture = std::make_unique<WindowFixture>();
        m_setup = std::make_unique<core::ProviderSetup>(core::SetupPorts{m_identity->provider,
                                                                         m_identity->secrets,
                                                                         *m_identity->accounts,
                                                                         m_folder->filePath(u"providers.d"_s),
                                                                         {}});
        core::ProviderDraft draft;
        draft.profile = {{u"format"_s, u"lectern.provider/1"_s},
                         {u"id"_s, u"bolt"_s},
                         {u"name"_s, u"Bolt"_s},
                         {u"issuer"_s, m_identity->provider.issuer},
                         {u"client_id"_s, m_identity->provider.clientId}};
        const auto saved = IdentityFixture::answerOf(m_setup->save(draft));
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
        m_secrets = std::make_unique<core::ServiceSecrets>(m_identity->secrets, m_identity->settings);
        ui::Services services{
            m_fixture->queue, m_fixture->store,           m_fixture->pages,           m_engines,    m_fixture->settings,
            m_fixture->clock, m_identity->accounts.get(), {reviewdocument::schema()}, m_setup.get()};
        services.secrets = m_secrets.get();
        m_fixture->window = std::make_unique<ui::MainWindow>(services);
        m_fixture->window->resize(1300, 800);
        m_fixture->window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
    }

    void cleanup()
    {
        m_fixture->window.reset();
        m_setup.reset();
        m_fixture.reset();
        m_identity.reset();
    }

    void theSettingsLeadThere()
    {
        QTest::keyClick(&window(), Qt::Key_Comma, Qt::ControlModifier);
        picture(u"settings"_s);
        window().findChild<QPushButton *>(u"settingsOrganizations"_s)->click();
        QVERIFY(window().findChild<ui::OrganizationsSheet *>());
        window().findChild<QPushButton *>(u"settingsSecrets"_s)->click();
        QVERIFY(window().findChild<ui::SecretsSheet *>());
    }

    void leavingTheQuestionRemovesNothing()
    {
        askToRemove();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // Enter keeps it
        QVERIFY(!question());
        QCOMPARE(m_identity->accounts->profiles().size(), std::size_t(2));
    }

    void removingSignsOutAndSaysWhatStays()
    {
        QVERIFY(IdentityFixture::answerOf(m_identity->accounts->signIn(u"bolt"_s, {}, m_identity->browser, {})));
        askToRemove();
        QString text;
        for (const QLabel *label : question()->findChildren<QLabel *>())
            text += label->text();
        QVERIFY(text.contains(u"signed out"_s));
        QVERIFY(text.contains(u"Documents and corrections stay"_s));
        picture(u"remove-question"_s);
        window().findChild<QPushButton *>(u"questionGoOn"_s)->click();
        QTRY_VERIFY(window().library().messages().text().contains(u"Bolt is removed"_s));
        QVERIFY(window().library().messages().isVisible());
        QVERIFY(!m_identity->accounts->current());
        QCOMPARE(m_identity->accounts->profiles().size(), std::size_t(1));
        QVERIFY(QDir(m_folder->filePath(u"providers.d"_s)).isEmpty());
        picture(u"removed"_s);
    }

    void aMissingSecretLeadsToItsPlace()
    {
        m_fixture->failure = core::Error{core::ErrorCode::SecretMissing, u"connection/reading"_s};
        m_fixture->addDocument(u"/a.pdf"_s);
        QPushButton *add = nullptr;
        QTRY_VERIFY((add = buttonSaying(u"Add the secret…"_s)));
        picture(u"secret-missing"_s);
        add->click();
        auto *sheet = window().findChild<ui::SecretsSheet *>();
        QVERIFY(sheet);
        auto *field = sheet->findChild<QLineEdit *>(u"secretField"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"k"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_identity->secrets.entries.value(u"connection/reading"_s), core::Secret("k"));
        m_fixture->failure.reset();
        sheet->close();
        QVERIFY(buttonSaying(u"Try again"_s));
        buttonSaying(u"Try again"_s)->click();
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
    }

private:
    [[nodiscard]] ui::MainWindow &window() const { return *m_fixture->window; }
    [[nodiscard]] ui::QuestionSheet *question() const
    {
        auto *found = window().findChild<ui::QuestionSheet *>();
        return found && !found->isHidden() ? found : nullptr;
    }
    [[nodiscard]] QPushButton *buttonSaying(const QString &text) const
    {
        for (auto *each : window().review().findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text() == text)
                return each;
        }
        return nullptr;
    }
    void askToRemove()
    {
        window().showOrganizations();
        window().findChild<QPushButton *>(u"organizationRemove"_s)->click();
        QVERIFY(question());
    }
    void picture(const QString &name) const
    {
        if (const QString folder = qEnvironmentVariable("LECTERN_PICTURES"); !folder.isEmpty())
            window().grab().save(folder + u'/' + name + ".png"_L1);
    }

    ServiceEngines m_engines;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<IdentityFixture> m_identity;
    std::unique_ptr<core::ProviderSetup> m_setup;
    std::unique_ptr<core::ServiceSecrets> m_secrets;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestWindowSettings)
#include "tst_windowsettings.moc"
