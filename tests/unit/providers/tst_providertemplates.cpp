// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/profile.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The shipped templates are data that nothing else reads before a user copies one.
class TestProviderTemplates : public QObject
{
    Q_OBJECT

private slots:
    void everyTemplateIsAProfile_data();
    void everyTemplateIsAProfile();
    void theWellKnownProvidersAreThere();
};

namespace {

QDir templates()
{
    return QDir(QStringLiteral(LECTERN_SOURCE_DIR "/resources/providers"));
}

} // namespace

void TestProviderTemplates::everyTemplateIsAProfile_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : templates().entryList({u"*.json"_s}))
        QTest::addRow("%s", qUtf8Printable(name)) << name;
}

void TestProviderTemplates::everyTemplateIsAProfile()
{
    QFETCH(QString, name);
    QFile file(templates().filePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto profile = core::parseProfile(file.readAll());
    QVERIFY2(profile.has_value(), profile ? "" : qUtf8Printable(profile.error().detail));
    QCOMPARE(profile->id + u".json"_s, name);
    QVERIFY(profile->scopes.contains(u"openid"_s));
    for (const QString &role : profile->roles.map)
        QVERIFY2(role == u"viewer" || role == u"reviewer" || role == u"administrator", qUtf8Printable(role));
}

void TestProviderTemplates::theWellKnownProvidersAreThere()
{
    const QStringList names = templates().entryList({u"*.json"_s});
    for (const QString &name :
         {u"auth0"_s, u"app-id"_s, u"oracle-idcs"_s, u"google"_s, u"entra"_s, u"okta"_s, u"keycloak"_s, u"cognito"_s})
        QVERIFY2(names.contains(name + u".json"_s), qUtf8Printable(name));
}

QTEST_GUILESS_MAIN(TestProviderTemplates)
#include "tst_providertemplates.moc"
