// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/privatemode.h"
#include "core/identity/profileimport.h"
#include "folders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestPrivateMode : public QObject
{
    Q_OBJECT

    static core::Error refusal(const QString &detail) { return {core::ErrorCode::SignInRefused, detail}; }

    static core::ProviderProfile entra(const char *blank)
    {
        const auto templates = core::loadProfileTemplates(QStringLiteral(LECTERN_SOURCE_DIR "/resources/providers"));
        return core::profileOf(core::filled(core::draftOfTemplate(templates, QString::fromLatin1(blank)),
                                            {{u"client_id"_s, u"c"_s}, {u"name"_s, u"Acme"_s}, {u"tenant"_s, u"t"_s}}))
            .value_or(core::ProviderProfile());
    }

private slots:
    void entraSaysItsCodesInItsTemplates()
    {
        for (const char *blank : {"entra", "entra-multitenant"}) {
            const auto profile = entra(blank);
            QVERIFY2(profile.privateMode.warn, blank);
            QVERIFY(core::isRefusedForPrivateMode(
                profile, refusal(u"access_denied: AADSTS53000: Device is not in required device state"_s)));
            QVERIFY(core::isRefusedForPrivateMode(profile, refusal(u"interaction_required: AADSTS530003: x"_s)));
        }
    }

    void onlyWholeCodesOfARefusalCount()
    {
        core::ProviderProfile profile;
        profile.privateMode.errors = {u"AADSTS53000"_s};
        QVERIFY(core::isRefusedForPrivateMode(profile, refusal(u"access_denied: AADSTS53000"_s)));
        QVERIFY(!core::isRefusedForPrivateMode(profile, refusal(u"access_denied: AADSTS530009: x"_s)));
        QVERIFY(!core::isRefusedForPrivateMode(profile, refusal(u"access_denied"_s)));
        QVERIFY(!core::isRefusedForPrivateMode(profile, {core::ErrorCode::Network, u"AADSTS53000"_s}));
        QVERIFY(!core::isRefusedForPrivateMode({}, refusal(u"access_denied: AADSTS53000"_s)));
    }

    void aProfileNamesCodesAndNothingElse()
    {
        const auto parsed = [](const QByteArray &mode) {
            return core::parseProfile("{\"format\":\"lectern.provider/1\",\"id\":\"a\",\"client_id\":\"c\","
                                      "\"issuer\":\"https://op.example\",\"private_mode\":"
                                      + mode + '}');
        };
        QVERIFY(parsed("{\"errors\":[\"AADSTS53000\",\"device_required\"]}"));
        QVERIFY(!parsed("{\"errors\":[\".*(\"]}"));
        QVERIFY(!parsed("{\"errors\":[\"\"]}"));
        QVERIFY(!parsed("{\"warn\":\"yes\"}"));
    }
};

QTEST_GUILESS_MAIN(TestPrivateMode)
#include "tst_privatemode.moc"
