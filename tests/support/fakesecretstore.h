// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/identity/secretstore.h"

#include <QHash>

#include <functional>
#include <vector>

// A keychain in memory that can be absent or keep its callers waiting.
class FakeSecretStore final : public core::SecretStore
{
public:
    core::Async<core::Secret> read(const QString &key) override
    {
        ++reads;
        if (isReadDenied)
            return core::ready<core::Secret>(
                core::fail(core::ErrorCode::KeychainUnavailable, QStringLiteral("locked")));
        return ask<core::Secret>([this, key]() -> core::Result<core::Secret> {
            if (!entries.contains(key))
                return core::fail(core::ErrorCode::NotFound);
            return entries.value(key);
        });
    }
    core::Async<> write(const QString &key, const core::Secret &secret) override
    {
        return ask<void>([this, key, secret]() -> core::Result<> {
            if (largest > 0 && secret.reveal().size() > largest)
                return core::fail(core::ErrorCode::KeychainUnavailable, QStringLiteral("too large"));
            entries.insert(key, secret);
            if (onWrite)
                onWrite(secret);
            return {};
        });
    }
    core::Async<> remove(const QString &key) override
    {
        return ask<void>([this, key]() -> core::Result<> {
            entries.remove(key);
            return {};
        });
    }

    void answerAll() // what was held
    {
        for (const auto &answer : std::exchange(held, {}))
            answer();
    }

    QHash<QString, core::Secret> entries;
    bool isAbsent = false;
    bool isDenied = false; // the person was asked whether this program may, and said no
    bool isReadDenied = false; // the same, and would say yes to the next question
    qsizetype largest = 0; // bytes of an entry; more is refused; 0: any
    bool isSilent = false; // questions are held
    int reads = 0;
    int asked = 0; // questions of every kind
    int timeouts = 0; // so many questions end without an answer of the keychain's
    std::function<void()> onTimeout;
    std::function<void(const core::Secret &)> onWrite;
    std::vector<std::function<void()>> held;

private:
    template<typename T>
    core::Async<T> ask(std::function<core::Result<T>()> work)
    {
        ++asked;
        if (timeouts > 0) {
            --timeouts;
            work = [this]() -> core::Result<T> {
                if (onTimeout)
                    onTimeout();
                return core::fail(core::ErrorCode::Timeout, QStringLiteral("no answer"));
            };
        }
        if (isDenied)
            return core::ready<T>(core::fail(core::ErrorCode::KeychainUnavailable, QStringLiteral("access denied")));
        if (isAbsent)
            return core::ready<T>(core::fail(core::ErrorCode::KeychainUnavailable, QStringLiteral("absent")));
        if (!isSilent)
            return core::ready<T>(work());
        const core::Answer<T> answer;
        held.push_back([answer, work] { answer.give(work()); });
        return answer.future();
    }
};
