// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/patientsecretstore.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// QTimer::singleShot() would keep the handler, and the answer in it, until its time even when context is gone.
void after(std::chrono::milliseconds delay, QObject *context, const std::function<void()> &handler)
{
    auto *timer = new QTimer(context);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, context, handler);
    timer->start(delay);
}

} // namespace

PatientSecretStore::PatientSecretStore(SecretStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void PatientSecretStore::setPatience(std::chrono::milliseconds untilSaid, std::chrono::milliseconds untilGivenUp)
{
    m_untilSaid = untilSaid;
    m_untilGivenUp = untilGivenUp;
}

void PatientSecretStore::giveUp()
{
    emit impatient();
}

void PatientSecretStore::say(int change)
{
    const bool before = m_slow > 0;
    m_slow += change;
    if (before != (m_slow > 0))
        emit waiting(m_slow > 0);
}

template<typename T>
Async<T> PatientSecretStore::ask(const Async<T> &question, const std::function<void(const Result<T> &)> &late)
{
    const Answer<T> answer;
    auto *wait = new QObject(this); // lives as long as the question is waited for
    const auto slow = std::make_shared<bool>(false);
    const auto finish = [this, wait, slow, answer](Result<T> result) {
        if (answer.isGiven())
            return;
        if (std::exchange(*slow, false))
            say(-1);
        wait->deleteLater();
        answer.give(std::move(result));
    };
    const auto abandon = [finish] { finish(fail(ErrorCode::KeychainUnavailable, u"the keychain does not answer"_s)); };
    after(m_untilSaid, wait, [this, slow, answer] {
        if (answer.isGiven())
            return;
        *slow = true;
        say(1);
    });
    after(m_untilGivenUp, wait, abandon);
    connect(this, &PatientSecretStore::impatient, wait, abandon);
    whenDone(question, this, [answer, finish, late](Result<T> result) {
        if (answer.isGiven() && late)
            late(result);
        else
            finish(std::move(result));
    });
    return answer.future();
}

Async<Secret> PatientSecretStore::read(const QString &key)
{
    return ask<Secret>(m_store.read(key), {});
}

Async<> PatientSecretStore::write(const QString &key, const Secret &secret)
{
    const int number = ++m_newest[key];
    return ask<void>(m_store.write(key, secret), [this, key, number](const Result<> &result) {
        if (result && m_newest.value(key) == number)
            emit writtenLate(key);
    });
}

Async<> PatientSecretStore::remove(const QString &key)
{
    ++m_newest[key];
    return ask<void>(m_store.remove(key), {});
}

} // namespace core
