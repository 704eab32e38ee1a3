// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/clock.h"
#include "core/identity/secretstore.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>

namespace core {

// A keychain that is waited for with patience, but not for ever: says when it takes its time, gives up after a
// deadline. The question itself is never torn down; what it answers after that is heard, but no longer waited for.
//
// A question that ends with Timeout (the bus of the desktop waits for 25 seconds) is asked again until the deadline,
// which counts from the first time. A change is not asked for again when there is a newer one of the same key: that one
// counts. Giving an entry the same value twice is what the keychain makes one entry of.
class PatientSecretStore : public QObject, public SecretStore
{
    Q_OBJECT

public:
    explicit PatientSecretStore(SecretStore &store, QObject *parent = nullptr);
    PatientSecretStore(SecretStore &store, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] Async<Secret> read(const QString &key) override;
    [[nodiscard]] Async<> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] Async<> remove(const QString &key) override;

    void setPatience(std::chrono::milliseconds untilSaid, std::chrono::milliseconds untilGivenUp);
    void giveUp(); // every question that is open now ends with KeychainUnavailable

signals:
    void waiting(bool isWaiting);
    void writtenLate(const QString &key); // given up, but the newest value did arrive in the end
    void impatient();

private:
    template<typename T>
    struct Question {
        std::function<Async<T>()> ask;
        std::function<bool()> isStillWanted = {}; // before it is asked again
        std::function<void()> doneLate = {}; // after it was given up
    };
    template<typename T>
    Async<T> ask(const Question<T> &question);
    template<typename T>
    void put(const Question<T> &question, std::chrono::milliseconds until,
             const std::function<void(const Result<T> &)> &finish);
    [[nodiscard]] std::chrono::milliseconds now() const { return m_clock.steady(); }
    void say(int change);

    SecretStore &m_store;
    SystemClock m_ownClock;
    const Clock &m_clock; // says whether there is time to ask again
    std::chrono::milliseconds m_untilSaid{1'000};
    std::chrono::milliseconds m_untilGivenUp{60'000};
    QHash<QString, int> m_newest; // number of the newest change of a key
    int m_slow = 0;
};

} // namespace core
