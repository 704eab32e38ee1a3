// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/link.h"
#include "tests/support/identityfixture.h"
#include "tests/support/windowfixture.h"
#include "ui/library/librarypane.h"
#include "ui/review/reviewpane.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QJsonArray>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Going where an address leads: it shows, and never does anything else.
class TestWindowLinks : public QObject
{
    Q_OBJECT

public slots:
    void openedBySystem(const QUrl &url) { m_start = url; }

private slots:
    void initTestCase() { QDesktopServices::setUrlHandler(u"https"_s, this, "openedBySystem"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"https"_s); }

    void init()
    {
        m_start.clear();
        m_identity = std::make_unique<IdentityFixture>();
        m_identity->profile.browser = core::ProviderProfile::BrowserKind::System;
        m_identity->profile.name = u"Acme"_s;
        m_identity->start();
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->open(m_identity->accounts.get())));
        // The library of whoever is signed in, as the program does it.
        connect(m_identity->accounts.get(), &core::Accounts::changed, this, [this] {
            const auto account = m_identity->accounts->current();
            const core::Partition wanted =
                account ? core::Partition{account->issuer, account->organization} : core::Partition();
            if (m_fixture->queue.partition() != wanted)
                m_fixture->queue.setPartition(wanted);
        });
    }

    void cleanup()
    {
        m_fixture->window.reset();
        m_identity.reset();
        m_fixture.reset();
    }

    void aDocumentIsShownWithItsValue()
    {
        const auto [first, second] = twoDocuments();
        window().library().choose(second);
        window().openLink(u"lectern://document/%1?field=total"_s.arg(first));
        QCOMPARE(window().library().chosen(), first);
        QTRY_COMPARE(window().review().chosen(), u"total"_s);
        window().openLink(u"lectern://document/%1?field=items[1].amount"_s.arg(first)); // lies open already
        QTRY_COMPARE(window().review().chosen(), u"items[1].amount"_s);
        window().openLink(u"lectern://document/%1?field=nonsense"_s.arg(first));
        QCOMPARE(window().review().chosen(), u"items[1].amount"_s);
        QVERIFY(m_fixture->store.appended.empty()); // nothing was edited
    }

    void theReviewIsTheListOfDoubts()
    {
        twoDocuments();
        QVERIFY(!command(u"Library"_s)->isChecked() || window().library().isVisible());
        command(u"Library"_s)->setChecked(false);
        window().openLink(u"lectern://review"_s);
        QVERIFY(window().library().isVisible());
        QVERIFY(window().library().isAncestorOf(QApplication::focusWidget()));
    }

    void whatIsNoLinkIsRefusedWithWords()
    {
        const auto [first, second] = twoDocuments();
        window().openLink(u"lectern://document/%1?action=remove"_s.arg(first));
        QVERIFY(said().contains(u"not one of Lectern's"_s));
        QVERIFY(!said().contains(u"remove"_s)); // what was handed over is not repeated
        QCOMPARE(m_fixture->queue.rows().size(), std::size_t(2));
        QCOMPARE(window().library().chosen(), second);
    }

    void whatWasSaidOfALinkGoesWithTheNext()
    {
        const auto [first, second] = twoDocuments();
        window().openLink(u"lectern://document/%1?action=remove"_s.arg(first));
        QVERIFY(!said().isEmpty());
        window().openLink(u"lectern://document/%1"_s.arg(first));
        QCOMPARE(window().library().chosen(), first);
        QCOMPARE(said(), QString());
    }

    void aDocumentThatIsGoneIsSaid()
    {
        twoDocuments();
        window().openLink(u"lectern://document/99"_s);
        QTRY_VERIFY(said().contains(u"not in the library any more"_s));
        QVERIFY(said().size() < 100);
    }

    void whoSignsInLandsThere()
    {
        const qint64 id = accountsDocument();
        m_identity->accounts->setAside();
        QTRY_VERIFY(m_fixture->queue.rows().empty());
        window().openLink(core::linkText({core::Link::Kind::Document, id, 1, u"total"_s}));
        QTRY_VERIFY(said().contains(u"belongs to an account"_s));
        QVERIFY(!said().contains(u"secret"_s)); // its name is not told
        QVERIFY(!window().isSigningIn()); // offered, not done
        QVERIFY(window().library().messages().isVisible()); // although the welcome page covers the library
        action()->click();
        QVERIFY(window().isSigningIn());
        QTRY_VERIFY(m_start.isValid());
        m_identity->listeners.deliver(m_identity->provider.authorize(m_start));
        QTRY_COMPARE(window().library().chosen(), id);
        QTRY_COMPARE(window().review().chosen(), u"total"_s);
    }

    void whoGoesOverToItsAccountLandsThere()
    {
        const qint64 id = accountsDocument();
        const QString account = m_identity->accounts->current()->id;
        m_identity->accounts->setAside();
        QTRY_VERIFY(m_fixture->queue.rows().empty());
        window().openLink(core::linkText({core::Link::Kind::Document, id, 1, u"total"_s}));
        QTRY_VERIFY(said().contains(u"belongs to an account"_s));
        m_identity->accounts->switchTo(account); // as the menu of the accounts does
        QTRY_COMPARE(window().library().chosen(), id);
        QTRY_COMPARE(window().review().chosen(), u"total"_s);
        QCOMPARE(said(), QString());
    }

    void aLinkThatWasPutAsideIsNotFollowedLater()
    {
        const qint64 id = accountsDocument();
        const QString account = m_identity->accounts->current()->id;
        m_identity->accounts->setAside();
        QTRY_VERIFY(m_fixture->queue.rows().empty());
        window().openLink(core::linkText({core::Link::Kind::Document, id}));
        QTRY_VERIFY(said().contains(u"belongs to an account"_s));
        window().library().messages().dismiss();
        m_identity->accounts->switchTo(account);
        QTRY_COMPARE(m_fixture->queue.rows().size(), std::size_t(1));
        QCOMPARE(window().library().chosen(), 0);
    }

    void whoGoesOnWithoutAnAccountIsNotTakenThereLater()
    {
        const qint64 id = accountsDocument();
        m_identity->accounts->setAside();
        QTRY_VERIFY(m_fixture->queue.rows().empty());
        window().openLink(core::linkText({core::Link::Kind::Document, id}));
        QTRY_VERIFY(said().contains(u"belongs to an account"_s));
        action()->click();
        QTRY_VERIFY(m_start.isValid());
        window().findChild<QPushButton *>(u"cancelSignInButton"_s)->click();
        QTRY_VERIFY(window().findChild<QPushButton *>(u"declineSignInButton"_s)->isVisible());
        window().findChild<QPushButton *>(u"declineSignInButton"_s)->click();
        QVERIFY(!window().isSigningIn());
        QVERIFY(m_identity->signIn());
        QTRY_COMPARE(m_fixture->queue.rows().size(), std::size_t(1));
        QCOMPARE(window().library().chosen(), 0);
    }

    void anotherAccountsDocumentIsNotNamed()
    {
        m_fixture->addDocument(u"/of-nobody.pdf"_s);
        QTRY_COMPARE(m_fixture->queue.rows().size(), std::size_t(1));
        const qint64 id = m_fixture->queue.rows().front().id;
        QVERIFY(m_identity->signIn());
        QTRY_VERIFY(m_fixture->queue.rows().empty());
        window().openLink(core::linkText({core::Link::Kind::Document, id}));
        QTRY_VERIFY(said().contains(u"another account"_s));
        QVERIFY(!said().contains(u"of-nobody"_s));
        QVERIFY(!said().contains(u"Acme"_s));
        action()->click(); // "Use another account"
        QTRY_VERIFY(m_start.isValid());
        QVERIFY(m_start.query().contains(u"prompt=select_account"_s));
    }

    void aLinkCanBeCopied()
    {
        const auto [first, second] = twoDocuments();
        window().library().choose(first);
        command(u"Copy link"_s)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), core::linkText({core::Link::Kind::Document, first}));
        window().library().choose(second);
        window().openLink(QApplication::clipboard()->text());
        QCOMPARE(window().library().chosen(), first);
    }

private:
    [[nodiscard]] ui::MainWindow &window() const { return *m_fixture->window; }
    [[nodiscard]] QString said() const { return window().library().messages().text(); }
    [[nodiscard]] QPushButton *action() const { return window().library().messages().findChild<QPushButton *>(); }
    [[nodiscard]] QAction *command(const QString &text) const
    {
        for (QAction *each : window().commands()) {
            if (each->text().startsWith(text))
                return each;
        }
        return nullptr;
    }
    std::pair<qint64, qint64> twoDocuments()
    {
        for (const QString &file : {u"/a.pdf"_s, u"/b.pdf"_s})
            m_fixture->addDocument(file);
        if (!QTest::qWaitFor(
                [this] { return window().review().chosen() == u"date"_s && m_fixture->queue.rows().size() == 2; }))
            return {};
        const qint64 first = m_fixture->queue.rows().front().id;
        const qint64 second = m_fixture->queue.rows().back().id;
        window().library().choose(second);
        return {first, second};
    }
    qint64 accountsDocument()
    {
        if (!m_identity->signIn())
            return 0;
        m_fixture->addDocument(u"/secret.pdf"_s);
        const auto isRead = [this] {
            return m_fixture->queue.rows().size() == 1
                && m_fixture->queue.rows().front().state == core::DocumentState::ToReview;
        };
        return QTest::qWaitFor(isRead) ? m_fixture->queue.rows().front().id : 0;
    }

    std::unique_ptr<IdentityFixture> m_identity;
    std::unique_ptr<WindowFixture> m_fixture;
    QUrl m_start;
};

QTEST_MAIN(TestWindowLinks)
#include "tst_windowlinks.moc"
