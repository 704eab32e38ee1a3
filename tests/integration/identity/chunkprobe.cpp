// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/keychain/keychainsecretstore.h"
#include "core/identity/chunkedsecretstore.h"
#include "core/identity/patientsecretstore.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {

void say(const char *line)
{
    std::printf("%s\n", line);
    std::fflush(stdout);
}

} // namespace

// A secret of several entries in the real keychain: `write` replaces it again and again, `read` says what is there.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    core::KeychainSecretStore keychain(u"LecternTest"_s);
    core::ChunkedSecretStore chunked(keychain, 1280);
    core::PatientSecretStore store(chunked);
    store.setPatience(std::chrono::seconds(1), std::chrono::seconds(20));
    const QString key = u"lectern/large"_s;
    const QByteArray one(5000, 'a');
    const QByteArray two(6000, 'b');

    int written = 0;
    const std::function<void()> write = [&] {
        core::whenDone(store.write(key, core::Secret(written % 2 == 0 ? one : two)), &store,
                       [&](const core::Result<> &result) {
                           if (!result) {
                               say("failed");
                               return QCoreApplication::exit(1);
                           }
                           ++written;
                           say("written");
                           write();
                       });
    };
    const auto read = [&] {
        core::whenDone(store.read(key), &store, [&](const core::Result<core::Secret> &secret) {
            if (!secret)
                say(secret.error().code == core::ErrorCode::NotFound ? "none" : "unavailable");
            else
                say(secret->reveal() == one || secret->reveal() == two ? "whole" : "torn");
            QCoreApplication::quit();
        });
    };
    QTimer::singleShot(0, &store, [&] {
        if (QCoreApplication::arguments().value(1) == "write"_L1)
            write();
        else
            read();
    });
    return QCoreApplication::exec();
}
