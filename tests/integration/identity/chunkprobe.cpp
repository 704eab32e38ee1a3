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
// `wait` writes one, waits for a line of standard input and writes another one, as patiently as the programs do.
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
    const auto wait = [&] {
        store.setPatience(std::chrono::seconds(1), std::chrono::seconds(60));
        core::whenDone(store.write(key, core::Secret(one)), &store, [&](const core::Result<> &first) {
            say(first ? "written" : "failed");
            (void)std::getc(stdin);
            core::whenDone(store.write(key, core::Secret(two)), &store, [&](const core::Result<> &second) {
                say(second ? "written" : "failed");
                QCoreApplication::exit(second ? 0 : 1);
            });
        });
    };
    QTimer::singleShot(0, &store, [&] {
        if (QCoreApplication::arguments().value(1) == "write"_L1)
            write();
        else if (QCoreApplication::arguments().value(1) == "wait"_L1)
            wait();
        else
            read();
    });
    return QCoreApplication::exec();
}
