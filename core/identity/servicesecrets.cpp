// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/servicesecrets.h"

#include "core/base/answer.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

Setting<QStringList> setting()
{
    return {"secrets/names"_L1, {}};
}

} // namespace

ServiceSecrets::ServiceSecrets(SecretStore &keychain, SettingsStore &settings, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_settings(settings)
{
    connect(&m_keychain, &PatientSecretStore::waiting, this, &ServiceSecrets::waiting);
}

QStringList ServiceSecrets::names() const
{
    QStringList names = m_settings.get(setting());
    names.sort();
    return names;
}

Async<ServiceSecrets::State> ServiceSecrets::state(const QString &name)
{
    const Answer<State> answer;
    whenDone(m_keychain.read(name), this, [answer](const Result<Secret> &secret) {
        if (secret)
            answer.give(secret->isEmpty() ? State::Missing : State::Stored);
        else
            answer.give(secret.error().code == ErrorCode::NotFound ? State::Missing : State::Unavailable);
    });
    return answer.future();
}

Async<> ServiceSecrets::set(const QString &name, const Secret &secret, Kind kind)
{
    if (!isName(name) || secret.isEmpty())
        return ready<void>(fail(ErrorCode::InvalidInput, secret.isEmpty() ? u"the secret is empty"_s : name));
    if (!isText(secret))
        return ready<void>(fail(ErrorCode::InvalidInput, u"the secret is not text"_s));
    if (const auto checked = check(secret, kind); !checked)
        return ready<void>(checked);
    return andThen(m_keychain.write(name, secret), this, [this, name] {
        remember(name, true);
        emit changed(name);
        return ready<void>(Result<>());
    });
}

Async<> ServiceSecrets::remove(const QString &name)
{
    if (!isName(name))
        return ready<void>(fail(ErrorCode::InvalidInput, name));
    return andThen(m_keychain.remove(name), this, [this, name] {
        remember(name, false);
        emit changed(name);
        return ready<void>(Result<>());
    });
}

Result<> ServiceSecrets::check(const Secret &secret, Kind kind) const
{
    if (kind == Kind::Text)
        return {};
    if (!m_signer)
        return fail(ErrorCode::InvalidInput, u"private key: nothing reads keys here"_s);
    return m_signer->describe(secret).map([](const JwtSigner::KeyFacts &) {});
}

void ServiceSecrets::took(const QString &name)
{
    remember(name, true);
    emit changed(name);
}

void ServiceSecrets::lost(const QString &name)
{
    remember(name, false);
    emit changed(name);
}

void ServiceSecrets::remember(const QString &name, bool isThere)
{
    QStringList known = names();
    known.removeAll(name);
    if (isThere)
        known += name;
    m_settings.set(setting(), known);
}

bool ServiceSecrets::isText(const Secret &secret)
{
    return !secret.reveal().contains('\0') && secret.reveal().isValidUtf8();
}

bool ServiceSecrets::isName(const QString &name)
{
    static const QRegularExpression plain(QRegularExpression::anchoredPattern(u"[A-Za-z0-9][A-Za-z0-9._/-]{0,127}"_s));
    return plain.match(name).hasMatch() && (!name.startsWith("lectern/"_L1) || name.startsWith("lectern/client/"_L1));
}

} // namespace core
