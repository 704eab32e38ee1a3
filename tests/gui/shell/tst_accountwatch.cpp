// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/accountwatch.h"
#include "tests/support/identityfixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

// What another program leaves in the folder of the settings is seen.
class TestAccountWatch : public QObject
{
    Q_OBJECT

    static void forget(IdentityFixture &f)
    {
        f.settings.values.clear();
        f.secrets.entries.clear();
    }
    static void leave(const QString &file)
    {
        QFile settings(file);
        QVERIFY(settings.open(QIODevice::WriteOnly));
    }

private slots:
    void aSignOutByAnotherProgramIsNoticed()
    {
        const QTemporaryDir folder;
        IdentityFixture f;
        QVERIFY(f.signIn());
        QSignalSpy elsewhere(f.accounts.get(), &core::Accounts::signedOutElsewhere);
        const app::AccountWatch watch(*f.accounts, folder.path());
        forget(f);
        leave(folder.filePath(u"settings.ini"_s));
        QTRY_COMPARE(elsewhere.size(), 1);
        QVERIFY(!f.accounts->current());
    }

    void aFolderThatIsMadeLaterIsWatched()
    {
        const QTemporaryDir folder;
        IdentityFixture f;
        f.start();
        const QString later = folder.filePath(u"lectern"_s);
        const app::AccountWatch watch(*f.accounts, later);
        QVERIFY(QDir().mkpath(later));
        QVERIFY(f.signIn()); // and is there by then
        QSignalSpy elsewhere(f.accounts.get(), &core::Accounts::signedOutElsewhere);
        forget(f);
        leave(later + "/settings.ini"_L1);
        QTRY_COMPARE(elsewhere.size(), 1);
    }
};

QTEST_MAIN(TestAccountWatch)
#include "tst_accountwatch.moc"
