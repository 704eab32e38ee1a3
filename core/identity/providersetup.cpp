// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/providersetup.h"

#include "core/base/answer.h"
#include "core/identity/tokenrequest.h"
#include "core/net/authorities.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

Result<> write(const QString &file, const QByteArray &bytes)
{
    QSaveFile output(file);
    if (!output.open(QIODevice::WriteOnly) || output.write(bytes) < 0 || !output.commit())
        return fail(ErrorCode::Storage, file + ": "_L1 + output.errorString());
    return {};
}

// Says nothing of the provider's keys: the person has it in hand.
bool isForThePerson(ErrorCode code)
{
    return code == ErrorCode::Cancelled || code == ErrorCode::ClientCertificate || code == ErrorCode::ProxyLogin;
}

ProviderDraft withIdentity(ProviderDraft draft, const QStringList &taken)
{
    const QString host = QUrl(draft.text("issuer"_L1)).host();
    if (draft.text("name"_L1).isEmpty())
        draft.profile.insert("name"_L1, host);
    if (draft.text("id"_L1).isEmpty())
        draft.profile.insert("id"_L1, profileIdFor(draft.text("name"_L1), taken));
    return draft;
}

} // namespace

ProviderSetup::ProviderSetup(SetupPorts ports, QObject *parent)
    : QObject(parent)
    , m_ports(std::move(ports))
{
}

Async<QByteArray> ProviderSetup::fetch(const QUrl &url, const ProviderProfile &profile, const std::stop_token &stop)
{
    HttpRequest request;
    request.url = url;
    request.certificate = profile.certificate;
    request.authorities = profile.extraCa;
    request.headers = {{"Accept", "application/json"}};
    request.timeout = std::chrono::seconds(15);
    request.maxAnswerBytes = 1024 * 1024;
    return andThen(m_ports.http.send(request, stop), this, [url](const HttpResponse &response) {
        if (response.status == 200)
            return ready<QByteArray>(response.body);
        const QString where = url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo);
        return ready<QByteArray>(
            fail(ErrorCode::EndpointFailed, "HTTP %1 from %2"_L1.arg(QString::number(response.status), where)));
    });
}

Async<ProviderSetup::Tested> ProviderSetup::test(const ProviderDraft &draft, const std::stop_token &stop)
{
    const auto profile = profileOf(draft);
    return profile ? ask(draft, *profile, stop) : ready<Tested>(tl::make_unexpected(profile.error()));
}

Async<ProviderSetup::Tested> ProviderSetup::test(const ProviderProfile &profile, const std::stop_token &stop)
{
    return ask({}, profile, stop);
}

Async<ProviderSetup::Tested> ProviderSetup::ask(const ProviderDraft &draft, const ProviderProfile &profile,
                                                const std::stop_token &stop)
{
    return andThen(
        fetch(discoveryUrl(profile), profile, stop), this,
        [this, draft, profile, stop](const QByteArray &discovery) { return asked(draft, profile, discovery, stop); });
}

Async<ProviderSetup::Tested> ProviderSetup::asked(const ProviderDraft &draft, const ProviderProfile &profile,
                                                  const QByteArray &discovery, const std::stop_token &stop)
{
    Tested tested{draft, profile, {}};
    // Whether the slash at the end belongs to the issuer, only the provider knows; one that is pinned, or connected
    // already, is not touched.
    const auto issuer = !draft.profile.isEmpty() && profile.discoveryUrl.isEmpty() && profile.issuerTemplate.isEmpty()
        ? issuerLike(profile.issuer, discovery)
        : std::nullopt;
    if (issuer) {
        tested.profile.issuer = *issuer;
        tested.draft.profile.insert("issuer"_L1, *issuer);
    }
    const auto metadata = parseDiscovery(tested.profile, discovery);
    if (!metadata)
        return ready<Tested>(tl::make_unexpected(metadata.error()));
    const Answer<Tested> answer;
    whenDone(fetch(metadata->keysUrl, profile, stop), this,
             [answer, tested, discovery](const Result<QByteArray> &fetched) mutable {
                 if (!fetched && isForThePerson(fetched.error().code))
                     return answer.give(tl::make_unexpected(fetched.error()));
                 const auto keys =
                     fetched ? parseKeySet(*fetched) : Result<KeySet>(tl::make_unexpected(fetched.error()));
                 auto facts = providerFacts(tested.profile, discovery, keys);
                 if (!facts)
                     return answer.give(tl::make_unexpected(facts.error()));
                 tested.facts = *std::move(facts);
                 answer.give(tested);
             });
    return answer.future();
}

Async<ProviderProfile> ProviderSetup::save(const ProviderDraft &draft)
{
    QStringList taken;
    for (const ProviderProfile &known : m_ports.accounts.profiles())
        taken += known.id;
    const ProviderDraft whole = withIdentity(draft, taken);
    const auto profile = profileOf(whole);
    if (!profile)
        return ready<ProviderProfile>(tl::make_unexpected(profile.error()));
    if (taken.contains(profile->id) && !QFile::exists(QDir(m_ports.folder).filePath(profile->id + ".json"_L1)))
        return ready<ProviderProfile>(
            fail(ErrorCode::AccessDenied, u"id: the system's profiles are not changed from here"_s));
    if (whole.clientSecret.isEmpty())
        return ready<ProviderProfile>(keep(whole, *profile));
    return andThen(m_ports.secrets.write(clientSecretKey(*profile), whole.clientSecret), this,
                   [this, whole, profile = *profile] {
                       emit secretKept(clientSecretKey(profile));
                       return ready<ProviderProfile>(keep(whole, profile));
                   });
}

Result<ProviderProfile> ProviderSetup::keep(const ProviderDraft &draft, const ProviderProfile &profile)
{
    const QDir folder(m_ports.folder);
    const QString file = folder.filePath(profile.id + ".json"_L1);
    if (!folder.mkpath(u"."_s))
        return fail(ErrorCode::AccessDenied, folder.path());
    QJsonObject object = QJsonDocument::fromJson(fileOf(draft)).object();
    Result<> written;
    if (!profile.extraCa.isEmpty()) {
        object.insert("extra_ca"_L1, profile.id + ".pem"_L1);
        written = readAuthorities(profile.extraCa).and_then([&](const QByteArray &certificates) {
            return write(folder.filePath(profile.id + ".pem"_L1), certificates);
        });
    }
    if (written)
        written = write(file, QJsonDocument(object).toJson());
    if (!written)
        return tl::make_unexpected(written.error());
    auto kept = readProfile(file);
    if (!kept)
        return kept;
    m_ports.accounts.addProfile(*kept);
    return kept;
}

} // namespace core
