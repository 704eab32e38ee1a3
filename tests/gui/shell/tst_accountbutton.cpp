// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"
#include "ui/shell/accountbutton.h"
#include "ui/widgets/theme.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

core::Account ann()
{
    core::Account account;
    account.id = u"ann"_s;
    account.name = u"Ann Example"_s;
    return account;
}

} // namespace

// By keyboard: keys go to the menu's window, as they do from a desktop.
class TestAccountButton : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Appearance::Light); }
    void init()
    {
        m_button = std::make_unique<ui::AccountButton>();
        m_button->setAccount(ann());
        m_button->show();
        m_button->menu()->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
        QVERIFY(QTest::qWaitForWindowExposed(m_button->menu()));
    }
    void cleanup() { m_button.reset(); }

    void theFirstButtonHasTheKeyboard() { QVERIFY(qobject_cast<QAbstractButton *>(m_button->menu()->focusWidget())); }

    void tabAndArrowsReachEveryButton_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Tab") << static_cast<int>(Qt::Key_Tab);
        QTest::newRow("down") << static_cast<int>(Qt::Key_Down);
        QTest::newRow("up") << static_cast<int>(Qt::Key_Up);
    }

    void tabAndArrowsReachEveryButton()
    {
        QFETCH(int, key);
        QVERIFY(go(key, u"signOutButton"_s));
        QVERIFY(m_button->menu()->isVisible());
    }

    void oneCanSignOut_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Return") << static_cast<int>(Qt::Key_Return);
        QTest::newRow("space") << static_cast<int>(Qt::Key_Space);
    }

    void oneCanSignOut()
    {
        QFETCH(int, key);
        const QSignalSpy signedOut(m_button.get(), &ui::AccountButton::signOutRequested);
        QVERIFY(go(Qt::Key_Tab, u"signOutButton"_s));
        press(key);
        QCOMPARE(signedOut.size(), 1);
        QCOMPARE(signedOut.first().first().toString(), u"ann"_s);
        QVERIFY(!m_button->menu()->isVisible());
    }

    void theCrossOfAnotherAccountAsksFirst_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Return") << static_cast<int>(Qt::Key_Return);
        QTest::newRow("space") << static_cast<int>(Qt::Key_Space);
    }

    void theCrossOfAnotherAccountAsksFirst()
    {
        QFETCH(int, key);
        core::Account bob;
        bob.id = u"bob"_s;
        bob.name = u"Bob Brown"_s;
        press(Qt::Key_Escape);
        m_button->setAccount(ann(), {bob});
        m_button->menu()->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
        QVERIFY(QTest::qWaitForWindowExposed(m_button->menu()));
        const QSignalSpy signedOut(m_button.get(), &ui::AccountButton::signOutRequested);
        QCOMPARE(m_button->menu()->focusWidget()->objectName(), u"useAccount-bob"_s); // what is on top
        press(Qt::Key_Tab);
        QCOMPARE(m_button->menu()->focusWidget()->objectName(), u"signOutAccount-bob"_s);
        press(key);
        press(key); // twice by mistake
        QVERIFY(signedOut.isEmpty() && m_button->menu()->isVisible());
        press(key);
        QVERIFY(go(Qt::Key_Up, u"confirmSignOut-bob"_s));
        press(key);
        QCOMPARE(signedOut.size(), 1);
        QCOMPARE(signedOut.first().first().toString(), u"bob"_s);
        QVERIFY(!m_button->menu()->isVisible());
    }

    void everyRowKeepsItsHeightWhenAnAccountJoins()
    {
        const ManualClock clock;
        m_button->setClock(clock);
        std::vector<core::Account> others;
        core::Account current = ann();
        for (const QString &name : {u"bob"_s, u"cleo"_s, u"dan"_s}) {
            m_button->menu()->hide();
            QTest::qWait(1);
            others.push_back(current);
            current.id = current.name = name;
            current.email = name + u"@acme.example"_s;
            current.issuer = u"https://login.acme.example"_s;
            current.roles = QStringList{u"reviewer"_s};
            current.expiresAt = clock.now().addDays(1);
            m_button->setAccount(current, others);
            QTest::qWait(1); // what the menu hears while it is shut
            m_button->menu()->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
            QVERIFY(QTest::qWaitForWindowExposed(m_button->menu()));
            int below = 0;
            for (const core::Account &shown : others) {
                const auto *row = m_button->menu()->findChild<QPushButton *>("useAccount-"_L1 + shown.id);
                const QRect place(row->mapTo(m_button->menu(), QPoint()), row->size());
                QVERIFY2(place.height() >= row->minimumHeight(), qPrintable(name));
                const QRegion seen = row->visibleRegion();
                QCOMPARE(seen.boundingRect(), row->rect());
                QVERIFY(place.top() >= below);
                below = place.bottom();
            }
        }
    }

    void withFewerRowsItIsSmaller()
    {
        core::Account known = ann();
        known.organization = u"Acme"_s;
        known.roles = QStringList{u"reviewer"_s};
        press(Qt::Key_Escape);
        m_button->setAccount(known);
        const int tall = m_button->menu()->sizeHint().height();
        m_button->setAccount(ann());
        QVERIFY(m_button->menu()->sizeHint().height() < tall);
    }

    void escapeClosesIt()
    {
        press(Qt::Key_Escape);
        QVERIFY(!m_button->menu()->isVisible());
    }

private:
    void press(int key) { QTest::keyClick(m_button->menu()->windowHandle(), static_cast<Qt::Key>(key)); }
    bool go(int key, const QString &name)
    {
        for (int steps = 0; steps < 10; ++steps) {
            if (m_button->menu()->focusWidget()->objectName() == name)
                return true;
            press(key);
        }
        return false;
    }

    std::unique_ptr<ui::AccountButton> m_button;
};

QTEST_MAIN(TestAccountButton)
#include "tst_accountbutton.moc"
