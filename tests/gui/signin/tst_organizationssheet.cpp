// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/identityfixture.h"
#include "ui/signin/organizationssheet.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// "acme" is the administrator's, "bolt" the user's own. With LECTERN_PICTURES set to a folder, it leaves pictures
// there.
class TestOrganizationsSheet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Appearance::Light); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<IdentityFixture>();
        write(u"system"_s, u"acme"_s, u"Acme GmbH"_s);
        write(u"user"_s, u"bolt"_s, u"Bolt"_s);
        m_fixture->accounts = std::make_unique<core::Accounts>(
            core::IdentityPorts{m_fixture->provider, m_fixture->secrets, m_fixture->signatures, m_fixture->listeners,
                                m_fixture->settings, m_fixture->clock},
            core::loadProfiles({m_folder->filePath(u"system"_s), m_folder->filePath(u"user"_s)}));
        m_setup = std::make_unique<core::ProviderSetup>(core::SetupPorts{m_fixture->provider,
                                                                         m_fixture->secrets,
                                                                         *m_fixture->accounts,
                                                                         m_folder->filePath(u"user/providers.d"_s),
                                                                         {}});
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 760);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_sheet = new ui::OrganizationsSheet(*m_fixture->accounts, *m_setup, m_window.get());
        m_sheet->start();
    }

    void cleanup()
    {
        m_window.reset();
        m_setup.reset();
        m_fixture.reset();
    }

    void eachSaysWhereItComesFromAndWhy()
    {
        QVERIFY(words(u"acme"_s).contains(u"Acme GmbH"_s));
        QVERIFY(words(u"acme"_s).contains(m_fixture->provider.issuer));
        QVERIFY(words(u"acme"_s).contains(u"administrator"_s));
        QVERIFY(words(u"acme"_s).contains(m_folder->filePath(u"system/providers.d"_s)));
        QVERIFY(!button(u"acme"_s, u"organizationRemove"_s));
        QVERIFY(!button(u"acme"_s, u"organizationRename"_s));
        QVERIFY(words(u"bolt"_s).contains(u"Connected by you"_s));
        QVERIFY(button(u"bolt"_s, u"organizationRemove"_s));
        picture(u"organizations"_s);
    }

    void aTestShowsWhatIsFound()
    {
        QCOMPARE(QApplication::focusWidget(), button(u"acme"_s, u"organizationTest"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(child<QWidget>(u"factList"_s)->isVisible());
        QVERIFY(child<QLabel>(u"organizationsProgress"_s)->text().contains(u"Acme"_s));
        QVERIFY(m_sheet->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), button(u"acme"_s, u"organizationTest"_s));
        picture(u"organizations-tested"_s);
    }

    void aTestThatFailsIsSaid()
    {
        m_fixture->provider.discovery.insert(u"issuer"_s, u"https://other.example"_s);
        button(u"bolt"_s, u"organizationTest"_s)->click();
        QTRY_VERIFY(said().contains(u"calls itself something else"_s));
        QVERIFY(!child<QWidget>(u"factList"_s)->isVisible());
        QVERIFY(button(u"bolt"_s, u"organizationTest"_s)->isEnabled());
    }

    void itsOwnCanBeRenamedWithKeys()
    {
        button(u"bolt"_s, u"organizationRename"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        auto *field = row(u"bolt"_s)->findChild<QLineEdit *>(u"organizationName"_s);
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, u"Bolt & Sons"_s);
        picture(u"organizations-renaming"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(words(u"bolt"_s).contains(u"Bolt & Sons"_s));
        QVERIFY(m_sheet->isVisible());
        QCOMPARE(QApplication::focusWidget(), button(u"bolt"_s, u"organizationRename"_s)); // where it was
        QCOMPARE(m_fixture->accounts->profiles().back().name, u"Bolt & Sons"_s);
    }

    void escapeWhileRenamingKeepsTheNameAndTheSheet()
    {
        button(u"bolt"_s, u"organizationRename"_s)->click();
        auto *field = row(u"bolt"_s)->findChild<QLineEdit *>(u"organizationName"_s);
        QTest::keyClicks(field, u"x"_s);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QVERIFY(m_sheet->isVisible());
        QVERIFY(words(u"bolt"_s).contains(u"Bolt"_s));
    }

    void removingIsAskedForAndTheListFollows()
    {
        QSignalSpy asked(m_sheet, &ui::OrganizationsSheet::removeRequested);
        button(u"bolt"_s, u"organizationRemove"_s)->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(m_fixture->accounts->profiles().size(), std::size_t(2)); // nothing happened yet
        QVERIFY(IdentityFixture::answerOf(m_setup->remove(m_fixture->accounts->profiles().back())));
        QTRY_VERIFY(!row(u"bolt"_s));
        QVERIFY(row(u"acme"_s));
    }

    void everythingWithFocusHasANameOfItsOrganization()
    {
        for (QWidget *widget : m_sheet->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            const auto *spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        }
        QCOMPARE(button(u"bolt"_s, u"organizationRemove"_s)->accessibleName(), u"Remove Bolt"_s);
    }

private:
    void write(const QString &folder, const QString &id, const QString &name) const
    {
        const QDir dir(m_folder->filePath(folder + "/providers.d"_L1));
        QVERIFY(dir.mkpath(u"."_s));
        QFile file(dir.filePath(id + ".json"_L1));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(QJsonObject{{u"format"_s, u"lectern.provider/1"_s},
                                             {u"id"_s, id},
                                             {u"name"_s, name},
                                             {u"issuer"_s, m_fixture->provider.issuer},
                                             {u"client_id"_s, m_fixture->provider.clientId}})
                       .toJson());
    }
    template<typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return m_sheet->findChild<T *>(name);
    }
    // The newest: one that goes is unmade a moment later.
    [[nodiscard]] QWidget *row(const QString &id) const
    {
        const auto rows = m_sheet->findChildren<QWidget *>("organization-"_L1 + id);
        return rows.isEmpty() ? nullptr : rows.back();
    }
    [[nodiscard]] QPushButton *button(const QString &id, const QString &name) const
    {
        return row(id)->findChild<QPushButton *>(name);
    }
    [[nodiscard]] QString words(const QString &id) const
    {
        QString all;
        for (const QLabel *label : row(id)->findChildren<QLabel *>())
            all += label->text() + u'\n';
        return all;
    }
    [[nodiscard]] QString said() const { return child<ui::MessageBar>(u"messageBar"_s)->text(); }
    void picture(const QString &name) const
    {
        if (const QString folder = qEnvironmentVariable("LECTERN_PICTURES"); !folder.isEmpty())
            m_window->grab().save(folder + u'/' + name + ".png"_L1);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<IdentityFixture> m_fixture;
    std::unique_ptr<core::ProviderSetup> m_setup;
    std::unique_ptr<QWidget> m_window;
    ui::OrganizationsSheet *m_sheet = nullptr;
};

QTEST_MAIN(TestOrganizationsSheet)
#include "tst_organizationssheet.moc"
