// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "app/cli/readsecret.h"
#include "app/cli/secretnames.h"
#include "app/cli/signin.h"
#include "app/common/identity.h"
#include "core/adapters/crypto/openssljwtsigner.h"
#include "core/identity/servicesecrets.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

// The keychain and the list of names, without the network.
struct Keychain {
    Keychain()
    {
        secrets.setSigner(&signer);
        QObject::connect(&secrets, &core::ServiceSecrets::waiting, &secrets, [](bool waiting) {
            if (waiting)
                warn(tr("Waiting for the keychain ..."));
        });
    }

    core::KeychainSecretStore entries;
    core::ChunkedSecretStore whole{entries, core::ChunkedSecretStore::platformLimit()};
    core::FileSettingsStore settings;
    core::OpenSslJwtSigner signer;
    core::ServiceSecrets secrets{whole, settings};
};

int set(const QString &name)
{
    const auto secret = readSecret(tr("Secret for %1 (it is not shown): ").arg(name));
    if (!secret) {
        warn(sentence(secret.error()));
        return secret.error().code == core::ErrorCode::InvalidInput ? WrongUsage : InternalError;
    }
    if (!core::ServiceSecrets::isText(*secret)) {
        warn(tr("The secret is not text: it has a zero byte or bytes that are not UTF-8. Nothing was kept."));
        return WrongUsage;
    }
    using Kind = core::ServiceSecrets::Kind;
    const Kind kind = isPrivateKeyName(name) ? Kind::PrivateKey : Kind::Text;
    Keychain keychain;
    return runUntilDone([&](const std::function<void(int)> &done) {
        core::whenDone(keychain.secrets.set(name, *secret, kind), &keychain.secrets,
                       [name, done](const core::Result<> &written) {
                           if (!written && written.error().code == core::ErrorCode::InvalidInput) {
                               warn(tr("%1 is a private key, and this is none that can be used. An unencrypted PEM "
                                       "file (PKCS#8, PKCS#1 or SEC1) or a JWK is wanted: RSA of 2048 bits or more, "
                                       "P-256, P-384, P-521, Ed25519 or Ed448. Nothing was changed.")
                                        .arg(name));
                               return done(WrongUsage);
                           }
                           if (!written)
                               return done(failSignIn(written.error()));
                           if (const QString unused = unusedSecretText(name); !unused.isEmpty())
                               warn(unused);
                           done(printLine(tr("The keychain holds %1 now.").arg(name)) ? Done : failOutput());
                       });
    });
}

int remove(const QString &name)
{
    Keychain keychain;
    return runUntilDone([&](const std::function<void(int)> &done) {
        core::whenDone(keychain.secrets.remove(name), &keychain.secrets, [name, done](const core::Result<> &removed) {
            if (!removed)
                return done(failSignIn(removed.error()));
            done(printLine(tr("The keychain does not hold %1 any more.").arg(name)) ? Done : failOutput());
        });
    });
}

int list(bool json)
{
    const QStringList names = Keychain().secrets.names();
    if (json) {
        const QByteArray line = QJsonDocument(QJsonArray::fromStringList(names)).toJson(QJsonDocument::Compact);
        return printLine(QString::fromUtf8(line)) ? Done : failOutput();
    }
    for (const QString &name : names) {
        if (!printLine(name))
            return failOutput();
    }
    return Done;
}

int runSecret(const QStringList &given)
{
    Arguments arguments(u"secret"_s, u"set NAME | remove NAME | list"_s,
                        tr("Keeps secrets of services in the keychain. `set` reads the secret from standard input. A "
                           "connection names its "
                           "own; a provider's client secret is lectern/client/ID, with the profile's id."));
    arguments.flag(u"json"_s, tr("With list: print one JSON array."));
    if (const auto code = arguments.parse(given))
        return *code;
    const QStringList words = arguments.files();
    const QString verb = words.value(0);
    if (verb == "list"_L1 && words.size() == 1)
        return list(arguments.has(u"json"_s));
    if (words.size() != 2 || (verb != "set"_L1 && verb != "remove"_L1))
        return arguments.wrong(tr("Say `set NAME`, `remove NAME` or `list`. The secret itself is no argument."));
    if (!core::ServiceSecrets::isName(words.at(1)))
        return arguments.wrong(
            tr("A name is made of letters, digits, '.', '_', '-' and '/', such as connection/acme."));
    return verb == "set"_L1 ? set(words.at(1)) : remove(words.at(1));
}

} // namespace

Command secretCommand()
{
    return {u"secret"_s, u"set NAME | remove NAME | list [--json]"_s, tr("keep secrets of services in the keychain"),
            runSecret};
}

} // namespace app
