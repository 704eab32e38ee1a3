// SPDX-License-Identifier: GPL-3.0-or-later
#include "folders.h"
#include "tests/support/identityfixture.h"
#include "tests/support/wheel.h"
#include "ui/signin/connectsheet.h"
#include "ui/signin/facttext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The sheet over the fake provider at https://op.example. With LECTERN_PICTURES set to a folder, it leaves pictures
// there.
class TestConnectSheet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Appearance::Light); }
    void init();
    void cleanup()
    {
        m_window.reset();
        m_setup.reset();
        m_fixture.reset();
    }

    void anAddressIsTriedBeforeAnythingElseIsAsked();
    void itIsKeptAndUsableAtOnce();
    void aTemplateAsksForItsHolesOnly();
    void aFileNeedsNoAnswers();
    void aSecretIsNeverShown();
    void anotherAddressIsTestedAgain();
    void aWrongAddressIsSaidWithItsDetail();
    void aFileOfAnotherKindIsSaid();
    void warningsComeFirstAndInWords();
    void escapeLeavesEverythingAsItWas();
    void everythingWithFocusHasAName();
    void itCanBeDoneWithKeysAlone();
    void onASmallScreenNothingLiesOverTheButtons();

private:
    template<typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    void next() const { child<QPushButton>(u"connectNext"_s)->click(); }
    void fill(const QString &field, const QString &text) const { child<QLineEdit>(field)->setText(text); }
    [[nodiscard]] bool shows(const QString &name) const
    {
        const auto *widget = child<QWidget>(name);
        return widget && widget->isVisible();
    }
    [[nodiscard]] QString said() const { return m_window->findChild<ui::MessageBar *>(u"messageBar"_s)->text(); }
    [[nodiscard]] QString file(const QByteArray &content) const
    {
        QFile output(m_folder->filePath(u"given.json"_s));
        if (!output.open(QIODevice::WriteOnly) || output.write(content) < 0)
            return {};
        return output.fileName();
    }
    void picture(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("LECTERN_PICTURES");
        if (folder.isEmpty())
            return;
        for (const auto look : {ui::Appearance::Light, ui::Appearance::Dark}) {
            ui::applyTheme(*qApp, look);
            QCoreApplication::processEvents();
            const QString suffix = look == ui::Appearance::Dark ? u"-dark.png"_s : u"-light.png"_s;
            m_window->grab().save(folder + u'/' + name + suffix);
        }
        ui::applyTheme(*qApp, ui::Appearance::Light);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<IdentityFixture> m_fixture;
    std::unique_ptr<core::ProviderSetup> m_setup;
    std::unique_ptr<QWidget> m_window;
    ui::ConnectSheet *m_sheet = nullptr;
};

void TestConnectSheet::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fixture = std::make_unique<IdentityFixture>();
    m_fixture->start();
    m_setup = std::make_unique<core::ProviderSetup>(core::SetupPorts{
        m_fixture->provider, m_fixture->secrets, *m_fixture->accounts, m_folder->filePath(u"providers.d"_s),
        core::loadProfileTemplates(QStringLiteral(LECTERN_SOURCE_DIR "/resources/providers"))});
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_sheet = new ui::ConnectSheet(*m_setup, m_window.get());
    m_sheet->start();
}

void TestConnectSheet::anAddressIsTriedBeforeAnythingElseIsAsked()
{
    QVERIFY(!child<QPushButton>(u"connectNext"_s)->isEnabled());
    picture(u"connect-start"_s);
    fill(u"providerAddress"_s, u"op.example"_s);
    next();
    QTRY_VERIFY(shows(u"factList"_s));
    QVERIFY(child<QWidget>(u"factList"_s)->accessibleDescription().contains(u"https://op.example"_s));
    const QString found = child<QWidget>(u"factList"_s)->accessibleDescription();
    QVERIFY2(!found.contains("Client ID"_L1) && !found.contains("not-known"_L1), qPrintable(found)); // asked for next
    QVERIFY(shows(u"connect-client_id"_s));
    QVERIFY(!child<QPushButton>(u"connectNext"_s)->isEnabled()); // the client ID is still missing
    picture(u"connect-found"_s);
}

void TestConnectSheet::itIsKeptAndUsableAtOnce()
{
    QSignalSpy connected(m_sheet, &ui::ConnectSheet::connected);
    fill(u"providerAddress"_s, u"op.example"_s);
    next();
    QTRY_VERIFY(shows(u"factList"_s));
    fill(u"connect-client_id"_s, u"desktop"_s);
    fill(u"connect-name"_s, u"Example"_s);
    QVERIFY(shows(u"factList"_s)); // neither decides where the provider is
    next();
    QTRY_COMPARE(connected.size(), 1);
    const auto profile = connected.first().first().value<core::ProviderProfile>();
    QCOMPARE(profile.name, u"Example"_s);
    QVERIFY(QFile::exists(m_folder->filePath(u"providers.d/example.json"_s)));
    QVERIFY(IdentityFixture::answerOf(m_fixture->accounts->signIn(profile.id, {}, m_fixture->browser, {})));
}

void TestConnectSheet::aTemplateAsksForItsHolesOnly()
{
    auto *templates = child<QComboBox>(u"providerTemplate"_s);
    templates->setCurrentIndex(templates->findData(u"keycloak"_s));
    next();
    for (const QString &field : {u"host"_s, u"realm"_s, u"client_id"_s, u"name"_s})
        QVERIFY2(shows("connect-"_L1 + field), qPrintable(field));
    QVERIFY(!child<QWidget>(u"connect-id"_s));
    QVERIFY(!shows(u"factList"_s)); // nobody can be asked yet
    picture(u"connect-template"_s);
}

void TestConnectSheet::aFileNeedsNoAnswers()
{
    QSignalSpy connected(m_sheet, &ui::ConnectSheet::connected);
    m_sheet->take(file(R"({"format":"lectern.provider/1","id":"given","name":"Given","issuer":"https://op.example",)"
                       R"("client_id":"desktop"})"));
    QTRY_VERIFY(shows(u"factList"_s));
    QCOMPARE(m_sheet->findChild<QWidget *>(u"connectForm"_s)->findChildren<QLineEdit *>().size(), 0);
    next();
    QTRY_COMPARE(connected.size(), 1);
    QCOMPARE(connected.first().first().value<core::ProviderProfile>().id, u"given"_s);
}

void TestConnectSheet::aSecretIsNeverShown()
{
    auto *templates = child<QComboBox>(u"providerTemplate"_s);
    templates->setCurrentIndex(templates->findData(u"google"_s));
    next();
    QCOMPARE(child<QLineEdit>(u"connect-client_secret"_s)->echoMode(), QLineEdit::Password);
}

void TestConnectSheet::anotherAddressIsTestedAgain()
{
    auto *templates = child<QComboBox>(u"providerTemplate"_s);
    templates->setCurrentIndex(templates->findData(u"generic"_s));
    next();
    fill(u"connect-issuer"_s, u"https://op.example"_s);
    fill(u"connect-client_id"_s, u"desktop"_s);
    fill(u"connect-name"_s, u"Example"_s);
    const QString test = child<QPushButton>(u"connectNext"_s)->text();
    next();
    QTRY_VERIFY(shows(u"factList"_s));
    QVERIFY(child<QPushButton>(u"connectNext"_s)->text() != test);
    fill(u"connect-issuer"_s, u"https://op.example/other"_s);
    QVERIFY(!shows(u"factList"_s));
    QCOMPARE(child<QPushButton>(u"connectNext"_s)->text(), test); // and not "Save"
}

void TestConnectSheet::aWrongAddressIsSaidWithItsDetail()
{
    m_fixture->provider.discovery.insert(u"issuer"_s, u"https://other.example"_s);
    fill(u"providerAddress"_s, u"op.example"_s);
    next();
    QTRY_VERIFY(!said().isEmpty());
    QVERIFY(!shows(u"factList"_s));
    QVERIFY(!shows(u"messageDetail"_s));
    child<QPushButton>(u"messageDetailsButton"_s)->click();
    QVERIFY(shows(u"messageDetail"_s));
    QVERIFY(child<QLabel>(u"messageDetail"_s)->text().contains(u"issuer"_s));
    picture(u"connect-refused"_s);
}

void TestConnectSheet::aFileOfAnotherKindIsSaid()
{
    m_sheet->take(file("{}"));
    QVERIFY(!said().isEmpty());
    QVERIFY(shows(u"connectStart"_s));
}

void TestConnectSheet::warningsComeFirstAndInWords()
{
    core::ProviderFacts facts;
    facts.warnings = {core::ProviderWarning::KeysUnreachable, core::ProviderWarning::PkceNotSaid,
                      core::ProviderWarning::NoUsableKey,     core::ProviderWarning::NoLogout,
                      core::ProviderWarning::NoRefreshTokens, core::ProviderWarning::ScopesNotOffered,
                      core::ProviderWarning::SecretNotTaken,  core::ProviderWarning::ForeignEndpoints};
    const auto lines = ui::factLines({}, facts);
    QSet<QString> texts;
    for (std::size_t i = 0; i < facts.warnings.size(); ++i) {
        QCOMPARE(lines[i].kind, ui::FactLine::Kind::Warning);
        QVERIFY(lines[i].text.size() > 20);
        texts += lines[i].text;
    }
    QCOMPARE(texts.size(), static_cast<qsizetype>(facts.warnings.size()));
}

void TestConnectSheet::onASmallScreenNothingLiesOverTheButtons()
{
    m_window->resize(640, 330);
    fill(u"providerAddress"_s, u"op.example"_s);
    next();
    QTRY_VERIFY(shows(u"factList"_s));
    QCoreApplication::processEvents();
    for (const QString &name : {u"connectBack"_s, u"connectCancel"_s, u"connectNext"_s}) {
        auto *button = child<QPushButton>(name);
        const QRect place(button->mapTo(m_window.get(), QPoint()), button->size());
        QVERIFY2(m_window->rect().contains(place), qPrintable(name));
        QVERIFY2(button->visibleRegion().boundingRect() == button->rect(), qPrintable(name));
    }
    auto *facts = child<QWidget>(u"factList"_s);
    const auto *last = facts->findChildren<QLabel *>().constLast();
    const auto end = [&] { return last->mapTo(m_window.get(), QPoint(0, last->height())).y(); };
    const int buttons = child<QWidget>(u"connectNext"_s)->mapTo(m_window.get(), QPoint()).y();
    QVERIFY(end() > buttons); // more than there is room for
    QVERIFY(last->visibleRegion().isEmpty());
    turnWheel(*m_window, QPoint(320, 150), -60);
    QTRY_VERIFY(end() <= buttons);
    QCOMPARE(last->visibleRegion().boundingRect(), last->rect());
    picture(u"connect-small"_s);
}

void TestConnectSheet::escapeLeavesEverythingAsItWas()
{
    fill(u"providerAddress"_s, u"op.example"_s);
    next();
    m_fixture->provider.isSilent = true;
    QTest::keyClick(m_sheet, Qt::Key_Escape);
    QVERIFY(m_sheet->isHidden());
    m_fixture->provider.answerAll(); // nobody hears it any more
    QVERIFY(!QFile::exists(m_folder->filePath(u"providers.d"_s)));
    QCOMPARE(m_fixture->accounts->profiles().size(), std::size_t(1));
}

void TestConnectSheet::everythingWithFocusHasAName()
{
    auto *templates = child<QComboBox>(u"providerTemplate"_s);
    templates->setCurrentIndex(templates->findData(u"cognito"_s));
    next();
    for (QWidget *widget : m_sheet->findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(spoken);
        QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(),
                 qPrintable(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void TestConnectSheet::itCanBeDoneWithKeysAlone()
{
    QSignalSpy connected(m_sheet, &ui::ConnectSheet::connected);
    QTest::keyClicks(QApplication::focusWidget(), u"op.example"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(shows(u"factList"_s));
    QCOMPARE(QApplication::focusWidget()->objectName(), u"connect-client_id"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"desktop"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(connected.size(), 1);
}

QTEST_MAIN(TestConnectSheet)
#include "tst_connectsheet.moc"
