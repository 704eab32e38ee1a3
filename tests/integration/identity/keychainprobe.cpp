// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/keychain/keychainsecretstore.h"
#include "core/identity/patientsecretstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

template<typename T>
void say(const char *what, const core::Result<T> &result)
{
    std::printf("%s %s\n", what,
                result                                                            ? "ok"
                    : result.error().code == core::ErrorCode::NotFound            ? "not-found"
                    : result.error().code == core::ErrorCode::KeychainUnavailable ? "unavailable"
                                                                                  : "error");
    std::fflush(stdout);
}

} // namespace

// Writes, reads, removes and reads again, each through the patient store, and says how each went and how long the event
// loop was held at most. `keep`: only writes. `remove`: only removes and reads.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    core::KeychainSecretStore keychain(u"LecternTest"_s);
    core::PatientSecretStore store(keychain);
    store.setPatience(std::chrono::seconds(1), std::chrono::seconds(20));
    const QString key = u"lectern/test"_s;
    const QByteArray value("v\0\xff\n-PLANTED-", 13);

    qint64 longest = 0;
    QElapsedTimer sinceTurn;
    sinceTurn.start();
    QTimer turn;
    QObject::connect(&turn, &QTimer::timeout, [&] { longest = std::max(longest, sinceTurn.restart()); });
    turn.start(0);

    const auto remove = [&] {
        core::whenDone(store.remove(key), &store, [&](const core::Result<> &removed) {
            say("remove", removed);
            core::whenDone(store.read(key), &store, [&](const core::Result<core::Secret> &again) {
                say("read-again", again);
                std::printf("held %lld\n", static_cast<long long>(longest));
                QCoreApplication::quit();
            });
        });
    };
    const QString order = QCoreApplication::arguments().value(1);
    if (order == "remove"_L1) {
        remove();
        return QCoreApplication::exec();
    }
    core::whenDone(store.write(key, core::Secret(value)), &store, [&](const core::Result<> &written) {
        say(order == "keep"_L1 ? "kept" : "write", written);
        if (order == "keep"_L1)
            return QCoreApplication::quit();
        core::whenDone(store.read(key), &store, [&](const core::Result<core::Secret> &read) {
            say("read", read);
            if (read)
                std::printf("same %s\n", read->reveal() == value ? "yes" : "no");
            remove();
        });
    });
    return QCoreApplication::exec();
}
