// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/profile.h"
#include "folders.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// Every member that a profile may have. What a member may be is what it is here. (moc takes // for a comment even
// here.)
constexpr auto everyMember = R"({
  "format": "lectern.provider/1",
  "id": "acme",
  "name": "Acme",
  "issuer": "https:\/\/op.example",
  "issuer_template": "https:\/\/login.example/{tenantid}/v2.0",
  "discovery_url": "https:\/\/op.example/d",
  "client_id": "desktop",
  "client_authentication": "private_key_jwt",
  "client_key_id": "k",
  "client_assertion_audience": "token_endpoint",
  "scopes": ["openid"],
  "audience": "https:\/\/api.example",
  "resource": ["https:\/\/api.example"],
  "trusted_audiences": ["https:\/\/api.example"],
  "organization": {"mode": "optional", "parameter": "organization", "claim": "org_id", "name_claim": "org_name"},
  "redirect": {"host": "127.0.0.1", "ports": [4711], "path": "/cb"},
  "endpoints": {"token_endpoint": "https:\/\/other.example/t"},
  "authorize_parameters": {"ui_locales": "de"},
  "token_parameters": {"k": "v"},
  "scope_on_refresh": true,
  "pushed_authorization_requests": true,
  "dpop": true,
  "introspect": true,
  "roles": {"claims": ["roles"], "required": ["viewer"], "map": {"a": "viewer"}},
  "logout": {"style": "oidc", "endpoint": "https:\/\/op.example/end", "post_logout_redirect_uri": "https:\/\/op.example/",
             "hint_claim": "login_hint", "parameters": {"federated": ""}},
  "browser": "ask",
  "extra_ca": "ca.pem",
  "client_certificate": "client.pem",
  "client_certificate_key": "client.key",
  "contact": "it@acme.example",
  "private_mode": {"errors": ["AADSTS53000"], "warn": true},
  "keep_provider_session": true
})";

QJsonObject whole()
{
    return QJsonDocument::fromJson(everyMember).object();
}

core::Result<core::ProviderProfile> parse(const QJsonObject &profile)
{
    return core::parseProfile(QJsonDocument(profile).toJson());
}

QJsonObject with(QJsonObject profile, const QString &group, const QString &member, const QJsonValue &value)
{
    if (group.isEmpty()) {
        profile.insert(member, value);
        return profile;
    }
    QJsonObject inner = profile.value(group).toObject();
    inner.insert(member, value);
    profile.insert(group, inner);
    return profile;
}

// What a profile's author has to be told of a member like this one.
QString expectationOf(const QJsonValue &right, bool isPorts)
{
    switch (right.type()) {
    case QJsonValue::Bool:
        return u"not true or false"_s;
    case QJsonValue::Array:
        return isPorts ? u"not an array of ports"_s : u"not an array of strings"_s;
    case QJsonValue::Object:
        return u"not an object"_s;
    default:
        return u"not a string"_s;
    }
}

QList<QJsonValue> wrongValues(const QJsonValue &right, const QString &member)
{
    QList<QJsonValue> wrong;
    for (const QJsonValue &value : {QJsonValue(), QJsonValue(true), QJsonValue(7), QJsonValue(u"text"_s),
                                    QJsonValue(QJsonArray{u"text"_s}), QJsonValue(QJsonObject())}) {
        if (value.type() != right.type() && !(member == "resource"_L1 && value.isString()))
            wrong += value;
    }
    if (right.isArray())
        wrong += {QJsonArray{QJsonValue()}, QJsonArray{true}, QJsonArray{QJsonArray()}, QJsonArray{0.5}};
    return wrong;
}

// A row for each wrong value of each member of this object.
void addRows(const QJsonObject &object, const QString &group)
{
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString member = it.key();
        const QString path = group.isEmpty() ? member : group + u'.' + member;
        QString expected = expectationOf(*it, member == "ports"_L1);
        if (member == "format"_L1)
            expected = u"not lectern.provider/1"_s;
        for (const QJsonValue &wrong : wrongValues(*it, member)) {
            const QByteArray text = QJsonDocument(QJsonArray{wrong}).toJson(QJsonDocument::Compact);
            QTest::addRow("%s: %s", qPrintable(path), text.mid(1, text.size() - 2).constData())
                << group << member << wrong << path + u": "_s + expected;
        }
    }
}

} // namespace

class TestProfileMembers : public QObject
{
    Q_OBJECT

private slots:
    void everyMemberIsTakenAsItIsHere()
    {
        const auto profile = parse(whole());
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().detail));
    }

    // A member that is read and is not above would be in none of the rows below.
    void everyMemberThatIsReadIsHere()
    {
        QFile source(u"" LECTERN_SOURCE_DIR "/core/identity/profile.cpp"_s);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(source.readAll());
        static const QRegularExpression reading(u"(read\\w*|inside)\\((reader, )?\"(?<name>\\w+)\"_L1"_s,
                                                QRegularExpression::CaseInsensitiveOption);
        int members = 0;
        for (const auto &match : reading.globalMatch(text)) {
            const QString member = match.captured(u"name"_s);
            QVERIFY2(QByteArray(everyMember).contains('"' + member.toLatin1() + "\":"), qPrintable(member));
            ++members;
        }
        QVERIFY2(members > 40, qPrintable(QString::number(members)));
    }

    void aMemberOfAWrongTypeIsNamedWithWhatItMustBe_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("wrong");
        QTest::addColumn<QString>("detail");
        addRows(whole(), {});
        for (const QString &group : {u"organization"_s, u"redirect"_s, u"roles"_s, u"logout"_s, u"private_mode"_s})
            addRows(whole().value(group).toObject(), group);
    }

    void aMemberOfAWrongTypeIsNamedWithWhatItMustBe()
    {
        QFETCH(QString, group);
        QFETCH(QString, member);
        QFETCH(QJsonValue, wrong);
        QFETCH(QString, detail);
        const auto profile = parse(with(whole(), group, member, wrong));
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, core::ErrorCode::InvalidInput);
        QCOMPARE(profile.error().detail, detail);
    }

    // Objects whose members' names are the provider's.
    void whatIsInsideAFreeObjectIsCheckedToo_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("detail");
        const auto row = [](const QString &group, const QString &member, const QString &detail) {
            QTest::addRow("%s.%s", qPrintable(group), qPrintable(member)) << group << member << detail;
        };
        row({}, u"endpoints"_s, u"endpoints.x: not a string"_s);
        row({}, u"authorize_parameters"_s, u"authorize_parameters: not an object of strings"_s);
        row({}, u"token_parameters"_s, u"token_parameters: not an object of strings"_s);
        row(u"roles"_s, u"map"_s, u"roles.map: not an object of strings"_s);
        row(u"logout"_s, u"parameters"_s, u"logout.parameters: not an object of strings"_s);
    }

    void whatIsInsideAFreeObjectIsCheckedToo()
    {
        QFETCH(QString, group);
        QFETCH(QString, member);
        QFETCH(QString, detail);
        for (const QJsonValue &wrong :
             {QJsonValue(), QJsonValue(7), QJsonValue(true), QJsonValue(QJsonArray()), QJsonValue(QJsonObject())}) {
            const auto profile = parse(with(whole(), group, member, QJsonObject{{u"x"_s, wrong}}));
            QVERIFY(!profile);
            QCOMPARE(profile.error().detail, detail);
        }
    }

    void aRoleThatLecternDoesNotHaveIsRefused()
    {
        const QString mapped = u"roles.map: not an object of viewer, reviewer or administrator"_s;
        for (const QString &role : {u"god"_s, u"Viewer"_s, u""_s}) {
            const QJsonObject map{{u"a"_s, u"viewer"_s}, {u"b"_s, role}};
            const auto profile = parse(with(whole(), u"roles"_s, u"map"_s, map));
            QVERIFY(!profile);
            QCOMPARE(profile.error().detail, mapped);
        }
        // Nobody could have it: with a map, no word of the provider's is a role.
        const auto profile = parse(with(whole(), u"roles"_s, u"required"_s, QJsonArray{u"a"_s}));
        QVERIFY(!profile);
        QCOMPARE(profile.error().detail, u"roles.required: not viewer, reviewer or administrator"_s);
        // Without one they are taken as they are.
        const QJsonObject plain = with(whole(), u"roles"_s, u"map"_s, QJsonObject());
        QVERIFY(parse(with(plain, u"roles"_s, u"required"_s, QJsonArray{u"clerk"_s})));
    }

    void noScopesAreNotTheDefault()
    {
        QCOMPARE(parse(with(whole(), {}, u"scopes"_s, QJsonArray())).error().detail, u"scopes: openid is missing"_s);
    }
};

QTEST_GUILESS_MAIN(TestProfileMembers)
#include "tst_profilemembers.moc"
