// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/profile.h"
#include "core/identity/profiletemplate.h"
#include "folders.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestProfileTemplates : public QObject
{
    Q_OBJECT

private slots:
    void everyShippedTemplateBecomesAProfile_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(LECTERN_SOURCE_DIR "/resources/providers"));
        for (const QString &name : folder.entryList({u"*.json"_s}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        QVERIFY(folder.entryList({u"*.json"_s}).size() >= 9);
    }

    void everyShippedTemplateBecomesAProfile()
    {
        QFETCH(QString, file);
        QFile input(file);
        QVERIFY(input.open(QIODevice::ReadOnly));
        const QByteArray bytes = input.readAll();
        const auto blank = core::parseProfileTemplate(bytes);
        QVERIFY(blank);
        QCOMPARE(blank->id + u".json"_s, QFileInfo(file).fileName());
        QVERIFY(!blank->title.isEmpty() && !blank->notes.isEmpty());
        QHash<QString, QString> values;
        for (const auto &placeholder : blank->placeholders) {
            QVERIFY(!placeholder.title.isEmpty());
            QVERIFY2(bytes.contains('{' + placeholder.name.toUtf8() + '}'), qPrintable(placeholder.name));
            values.insert(placeholder.name, placeholder.example);
        }
        const auto json = core::fillTemplate(*blank, values);
        QVERIFY(json);
        const auto profile = core::parseProfile(*json);
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().detail));
        QCOMPARE(QString::fromUtf8(*json).count(u'{' + u"id"_s + u'}'), 0);
        QCOMPARE(profile->id, u"acme"_s);
        const QString left = QString::fromUtf8(*json).remove(u"{tenantid}"_s);
        QVERIFY2(!left.contains(QRegularExpression(u"\\{[a-z_]+\\}"_s)), qPrintable(left));
    }

    void aHoleMustBeFilled()
    {
        const auto blank = core::parseProfileTemplate(
            R"({"format":"lectern.provider-template/1","placeholders":{"a":{}},"profile":{"x":"{a}","y":["{a}",1]}})");
        QVERIFY(blank);
        QVERIFY(!core::fillTemplate(*blank, {}));
        QVERIFY(!core::fillTemplate(*blank, {{u"a"_s, u" "_s}}));
        const auto filled = core::fillTemplate(*blank, {{u"a"_s, u"\",\"z\":\""_s}});
        QVERIFY(filled);
        QVERIFY(!filled->contains("\"z\":"));
        QVERIFY(!core::parseProfileTemplate("{}"));
    }
};

QTEST_GUILESS_MAIN(TestProfileTemplates)
#include "tst_profiletemplates.moc"
