// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/openssljwtsigner.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/fakesettingsstore.h"
#include "tests/support/testkey.h"
#include "ui/settings/secretrow.h"
#include "ui/settings/secretssheet.h"
#include "ui/widgets/answerfield.h"
#include "ui/widgets/questionsheet.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The sheet over a keychain and a service that the test plays. With LECTERN_PICTURES set to a folder, it leaves
// pictures there.
class TestSecretsSheet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Appearance::Light); }

    void init()
    {
        m_keychain = std::make_unique<FakeSecretStore>();
        m_settings = std::make_unique<FakeSettingsStore>();
        m_secrets = std::make_unique<core::ServiceSecrets>(*m_keychain, *m_settings);
        m_secrets->setSigner(&m_signer);
        m_outcome = core::EndpointCheck::Accepted;
        m_checked.clear();
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 760);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_secrets.reset();
    }

    void itSaysWhatEachServiceNeedsAndHas()
    {
        m_keychain->entries.insert(u"connection/key"_s, core::Secret("k"));
        start();
        QTRY_COMPARE(state(u"key"_s), u"Stored in the keychain"_s);
        QTRY_COMPARE(state(u"basic"_s), u"Missing"_s);
        QVERIFY(ui::SecretRow::neededText(connections().at(1)).contains(u"Aladdin"_s));
        QVERIFY(ui::SecretRow::neededText(connections().at(2)).contains(u"robot"_s));
        QVERIFY(ui::SecretRow::neededText(connections().at(2)).contains(u"private key"_s));
        QVERIFY(!m_window->findChild<QWidget *>(u"secret-team"_s)); // an account's: it needs none
        picture(u"secrets"_s);
    }

    void aMissingOneIsAskedForAtOnce()
    {
        start(u"basic"_s);
        QTRY_VERIFY(field(u"basic"_s)->isVisible());
        QTRY_VERIFY(field(u"basic"_s)->hasFocus());
        QVERIFY(field(u"basic"_s)->echoMode() == QLineEdit::Password);
        QTest::keyClicks(field(u"basic"_s), u"open sesame"_s);
        picture(u"secrets-typing"_s);
        QTest::keyClick(field(u"basic"_s), Qt::Key_Return);
        QTRY_COMPARE(m_keychain->entries.value(u"connection/basic"_s), core::Secret("open sesame"));
        QTRY_COMPARE(state(u"basic"_s), u"Stored in the keychain"_s);
        QVERIFY(field(u"basic"_s)->text().isEmpty()); // and is never shown again
        QVERIFY(!field(u"basic"_s)->isVisible());
        QVERIFY(sheet()->isVisible()); // Enter was the field's, not the sheet's
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(u"sesame"_s));
    }

    void escapeGivesTheFieldUpAndNotTheSheet()
    {
        start(u"basic"_s);
        QTRY_VERIFY(field(u"basic"_s)->hasFocus());
        QTest::keyClicks(field(u"basic"_s), u"half"_s);
        QTest::keyClick(field(u"basic"_s), Qt::Key_Escape);
        QVERIFY(field(u"basic"_s)->text().isEmpty());
        QVERIFY(sheet()->isVisible());
        QVERIFY(m_keychain->entries.isEmpty());
    }

    void aKeyOfSeveralLinesIsKeptWhole()
    {
        const QString pem = QString::fromLatin1(TestKey::make("ES256").pem());
        start(u"client"_s);
        QTRY_VERIFY(field(u"client"_s)->hasFocus());
        QApplication::clipboard()->setText(pem);
        QTest::keyClick(field(u"client"_s), Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(field(u"client"_s), Qt::Key_Return);
        QTRY_COMPARE(m_keychain->entries.value(u"connection/client"_s), core::Secret(pem.trimmed().toUtf8()));
        QVERIFY(QApplication::clipboard()->text().isEmpty()); // not there for the next program
    }

    void whatIsNoKeyDoesNotReplaceOne()
    {
        const core::Secret key(TestKey::make("ES256").pem());
        m_keychain->entries.insert(u"connection/client"_s, key);
        start();
        QTRY_COMPARE(state(u"client"_s), u"Stored in the keychain"_s);
        button(u"client"_s, u"secretSet"_s)->click();
        QTest::keyClicks(field(u"client"_s), u"garbage"_s);
        QTest::keyClick(field(u"client"_s), Qt::Key_Return);
        QTRY_VERIFY(said(u"client"_s).contains(u"no private key"_s));
        QVERIFY(said(u"client"_s).contains(u"PEM"_s) && said(u"client"_s).contains(u"JWK"_s));
        QCOMPARE(m_keychain->entries.value(u"connection/client"_s), key);
    }

    void anotherTextInTheClipboardStays()
    {
        start(u"basic"_s);
        QTRY_VERIFY(field(u"basic"_s)->hasFocus());
        QApplication::clipboard()->setText(u"something else"_s);
        QTest::keyClicks(field(u"basic"_s), u"typed"_s);
        QTest::keyClick(field(u"basic"_s), Qt::Key_Return);
        QTRY_COMPARE(m_keychain->entries.size(), 1);
        QCOMPARE(QApplication::clipboard()->text(), u"something else"_s);
    }

    void itCanBeReplacedAndRemoved()
    {
        m_keychain->entries.insert(u"connection/key"_s, core::Secret("old"));
        start();
        QTRY_COMPARE(button(u"key"_s, u"secretSet"_s)->text(), u"Replace…"_s);
        button(u"key"_s, u"secretSet"_s)->click();
        QVERIFY(field(u"key"_s)->text().isEmpty()); // what is there is not shown
        QTest::keyClicks(field(u"key"_s), u"new"_s);
        button(u"key"_s, u"secretKeep"_s)->click();
        QTRY_COMPARE(m_keychain->entries.value(u"connection/key"_s), core::Secret("new"));
        QTRY_VERIFY(button(u"key"_s, u"secretRemove"_s)->isEnabled());
        button(u"key"_s, u"secretRemove"_s)->setFocus();
        button(u"key"_s, u"secretRemove"_s)->click();
        answer(u"Keep it"_s);
        QTRY_VERIFY(button(u"key"_s, u"secretRemove"_s)->hasFocus());
        QCOMPARE(m_keychain->entries.size(), 1); // it was asked, and kept
        button(u"key"_s, u"secretRemove"_s)->click();
        picture(u"secrets-removing"_s);
        answer(u"Remove"_s);
        QTRY_COMPARE(state(u"key"_s), u"Missing"_s);
        QTRY_VERIFY(button(u"key"_s, u"secretSet"_s)->hasFocus()); // not the next service's
        QVERIFY(said(u"key"_s).contains(u"gone"_s));
        QVERIFY(m_keychain->entries.isEmpty());
        QVERIFY(!button(u"key"_s, u"secretRemove"_s)->isEnabled());
    }

    void aLockedKeychainIsSaidAndAskedAgain()
    {
        m_keychain->isAbsent = true;
        start(u"key"_s);
        QTRY_VERIFY(state(u"key"_s).contains(u"locked"_s));
        picture(u"secrets-locked"_s);
        button(u"key"_s, u"secretSet"_s)->click();
        QTest::keyClicks(field(u"key"_s), u"new"_s);
        QTest::keyClick(field(u"key"_s), Qt::Key_Return);
        QTRY_VERIFY(said(u"key"_s).contains(u"nothing was kept"_s));
        m_keychain->isAbsent = false;
        button(u"key"_s, u"secretAskAgain"_s)->click();
        QTRY_COMPARE(state(u"key"_s), u"Missing"_s);
    }

    void aTestSaysWhatCameOfIt()
    {
        m_keychain->entries.insert(u"connection/key"_s, core::Secret("k"));
        start();
        QTRY_VERIFY(button(u"key"_s, u"secretTest"_s)->isEnabled());
        QVERIFY(!button(u"basic"_s, u"secretTest"_s)->isEnabled()); // there is nothing to test
        button(u"key"_s, u"secretTest"_s)->setFocus();
        button(u"key"_s, u"secretTest"_s)->click();
        QTRY_VERIFY(said(u"key"_s).contains(u"takes the secret"_s));
        QVERIFY(button(u"key"_s, u"secretTest"_s)->hasFocus()); // again, with the same key
        QCOMPARE(m_checked, QStringList{u"key"_s});
        m_outcome = core::fail(core::ErrorCode::SignInRefused, u"HTTP 403"_s);
        button(u"key"_s, u"secretTest"_s)->click();
        QTRY_VERIFY(said(u"key"_s).contains(u"does not take"_s));
        QVERIFY(!said(u"key"_s).contains(u"403"_s));
        picture(u"secrets-tested"_s);
    }

    void everythingWithFocusHasANameOfItsService()
    {
        start(u"basic"_s);
        QTRY_VERIFY(field(u"basic"_s)->isVisible());
        int seen = 0;
        for (QWidget *widget : sheet()->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            const auto *spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
            ++seen;
        }
        QVERIFY(seen > 6);
        QVERIFY(button(u"key"_s, u"secretTest"_s)->accessibleName().contains(u"The key's"_s));
    }

private:
    static std::vector<core::Connection> connections()
    {
        const auto make = [](const QString &id, const QJsonObject &auth) {
            core::Connection made;
            made.id = id;
            made.name = u"The %1's"_s.arg(id);
            made.baseUrl = QUrl(u"https://api.example"_s);
            made.auth = auth;
            return made;
        };
        return {make(u"key"_s, {{u"kind"_s, u"api_key"_s}}),
                make(u"basic"_s, {{u"kind"_s, u"basic"_s}, {u"user"_s, u"Aladdin"_s}}),
                make(u"client"_s,
                     {{u"kind"_s, u"client_credentials"_s},
                      {u"client_id"_s, u"robot"_s},
                      {u"client_authentication"_s, u"private_key_jwt"_s}}),
                make(u"team"_s, {{u"kind"_s, u"account"_s}})};
    }
    void start(const QString &connection = QString())
    {
        auto *made = new ui::SecretsSheet(
            *m_secrets, connections(),
            [this](const core::Connection &asked, const std::stop_token &) {
                m_checked += asked.id;
                return core::ready<core::EndpointCheck>(m_outcome);
            },
            m_window.get());
        made->start(connection);
    }
    [[nodiscard]] ui::SecretsSheet *sheet() const { return m_window->findChild<ui::SecretsSheet *>(); }
    void answer(const QString &words) const
    {
        for (const auto *question : m_window->findChildren<ui::QuestionSheet *>()) {
            for (auto *each : question->findChildren<QPushButton *>()) {
                if (each->text() == words && each->isVisible())
                    return each->click();
            }
        }
        QFAIL("nothing is asked");
    }
    [[nodiscard]] QWidget *row(const QString &id) const { return m_window->findChild<QWidget *>("secret-"_L1 + id); }
    [[nodiscard]] QString state(const QString &id) const
    {
        return row(id)->findChild<QLabel *>(u"secretState"_s)->text();
    }
    [[nodiscard]] QString said(const QString &id) const
    {
        return row(id)->findChild<QLabel *>(u"secretSaid"_s)->text();
    }
    [[nodiscard]] QLineEdit *field(const QString &id) const
    {
        return row(id)->findChild<QLineEdit *>(u"secretField"_s);
    }
    [[nodiscard]] QPushButton *button(const QString &id, const QString &name) const
    {
        return row(id)->findChild<QPushButton *>(name);
    }
    void picture(const QString &name) const
    {
        if (const QString folder = qEnvironmentVariable("LECTERN_PICTURES"); !folder.isEmpty())
            m_window->grab().save(folder + u'/' + name + ".png"_L1);
    }

    std::unique_ptr<FakeSecretStore> m_keychain;
    std::unique_ptr<FakeSettingsStore> m_settings;
    core::OpenSslJwtSigner m_signer;
    std::unique_ptr<core::ServiceSecrets> m_secrets;
    std::unique_ptr<QWidget> m_window;
    core::Result<core::EndpointCheck> m_outcome;
    QStringList m_checked;
};

QTEST_MAIN(TestSecretsSheet)
#include "tst_secretssheet.moc"
