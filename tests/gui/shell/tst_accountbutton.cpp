// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"
#include "ui/shell/accountbutton.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
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

    // As a screen reader goes: from the program down, and from what has the keyboard up.
    void aScreenReaderFindsTheOpenCardBelowTheButton()
    {
        QAccessibleInterface *program = QAccessible::queryAccessibleInterface(qApp);
        const QWidget *signOut = m_button->menu()->findChild<QWidget *>(u"signOutButton"_s);
        QVERIFY(program && signOut);
        QAccessibleInterface *found = below(program, signOut);
        QVERIFY(found);
        QVERIFY(!found->state().invisible);
        QCOMPARE(found->role(), QAccessible::Button);
        QStringList way;
        for (QAccessibleInterface *at = found; at; at = at->parent())
            way += QString::fromLatin1(at->object()->metaObject()->className());
        QVERIFY2(way.contains(u"ui::AccountButton"_s), qPrintable(way.join(u", "_s)));
        press(Qt::Key_Escape);
        QVERIFY(found->state().invisible);
    }

    void theButtonSaysThatThereIsAMenu()
    {
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_button.get());
        QCOMPARE(spoken->role(), QAccessible::ButtonMenu);
        QVERIFY(spoken->state().hasPopup && spoken->state().expanded);
        QCOMPARE(spoken->childCount(), 1);
        QCOMPARE(spoken->child(0)->role(), QAccessible::PopupMenu);
        QVERIFY(!spoken->child(0)->text(QAccessible::Name).isEmpty());
        QCOMPARE(spoken->child(0)->parent()->object(), m_button.get());
        press(Qt::Key_Escape);
        QVERIFY(!spoken->state().expanded);
        m_button->setAccount(std::nullopt); // nobody there: one press signs in
        QCOMPARE(spoken->role(), QAccessible::Button);
        QCOMPARE(spoken->childCount(), 0);
        QVERIFY(!spoken->state().hasPopup);
    }

    void aScreenReaderOpensItAndSignsIn()
    {
        press(Qt::Key_Escape);
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_button.get());
        QVERIFY(spoken->actionInterface()->actionNames().contains(QAccessibleActionInterface::showMenuAction()));
        spoken->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
        QTRY_VERIFY(m_button->menu()->isVisible());
        press(Qt::Key_Escape);
        spoken->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(m_button->menu()->isVisible());
        press(Qt::Key_Escape);
        m_button->setAccount(std::nullopt);
        const QSignalSpy asked(m_button.get(), &ui::AccountButton::signInRequested);
        spoken->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_COMPARE(asked.size(), 1);
    }

    void escapeClosesIt()
    {
        press(Qt::Key_Escape);
        QVERIFY(!m_button->menu()->isVisible());
    }

private:
    static QAccessibleInterface *below(QAccessibleInterface *from, const QObject *wanted)
    {
        for (int i = 0; from && i < from->childCount(); ++i) {
            QAccessibleInterface *child = from->child(i);
            if (child && child->object() == wanted)
                return child;
            if (QAccessibleInterface *found = below(child, wanted))
                return found;
        }
        return nullptr;
    }

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
